"""The slip of a draft: signed, its writer's own, for one form at one table; a refusal keeps what was typed."""

from datetime import timedelta

import pytest
from django.core import signing
from django.test import Client
from django.urls import reverse

from bordenden.drafts.models import Draft
from bordenden.foundation.clock import now
from bordenden.web.threshold import drafting
from tests.cast import Cast, client_of
from tests.web.entry.logins import hidden
from tests.web.staff.cases import fill, noted


def new(cast: Cast) -> str:
    """The form of a new contact."""
    return reverse("contact_new", args=[cast.aminas_table.pk])


def slip_of(client: Client, address: str) -> str:
    """The slip a page carries."""
    return hidden(client.get(address))["draft"]


def keep(client: Client, address: str, slip: str, words: str = "Amina ringede.") -> int:
    """What the draft's address answers."""
    return client.post(f"{address}kladde/", {"draft": slip, "summary": words}).status_code


def test_a_slip_keeps_what_is_typed_and_typing_on_replaces_it(cast: Cast) -> None:
    bo = client_of(cast.bo)
    slip = slip_of(bo, new(cast))
    assert [keep(bo, new(cast), slip, words) for words in ("Amina", "Amina ringede.")] == [204, 204]
    kept = Draft.objects.get()
    assert (kept.owner, kept.table, kept.form) == (cast.bo.pk, cast.aminas_table.pk, "contact.new")
    assert kept.content == '{"summary":"Amina ringede."}'


def test_each_time_the_empty_form_is_shown_it_has_a_place_of_its_own(cast: Cast) -> None:
    bo = client_of(cast.bo)
    keys = {hidden(bo.get(new(cast)))["form_key"] for _time in range(3)}
    assert len(keys) == 3


def test_a_slip_that_was_changed_or_made_elsewhere_is_worth_nothing(cast: Cast) -> None:
    bo = client_of(cast.bo)
    slip = slip_of(bo, new(cast))
    forged = signing.dumps([str(cast.bo.pk), "contact.new", str(cast.bo.pk), "", now().isoformat()], salt="another")
    assert [keep(bo, new(cast), bad) for bad in (slip[:-1], forged, "", "x:y:z")] == [404] * 4
    assert Draft.objects.count() == 0


def test_a_slip_of_another_form_is_refused_at_this_ones_address(cast: Cast) -> None:
    bo, entry = client_of(cast.bo), noted(cast)
    correction = reverse("contact_correct", args=[entry.pk])
    assert keep(bo, new(cast), slip_of(bo, correction)) == 404
    assert keep(bo, correction, slip_of(bo, correction)) == 204


def test_a_page_that_was_open_when_the_draft_was_discarded_does_not_bring_it_back(cast: Cast) -> None:
    bo = client_of(cast.bo)
    slip = slip_of(bo, new(cast))
    keep(bo, new(cast), slip)
    key = str(Draft.objects.get().thing)
    bo.post(f"{new(cast)}kladde/", {"discard": key})
    assert keep(bo, new(cast), slip) == 204
    assert Draft.objects.get().content == ""


def test_write_on_gives_a_slip_that_keeps_in_the_same_place(cast: Cast) -> None:
    bo = client_of(cast.bo)
    keep(bo, new(cast), slip_of(bo, new(cast)), "Begyndt.")
    chosen = f"{new(cast)}?kladde={Draft.objects.get().thing}"
    bo.post(f"{new(cast)}kladde/", {"draft": slip_of(bo, chosen), "summary": "Begyndt og fortsat."})
    assert Draft.objects.get().content == '{"summary":"Begyndt og fortsat."}'


def test_asking_for_a_draft_that_is_not_there_shows_the_empty_form(cast: Cast) -> None:
    bo = client_of(cast.bo)
    for asked_for in ("nonsens", str(cast.bo.pk)):
        assert bo.get(f"{new(cast)}?kladde={asked_for}").status_code == 200


def test_discarding_what_is_not_there_changes_nothing(cast: Cast) -> None:
    bo = client_of(cast.bo)
    keep(bo, new(cast), slip_of(bo, new(cast)))
    assert bo.post(f"{new(cast)}kladde/", {"discard": "nonsens"}).status_code == 303
    assert Draft.objects.get().content != ""


def test_workings_of_the_form_are_no_part_of_the_text(cast: Cast) -> None:
    bo = client_of(cast.bo)
    bo.post(f"{new(cast)}kladde/", fill(bo, new(cast), summary="Kun det her."))
    assert Draft.objects.get().content == '{"replies_to":"","summary":"Kun det her."}'


@pytest.mark.parametrize("method", ["get", "put", "delete"])
def test_the_address_takes_a_post_and_nothing_else(cast: Cast, method: str) -> None:
    assert getattr(client_of(cast.bo), method)(f"{new(cast)}kladde/").status_code == 405


def test_an_expired_login_is_asked_to_log_in_and_nothing_is_kept(cast: Cast) -> None:
    bo = client_of(cast.bo)
    slip = slip_of(bo, new(cast))
    bo.cookies.clear()
    assert keep(bo, new(cast), slip) == 401
    assert Draft.objects.count() == 0


def test_the_draft_of_a_day_ago_keeps_its_moment(cast: Cast) -> None:
    bo = client_of(cast.bo)
    keep(bo, new(cast), slip_of(bo, new(cast)))
    Draft.objects.update(saved_at=now() - timedelta(days=1))
    assert "Du har en kladde fra i går kl." in bo.get(new(cast)).content.decode()
    assert drafting.CHOSEN in bo.get(new(cast)).content.decode()
