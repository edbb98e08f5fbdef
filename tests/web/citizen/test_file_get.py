"""Hent: an attachment of its own type that nothing may run in, and the look is written down."""

from django.urls import reverse

from bordenden.audit.models import Entry
from bordenden.exchange import actions, store
from bordenden.worlds.cast.exchange import EMPTY_PAGE
from tests.cast import MONDAY, Cast, client_of
from tests.exchange.telling import laid


def test_it_is_kept_and_never_shown_by_the_browser(cast: Cast) -> None:
    file = laid(cast, name='Brev "om" æøå')
    answer = client_of(cast.amina).get(reverse("file_get", args=[file.pk]))
    assert (answer.status_code, answer.content) == (200, EMPTY_PAGE)
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"].startswith("attachment; filename*=utf-8''Brev%20%22om%22%20%C3%A6")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert "no-store" in answer["Cache-Control"]
    assert Entry.objects.filter(act="file.read", kind="export", thing=file.pk, actor=cast.amina.pk).count() == 1


def test_what_is_taken_away_or_lost_is_not_there(cast: Cast) -> None:
    amina, file, lost = client_of(cast.amina), laid(cast), laid(cast, more=b"%2")
    actions.remove(file=file, by=cast.amina, at=MONDAY)
    store.throw_away(lost.pk)
    for one in (file, lost):
        assert amina.get(reverse("file_get", args=[one.pk])).status_code == 404
    for person in (cast.bo, cast.mie, cast.ole):
        assert client_of(person).get(reverse("file_get", args=[lost.pk])).status_code == 404
