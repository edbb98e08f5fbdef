"""Two devices in the same moment: one conversation a form, one note a version, no item twice, nothing lost."""

from uuid import uuid4

import pytest

from bordenden.contactlog.models import Entry
from bordenden.foundation.rules import NotPossible, Stale
from bordenden.meetings import actions
from bordenden.meetings.models import AgendaItem, Boundary, Conversation, Helpfulness, Note
from bordenden.meetings.words import Helped, Where
from bordenden.worlds.cast.people import seat_everybody
from tests.assessments.test_races import together
from tests.cast import MONDAY, Cast
from tests.meetings.stories import HOUR, WEDNESDAY, draw, hold, plan, put

pytestmark = pytest.mark.django_db(transaction=True)
DEVICES = 6


@pytest.fixture
def seated() -> Cast:
    """The cast, really committed."""
    return seat_everybody(at=MONDAY)


def test_the_same_form_sent_from_many_devices_is_one_conversation(seated: Cast) -> None:
    key = uuid4()
    raised = together(*[lambda: plan(seated, form_key=key)] * DEVICES)
    assert (raised, Conversation.objects.count()) == ([None] * DEVICES, 1)


def test_many_different_ones_at_one_moment_are_one(seated: Cast) -> None:
    places = list(Where)
    raised = together(*(lambda where=where: plan(seated, place=where) for where in places))
    assert raised.count(None) == 1
    assert {type(error) for error in raised if error is not None} == {NotPossible}
    assert Conversation.objects.count() == 1


def test_the_same_line_put_by_many_is_one_line_and_different_ones_have_places_of_their_own(seated: Cast) -> None:
    assert together(*[lambda: put(seated, "Søvn")] * DEVICES) == [None] * DEVICES
    together(*(lambda number=number: put(seated, f"Nr. {number}") for number in range(DEVICES)))
    assert AgendaItem.objects.filter(words="Søvn").count() == 1
    assert sorted(AgendaItem.objects.values_list("position", flat=True)) == list(range(1, DEVICES + 2))


def test_the_same_boundary_drawn_by_many_is_one(seated: Cast) -> None:
    conversation = plan(seated)
    raised = together(*[lambda: draw(seated, conversation, "Min økonomi")] * DEVICES)
    assert (raised, Boundary.objects.count()) == ([None] * DEVICES, 1)


def test_many_who_note_at_once_are_one_note_and_one_contact(seated: Cast) -> None:
    conversation = plan(seated)
    item = put(seated, "Søvn")

    def write(number: int) -> None:
        hold(seated, conversation, summary=f"Nr. {number}")

    raised = together(*(lambda number=number: write(number) for number in range(DEVICES)))
    saved = Note.objects.get()
    assert raised.count(None) == 1
    assert {error.saved for error in raised if isinstance(error, Stale)} == {saved.summary}
    assert (Entry.objects.get(), AgendaItem.objects.filter(carried_from=item).count()) == (saved.entry, 1)


def test_she_takes_an_item_off_while_he_notes_and_it_is_gone_or_settled_never_both(seated: Cast) -> None:
    conversation = plan(seated)
    item = put(seated, "Søvn")
    together(
        lambda: actions.remove_item(item=item, by=seated.amina, at=WEDNESDAY + HOUR),
        lambda: hold(seated, conversation),
    )
    left = sorted(AgendaItem.objects.values_list("settled", flat=True))
    assert left in ([], ["", "carried"])
    assert Note.objects.count() == 1


def test_an_answer_tapped_on_many_devices_is_one(seated: Cast) -> None:
    conversation = plan(seated)

    def tap() -> None:
        actions.say_helped(conversation=conversation, helped=Helped.YES, by=seated.amina, at=WEDNESDAY + HOUR)

    raised = together(*[tap] * DEVICES)
    assert (raised, Helpfulness.objects.count()) == ([None] * DEVICES, 1)
