"""Whoever is logged in is known again on every page; a session that has run out, or a login that is shut, is nobody."""

from datetime import timedelta

from django.contrib.sessions.models import Session
from django.urls import reverse

from bordenden.access.sessions import SessionStore
from bordenden.foundation.clock import now
from tests.cast import Cast, client_of


def test_amina_is_known_until_her_session_runs_out_or_her_login_is_shut(cast: Cast) -> None:
    page, shut = reverse("seats", args=[cast.aminas_table.pk]), cast.amina.login
    amina, again = client_of(cast.amina), client_of(cast.amina)
    assert [one.get(page).status_code for one in (amina, again)] == [200, 200]
    key = str(amina.session.session_key)
    Session.objects.filter(session_key=key).update(expire_date=now() - timedelta(seconds=1))
    assert [one.get(page).status_code for one in (amina, again)] == [302, 200]
    shut.is_active = False
    shut.save()
    assert again.get(page).status_code == 302


def test_a_session_comes_back_as_it_was_kept_and_a_made_up_key_is_forgotten(cast: Cast) -> None:
    kept = SessionStore()
    kept["earlier"] = str(cast.amina.pk)
    kept.save()
    assert dict(SessionStore(kept.session_key).items()) == {"earlier": str(cast.amina.pk)}
    for key in ("opdigtet", None):
        strange = SessionStore(key)
        assert (dict(strange.items()), strange.session_key) == ({}, None)
