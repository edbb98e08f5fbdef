"""What is opened for a seat of mine is listed, and nothing of a family of my own."""

from django.urls import reverse

from bordenden.families import actions
from bordenden.pathways.models import Seat
from tests.cast import MONDAY, Cast, client_of
from tests.web.citizen.family_stories import on_the_monday, part_of, person_of
from tests.web.pages import text_of

__all__ = ["on_the_monday"]


def test_what_is_opened_for_ole_is_listed_and_nothing_else(story: Cast) -> None:
    reader, url = client_of(story.ole), reverse("shared_parts")
    assert "Der er ikke åbnet noget" in text_of(reader, url)
    seat = Seat.objects.get(table=story.holms_table, person=story.ole)
    actions.open_part(part=part_of("Freja"), to=seat, by=person_of("Freja"), at=MONDAY)
    read = text_of(reader, url)
    assert ("Frejas del" in read, "Jens’ del" in read) == (True, False)
    assert reverse("shared_parts") in reader.get(reverse("home")).content.decode()
    assert "Der er ikke åbnet noget" in text_of(client_of(story.lone), url)
