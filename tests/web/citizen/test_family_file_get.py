"""Hent, for a child: what is shown to that one seat, until it is hidden again."""

from django.urls import reverse

from bordenden.audit.models import Entry
from bordenden.exchange import actions
from bordenden.pathways.models import Seat
from tests.cast import Cast, client_of
from tests.exchange.telling import laid, view_of
from tests.web.citizen.family_stories import on_the_monday, person_of

__all__ = ["on_the_monday"]


def test_freja_gets_it_while_it_is_shown_and_nobody_else_does(story: Cast) -> None:
    freja = person_of("Freja")
    seat = Seat.objects.get(person=freja)
    file = laid(story, seat, by=story.jens)
    url = reverse("family_file_get", args=[view_of(file, seat).pk])
    assert client_of(freja).get(url).status_code == 200
    assert Entry.objects.filter(kind="export", table=file.table_id, actor=freja.pk).count() == 1
    for person in (person_of("Anton"), story.ole, story.mie, story.amina):
        assert client_of(person).get(url).status_code == 404
    # A caseworker's file has its own door.
    bos = reverse("family_file_get", args=[view_of(laid(story, story.bos_seat, more=b"%9"), story.bos_seat).pk])
    assert client_of(story.bo).get(bos).status_code == 404
    actions.show_to(file=file, seat=seat, shown=False, by=story.jens, at=story.at)
    assert client_of(freja).get(url).status_code == 404
