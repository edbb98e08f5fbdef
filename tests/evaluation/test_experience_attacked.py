"""Attacks on the figures about how they work together: many answers of one person, and caseworkers counted twice."""

from datetime import timedelta
from uuid import uuid4

import pytest

from bordenden.assessments.models import Item
from bordenden.evaluation.experience import publishable_experience
from bordenden.evaluation.publication import publish
from bordenden.evaluation.published import figures_of
from bordenden.foundation.rules import NotPossible
from bordenden.meetings.models import Conversation, Helpfulness
from bordenden.meetings.words import Helped, Side
from bordenden.pathways import actions as pathways
from bordenden.pathways.models import Table
from bordenden.pathways.words import LeavingReason
from bordenden.people.models import Person
from tests.cast import MONDAY, Cast
from tests.evaluation.test_experience import AFTERWARDS, SPRING, caseworkers, citizen, say
from tests.evaluation.test_experience import asked as asked_of_min_vurdering

asked = asked_of_min_vurdering
CITIZENS = 30


def told(table: Table, by: Person, helped: Helped, *, side: Side = Side.CITIZEN, days: int = 0) -> None:
    """One answer after one conversation."""
    at = MONDAY + timedelta(days=days)
    place = {"table": table, "municipality_id": table.municipality_id}
    talk = Conversation.objects.create(
        **place,
        starts_at=at,
        place="office",
        minutes=45,
        arranged_by=by,
        arranged_at=at,
        held_at=at,
        form_key=uuid4(),
    )
    Helpfulness.objects.create(**place, conversation=talk, side=side, helped=helped, said_by=by, said_at=at)


def lines(cast: Cast) -> dict[str, dict[str, int | None]]:
    """What is published, by title."""
    safe = publishable_experience(programme=cast.programme, quarter=SPRING, at=AFTERWARDS)
    release = publish(safe, by=cast.stine, at=AFTERWARDS)
    return {one.title: {line.label: line.people for line in one.lines} for one in figures_of(release=release)}


def test_one_citizen_who_says_no_twelve_times_is_no_group_of_ten(cast: Cast) -> None:
    staff = caseworkers(cast, 5)
    for place in range(CITIZENS):
        table, head = citizen(cast, staff[place % 5], place)
        for day in range(12 if place == 0 else 1):
            told(table, head, Helped.NO if place == 0 else Helped.YES, days=day)
    assert lines(cast) == {"Borgerne: hjalp samtalen?": {"Ja": None, "Lidt eller nej": None}}


def test_each_citizen_counts_once_by_what_she_said_last(cast: Cast) -> None:
    staff = caseworkers(cast, 5)
    for place in range(CITIZENS):
        table, head = citizen(cast, staff[place % 5], place)
        told(table, head, Helped.NO)
        told(table, head, Helped.YES if place < 20 else Helped.NO, days=3)
    assert lines(cast) == {"Borgerne: hjalp samtalen?": {"Ja": 20, "Lidt eller nej": 10}}


def test_answers_of_four_caseworkers_are_of_four_however_often_they_answer_and_whose_tables_they_were(
    cast: Cast,
) -> None:
    """Each table changed hands: ten have sat there, four have answered."""
    first, second = caseworkers(cast, 5), caseworkers(cast, 5)
    for place in range(CITIZENS):
        table, _head = citizen(cast, first[place % 5], place)
        pathways.change_coordinator(
            table=table, to=second[place % 5], because=LeavingReason.ORGANISATION, by=cast.lis, at=MONDAY
        )
        told(table, second[place % 4], Helped.YES if place % 2 else Helped.NO, side=Side.COORDINATOR, days=1)
    with pytest.raises(NotPossible, match="for få svar"):
        lines(cast)


def test_trust_in_three_caseworkers_is_not_of_six_because_their_tables_changed_hands(
    cast: Cast, asked: dict[str, Item]
) -> None:
    """All was said of those who sat there then; whoever came later was not meant."""
    meant, later = caseworkers(cast, 3), caseworkers(cast, 3)
    for place in range(CITIZENS):
        table, head = citizen(cast, meant[place % 3], place)
        say(table, head, asked["tillid"], 2 if place < 12 else 9)
        pathways.change_coordinator(
            table=table,
            to=later[place % 3],
            because=LeavingReason.ORGANISATION,
            by=cast.lis,
            at=MONDAY + timedelta(days=2),
        )
    with pytest.raises(NotPossible, match="for få svar"):
        lines(cast)
