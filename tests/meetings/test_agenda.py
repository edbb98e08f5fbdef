"""Amina and Bo prepare a conversation: both may add, she decides, and her boundary is no topic."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from bordenden.foundation.rules import AlreadySent, NotPossible
from bordenden.meetings import actions, queries
from bordenden.meetings.models import AgendaItem, Boundary, Conversation
from bordenden.meetings.words import Side, Where
from tests.cast import MONDAY, Cast
from tests.meetings.stories import DAY, HOUR, WEDNESDAY, draw, hold, plan, put, words_of


def agenda(cast: Cast, conversation: Conversation) -> list[str]:
    return words_of(queries.agenda_of(conversation=conversation, at=MONDAY))


@pytest.mark.parametrize("name", ["amina", "bo"])
def test_both_may_arrange_a_conversation(cast: Cast, name: str) -> None:
    made = plan(cast, by=getattr(cast, name))
    assert (made.table, made.municipality, made.minutes) == (cast.aminas_table, cast.fjordby, 45)
    assert queries.next_conversation(table=cast.aminas_table, at=MONDAY) == made


def test_the_same_form_sent_twice_is_one_conversation_and_other_words_are_told(cast: Cast) -> None:
    key = uuid4()
    first = plan(cast, form_key=key)
    assert plan(cast, form_key=key) == first
    with pytest.raises(AlreadySent):
        plan(cast, form_key=key, place=Where.PHONE)
    assert Conversation.objects.count() == 1


@pytest.mark.parametrize(("days", "possible"), [(-1, False), (0, True), (366, True), (367, False)])
def test_a_conversation_is_planned_from_today_and_a_year_on(cast: Cast, days: int, possible: bool) -> None:
    if possible:
        assert plan(cast, MONDAY + days * DAY).starts_at == MONDAY + days * DAY
    else:
        with pytest.raises(NotPossible):
            plan(cast, MONDAY + days * DAY)
        assert Conversation.objects.count() == 0


def test_two_conversations_do_not_begin_at_the_same_moment_unless_one_is_cancelled(cast: Cast) -> None:
    first = plan(cast)
    with pytest.raises(NotPossible, match="allerede aftalt"):
        plan(cast, place=Where.PHONE)
    actions.cancel(conversation=first, by=cast.amina, at=MONDAY)
    assert plan(cast, place=Where.PHONE).place == Where.PHONE


@pytest.mark.requirement("R34")
def test_both_may_add_items_before_several_conversations_and_each_has_its_agenda(cast: Cast) -> None:
    first, second = plan(cast), plan(cast, WEDNESDAY + 7 * DAY)
    put(cast, "Praktik")
    put(cast, "Mie med på besøget", cast.bo)
    put(cast, "Efter besøget", cast.bo, conversation=second)
    rows = queries.agenda_of(conversation=first, at=MONDAY)
    assert [(row.words, row.side) for row in rows] == [
        ("Praktik", Side.CITIZEN),
        ("Mie med på besøget", Side.COORDINATOR),
    ]
    assert agenda(cast, second) == ["Efter besøget"]


def test_an_item_waits_for_the_next_conversation_when_none_is_planned(cast: Cast) -> None:
    put(cast, "Min søvn", topic="soevn")
    assert words_of(queries.waiting_items(table=cast.aminas_table, coming=None)) == ["Min søvn"]
    assert agenda(cast, plan(cast)) == ["Min søvn"]
    assert AgendaItem.objects.get().topic == "soevn"


def test_what_stands_on_the_agenda_is_not_put_twice(cast: Cast) -> None:
    assert put(cast, "Min søvn", topic="soevn") == put(cast, " Min søvn ", topic="soevn")
    assert AgendaItem.objects.count() == 1


def test_empty_words_are_refused(cast: Cast) -> None:
    with pytest.raises(NotPossible):
        put(cast, "  ")
    assert AgendaItem.objects.count() == 0


def test_nothing_is_put_on_a_conversation_that_is_over_or_at_another_table(cast: Cast) -> None:
    over, elsewhere = (
        plan(cast),
        Conversation.objects.create(
            table=cast.karims_table,
            municipality=cast.fjordby,
            starts_at=WEDNESDAY,
            place=Where.PHONE,
            minutes=30,
            arranged_by=cast.ole,
            arranged_at=MONDAY,
            form_key=uuid4(),
        ),
    )
    actions.cancel(conversation=over, by=cast.bo, at=MONDAY)
    for conversation in (over, elsewhere):
        with pytest.raises(NotPossible):
            put(cast, "Praktik", conversation=conversation)
    assert AgendaItem.objects.count() == 0


def test_she_orders_and_removes_whatever_stands_there(cast: Cast) -> None:
    conversation = plan(cast)
    rows = [put(cast, "Et"), put(cast, "To", cast.bo), put(cast, "Tre")]
    actions.move_item(item=rows[2], up=True, by=cast.amina, at=MONDAY)
    assert agenda(cast, conversation) == ["Et", "Tre", "To"]
    actions.move_item(item=rows[0], up=False, by=cast.amina, at=MONDAY)
    assert agenda(cast, conversation) == ["Tre", "Et", "To"]
    actions.move_item(item=rows[2], up=True, by=cast.amina, at=MONDAY)
    assert agenda(cast, conversation) == ["Tre", "Et", "To"]
    actions.remove_item(item=rows[1], by=cast.amina, at=MONDAY)
    assert agenda(cast, conversation) == ["Tre", "Et"]


@pytest.mark.parametrize(
    "refused",
    [
        lambda item, who: actions.move_item(item=item, up=True, by=who, at=MONDAY),
        lambda item, who: actions.remove_item(item=item, by=who, at=MONDAY),
        lambda item, who: actions.withdraw_item(item=item, by=who, at=MONDAY),
    ],
)
def test_he_neither_moves_nor_removes_what_is_hers(cast: Cast, refused: Callable[[AgendaItem, Any], None]) -> None:
    conversation = plan(cast)
    put(cast, "Et")
    item = put(cast, "To")
    with pytest.raises(NotPossible):
        refused(item, cast.bo)
    assert agenda(cast, conversation) == ["Et", "To"]


def test_he_may_take_back_what_he_put_there_himself(cast: Cast) -> None:
    conversation = plan(cast)
    item = put(cast, "Forkert borger", cast.bo)
    actions.withdraw_item(item=item, by=cast.bo, at=MONDAY)
    assert agenda(cast, conversation) == []


def test_what_was_not_reached_is_carried_on_and_what_was_is_done(cast: Cast) -> None:
    conversation = plan(cast)
    done, late = put(cast, "Praktik"), put(cast, "Søvn")
    hold(cast, conversation, talked_about=[done])
    settled = queries.agenda_of(conversation=conversation, at=WEDNESDAY + DAY)
    assert [(row.words, row.settled) for row in settled] == [("Praktik", "done"), ("Søvn", "carried")]
    following = plan(cast, WEDNESDAY + 7 * DAY)
    (carried,) = queries.agenda_of(conversation=following, at=WEDNESDAY + DAY)
    assert (carried.words, carried.side, carried.put_by, carried.carried_from) == (
        "Søvn",
        Side.CITIZEN,
        cast.amina,
        late,
    )


def test_what_was_talked_about_is_not_removed_afterwards(cast: Cast) -> None:
    item = put(cast, "Praktik")
    hold(cast, plan(cast), talked_about=[item])
    with pytest.raises(NotPossible):
        actions.remove_item(item=item, by=cast.amina, at=WEDNESDAY + DAY)
    assert AgendaItem.objects.get().words == "Praktik"


def test_a_cancelled_conversation_loses_nothing_of_its_agenda(cast: Cast) -> None:
    first = plan(cast)
    put(cast, "Praktik", conversation=first)
    actions.cancel(conversation=first, why="Amina er syg", by=cast.amina, at=MONDAY)
    assert words_of(queries.waiting_items(table=cast.aminas_table, coming=None)) == ["Praktik"]
    assert agenda(cast, plan(cast, WEDNESDAY + HOUR)) == ["Praktik"]


def test_what_an_unnoted_conversation_left_open_comes_along(cast: Cast) -> None:
    first = plan(cast)
    put(cast, "Praktik", conversation=first)
    later = plan(cast, WEDNESDAY + 7 * DAY)
    after = WEDNESDAY + DAY
    assert words_of(queries.agenda_of(conversation=later, at=after)) == ["Praktik"]
    assert queries.awaiting_note(0, 10, table=cast.aminas_table, at=after) == [first]


def test_a_conversation_that_was_held_is_not_cancelled(cast: Cast) -> None:
    conversation = plan(cast)
    hold(cast, conversation)
    with pytest.raises(NotPossible):
        actions.cancel(conversation=conversation, by=cast.bo, at=WEDNESDAY + DAY)


# The boundary


def test_her_boundary_ends_with_the_day_and_stands_on_no_agenda(cast: Cast) -> None:
    conversation = plan(cast)
    put(cast, "Praktik")
    boundary = draw(cast, conversation, "Min økonomi")
    evening = WEDNESDAY.replace(hour=22)
    assert queries.boundaries_of(conversation=conversation, at=MONDAY) == [boundary]
    assert queries.boundaries_of(conversation=conversation, at=evening) == [boundary]
    assert queries.boundaries_of(conversation=conversation, at=evening + 2 * HOUR) == []
    assert agenda(cast, conversation) == ["Praktik"]


def test_a_boundary_is_neither_ticked_nor_carried_on(cast: Cast) -> None:
    conversation = plan(cast)
    draw(cast, conversation, "Min økonomi")
    hold(cast, conversation)
    following = plan(cast, WEDNESDAY + 7 * DAY)
    assert agenda(cast, following) == []
    assert queries.boundaries_of(conversation=following, at=WEDNESDAY + DAY) == []


def test_only_she_draws_a_boundary_and_takes_it_back(cast: Cast) -> None:
    conversation = plan(cast)
    with pytest.raises(NotPossible):
        draw(cast, conversation, "Min økonomi", by=cast.bo)
    boundary = draw(cast, conversation, "Min økonomi")
    with pytest.raises(NotPossible):
        actions.take_back_boundary(boundary=boundary, by=cast.bo, at=MONDAY)
    actions.take_back_boundary(boundary=boundary, by=cast.amina, at=MONDAY)
    assert Boundary.objects.count() == 0


def test_a_boundary_is_drawn_once_and_not_after_the_day(cast: Cast) -> None:
    conversation, key = plan(cast), uuid4()
    first = draw(cast, conversation, "Min økonomi", form_key=key)
    assert draw(cast, conversation, "Min økonomi", form_key=key) == first
    assert draw(cast, conversation, "Min mor", form_key=key, at=MONDAY + HOUR) != first
    with pytest.raises(NotPossible):
        draw(cast, conversation, "Min bolig", at=WEDNESDAY + DAY)
    assert [row.words for row in queries.boundaries_of(conversation=conversation, at=MONDAY)] == [
        "Min økonomi",
        "Min mor",
    ]


# The database keeps its own promises


@pytest.mark.parametrize(
    ("change", "name"),
    [
        ({"cancelled_at": MONDAY}, "cancelled_by_somebody"),
        ({"minutes": 4}, "conversation_minutes_fit_a_day"),
    ],
)
def test_the_database_refuses_what_cannot_be(cast: Cast, change: dict[str, Any], name: str) -> None:
    conversation = plan(cast)
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        Conversation.objects.filter(pk=conversation.pk).update(**change)


def test_the_database_refuses_a_cancelled_conversation_that_was_held(cast: Cast) -> None:
    conversation = plan(cast)
    hold(cast, conversation)
    with pytest.raises(IntegrityError, match="cancelled_is_not_held"), transaction.atomic():
        Conversation.objects.filter(pk=conversation.pk).update(cancelled_at=MONDAY, cancelled_by=cast.bo)
