"""A part is read by whom its owner opened it for, without what is the owner's alone."""

from django.urls import reverse

from bordenden.families import actions
from bordenden.pathways.models import Seat
from tests.cast import MONDAY, Cast, client_of
from tests.web.citizen.family_stories import SECRET, on_the_monday, part_of
from tests.web.pages import text_of

__all__ = ["on_the_monday"]


def test_jens_opens_his_part_for_ole_and_closes_it_again(story: Cast) -> None:
    part, reader = part_of("Jens"), client_of(story.ole)
    url = reverse("shared_part", args=[part.pk])
    assert reader.get(url).status_code == 404
    seat = Seat.objects.get(table=story.holms_table, person=story.ole)
    actions.open_part(part=part, to=seat, by=story.jens, at=MONDAY)
    read = text_of(reader, url)
    assert ("Jeg vil gerne køre lastbil igen." in read, SECRET in read) == (True, False)
    assert client_of(story.lone).get(url).status_code == 404
    assert client_of(story.jens).get(url).status_code == 404
    actions.close_part(part=part, to=seat, by=story.jens, at=MONDAY)
    assert reader.get(url).status_code == 404
