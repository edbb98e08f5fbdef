"""The pages about her mentor in plain Danish, however it stands: short sentences and none of the office's words."""

from collections.abc import Iterator

import pytest
from django.urls import reverse

from bordenden.mentors import actions
from bordenden.mentors.words import OfferAnswer, Parted
from bordenden.people.models import Person
from tests.cast import MONDAY, Cast, client_of
from tests.house.office_words import NOT_TO_HER
from tests.house.test_plain_danish import everything, too_hard
from tests.web.citizen.mentor_stories import at_hers, chosen, profile, written
from tests.web.talking import stand_at
from tools import readability


@pytest.fixture(autouse=True)
def monday(monkeypatch: pytest.MonkeyPatch) -> None:
    stand_at(monkeypatch)


def shown(person: Person, name: str, *args: object) -> tuple[str, str]:
    """A page's name and all of it."""
    return name, client_of(person).get(reverse(name, args=args)).content.decode()


def pages(story: Cast) -> Iterator[tuple[str, str]]:
    """Each page of hers, of his who has none, and of two at the head."""
    table, karims, holms = story.aminas_table.pk, story.karims_table.pk, story.holms_table.pk
    aisha, tove = profile(story, "Aisha").pk, profile(story, "Tove").pk
    for name in ("my_mentor", "mentors", "mentor_stop", "mentor_notes"):
        yield shown(story.amina, name, table)
        yield shown(story.lone, name, holms)
    for name in ("my_mentor", "mentor_notes"):
        yield shown(story.karim, name, karims)
    for person, pk, one in (
        (story.amina, table, aisha),
        (story.amina, table, tove),
        (story.karim, karims, aisha),
        (story.lone, holms, aisha),
    ):
        yield shown(person, "mentor", pk, one)
    offering = actions.offer(table=story.karims_table, by=story.ole, at=MONDAY)
    actions.answer(offering=offering, said=OfferAnswer.LATER, by=story.karim, at=MONDAY)
    yield shown(story.karim, "my_mentor", karims)
    made = written(story, chosen(story, "Aisha"))
    yield shown(story.amina, "mentor_agreement", made.pk)
    yield (
        "refused",
        client_of(story.amina)
        .post(reverse("mentor_agreement", args=[made.pk]), {"do": "otherwise"})
        .content.decode(),
    )
    actions.want_changes(agreement=made, words="Nej", by=made.seat.person, at=MONDAY)
    yield shown(story.amina, "mentor_agreement", made.pk)
    parting = actions.leave_as_mentor(seat=made.seat, by=made.seat.person, at=MONDAY)
    for why in (Parted.MENTOR, Parted.LEFT, Parted.COURSE):
        parting.why = why
        parting.save(update_fields=["why"])
        yield shown(story.amina, "my_mentor", table)
    yield "her table", client_of(story.amina).get(at_hers(story, "table")).content.decode()


def test_every_page_about_her_mentor_is_easy_to_read_and_without_the_words_of_the_office(story: Cast) -> None:
    found = list(pages(story))
    assert len(found) == 22
    hard = [(name, too_hard(html)) for name, html in found]
    assert [one for one in hard if one[1]] == []
    said = [(name, readability.office_words(everything(html), NOT_TO_HER)) for name, html in found]
    assert [one for one in said if one[1]] == []
