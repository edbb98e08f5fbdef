"""What is opened for a seat of mine is listed, and nothing of a family of my own."""

from django.urls import reverse

from bordenden.families import actions
from bordenden.pathways import actions as pathways
from bordenden.pathways.words import SeatRole
from tests.cast import MONDAY, Cast, client_of
from tests.web.citizen.family_stories import on_the_monday, part_of, person_of
from tests.web.pages import text_of

__all__ = ["on_the_monday"]


def test_what_is_opened_for_mie_is_listed_and_nothing_else(story: Cast) -> None:
    reader, url = client_of(story.mie), reverse("guest_parts")
    assert "Der er ikke åbnet noget" in text_of(reader, url)
    seat = pathways.seat(table=story.holms_table, person=story.mie, role=SeatRole.MENTOR, by=story.jens, at=MONDAY)
    actions.open_part(part=part_of("Freja"), to=seat, by=person_of("Freja"), at=MONDAY)
    read = text_of(reader, url)
    assert ("Frejas del" in read, "Jens’ del" in read) == (True, False)
    assert reverse("guest_parts") in reader.get(reverse("home")).content.decode()
    assert "Der er ikke åbnet noget" in text_of(client_of(story.lone), url)
