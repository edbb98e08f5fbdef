"""Kan du ikke være mentor mere: Mie stops herself, gives no reason, and sees nothing from that moment."""

from django.urls import reverse

from bordenden.mentors.models import MentorNote, MentorParting
from bordenden.mentors.queries import parting_to_see
from bordenden.pathways.words import Room
from tests.cast import Cast, client_of
from tests.web.mentoring import QUERIES, noted, opened, refused
from tests.web.pages import queries_of
from tests.web.reading import words_of


def url(cast: Cast) -> str:
    return reverse("guest_leave", args=[cast.aminas_table.pk])


def test_mie_stops_and_everything_of_aminas_is_gone_at_once_but_her_notes_survive(cast: Cast) -> None:
    opened(cast, Room.PLAN)
    noted(cast)
    mie = client_of(cast.mie)
    page = mie.get(url(cast))
    assert "Du behøver ikke forklare hvorfor." in words_of(page)
    assert page.content.decode().count("<textarea") == 0
    assert queries_of(mie, url(cast)) <= QUERIES
    assert mie.post(url(cast)).status_code == 303
    table = cast.aminas_table.pk
    for name in ("guest_mentor", "guest_table", "guest_notes", "guest_leave"):
        assert (name, mie.get(reverse(name, args=[table])).status_code) == (name, 404)
    assert mie.post(url(cast)).status_code == 404
    assert "Amina" not in words_of(mie.get(reverse("guest_tables")))
    parting = parting_to_see(table=cast.aminas_table)
    assert parting is not None
    assert (parting.why, parting.seat, MentorNote.objects.count()) == ("mentor", cast.mies_seat, 1)
    bos = words_of(client_of(cast.bo).get(reverse("case_mentor_notes", args=[table])))
    assert "Vi tog bussen sammen." in bos


def test_nobody_else_makes_her_stop(cast: Cast) -> None:
    opened(cast, Room.PLAN)
    refused(cast, url(cast), {}, "mie")
    assert not MentorParting.objects.exists()
