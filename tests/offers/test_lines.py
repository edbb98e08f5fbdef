"""The line for an offer: its order, a place offered and passed on, priority with a reason, and how long it takes."""

from collections.abc import Callable
from datetime import datetime, timedelta
from operator import attrgetter
from typing import Any
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.utils.timezone import localtime
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bordenden.audit.models import Entry
from bordenden.foundation.nobody import NOBODY
from bordenden.foundation.rules import NotPossible
from bordenden.offers import actions, queries
from bordenden.offers.models import Offer, Waiting, WaitingMark
from bordenden.offers.words import HOLDS_A_PLACE, STILL_IN, OfferKind, WaitingState
from bordenden.pathways.models import Table
from bordenden.people.models import Person
from bordenden.post.models import Letter
from tests.cast import MONDAY, Cast
from tests.offers.made import offer_of, tables_of

DAY = timedelta(days=1)


def later(days: int) -> datetime:
    return MONDAY + days * DAY


def joined(offer: Offer, head: Person, table: Table, at: datetime = MONDAY) -> Waiting:
    return actions.join(offer=offer, table=table, form_key=uuid4(), by=head, at=at)


def ahead(waiting: Waiting) -> int:
    number: int = attrgetter("ahead")(waiting)
    return number


def states(offer: Offer) -> list[str]:
    return [row.state for row in Waiting.objects.filter(offer=offer).order_by("since")]


def marks(waiting: Waiting) -> list[tuple[str, Any]]:
    return list(WaitingMark.objects.filter(waiting=waiting).order_by("at", "pk").values_list("state", "by"))


def test_a_free_place_is_offered_at_once_and_whoever_comes_after_waits_by_date(cast: Cast) -> None:
    offer = offer_of(cast, capacity=1)
    (karin, karins), (lars, hans) = tables_of(cast, 2)
    first = joined(offer, cast.amina, cast.aminas_table)
    second, third = joined(offer, karin, karins, later(1)), joined(offer, lars, hans, later(2))
    assert [first.state, second.state, third.state] == ["offered", "waiting", "waiting"]
    assert [queries.position(waiting=row) for row in (second, third)] == [1, 2]
    assert localtime(first.answer_by).isoformat() == "2026-03-10T00:00:00+01:00"
    assert sorted(marks(first)) == sorted([("waiting", cast.amina.pk), ("offered", None)])


def test_nobody_stands_in_line_twice_and_the_date_she_came_is_kept(cast: Cast) -> None:
    offer = offer_of(cast, capacity=0)
    first = joined(offer, cast.amina, cast.aminas_table)
    again = joined(offer, cast.amina, cast.aminas_table, later(3))
    assert (again.pk, again.since, Waiting.objects.count()) == (first.pk, MONDAY, 1)
    with pytest.raises(IntegrityError), transaction.atomic():
        Waiting.objects.create(
            table=cast.aminas_table,
            municipality=cast.fjordby,
            offer=offer,
            since=MONDAY,
            changed_at=MONDAY,
            form_key=uuid4(),
        )


def test_a_yes_holds_the_place_and_a_no_gives_it_to_the_next(cast: Cast) -> None:
    offer = offer_of(cast, capacity=1)
    ((karin, karins),) = tables_of(cast, 1)
    first, second = joined(offer, cast.amina, cast.aminas_table), joined(offer, karin, karins)
    actions.decline(waiting=first, by=cast.amina, at=later(1))
    assert states(offer) == ["declined", "offered"]
    taken = actions.take(waiting=second, by=karin, at=later(2))
    assert (taken.state, actions.take(waiting=second, by=karin, at=later(3)).changed_at) == ("taken", later(2))
    with pytest.raises(NotPossible, match="Har sagt ja"):
        actions.decline(waiting=second, by=karin, at=later(3))
    actions.end_place(waiting=second, by=cast.ole, at=later(9))
    assert queries.free_places(offer=offer) == 1


def test_only_the_head_joins_leaves_and_answers(cast: Cast) -> None:
    offer = offer_of(cast, capacity=1)
    with pytest.raises(NotPossible, match="for bordenden"):
        joined(offer, cast.bo, cast.aminas_table)
    waiting = joined(offer, cast.amina, cast.aminas_table)
    for step in (actions.take, actions.decline, actions.leave):
        with pytest.raises(NotPossible, match="for bordenden"):
            step(waiting=waiting, by=cast.bo, at=MONDAY)


def test_a_place_nobody_answers_for_goes_on_and_both_hear_of_it_once(cast: Cast) -> None:
    offer = offer_of(cast, capacity=1)
    ((karin, karins),) = tables_of(cast, 1)
    first, second = joined(offer, cast.amina, cast.aminas_table), joined(offer, karin, karins)
    deadline = first.answer_by
    assert deadline is not None
    assert actions.pass_on(offer=offer, at=deadline - timedelta(seconds=1)) == 0
    assert [actions.pass_on(offer=offer, at=deadline) for _time in range(2)] == [1, 0]
    assert states(offer) == ["passed_on", "offered"]
    assert sorted(marks(first)) == sorted([("waiting", cast.amina.pk), ("offered", None), ("passed_on", None)])
    heard = sorted(Letter.objects.values_list("person", "kind", "state"))
    assert heard == sorted(
        [
            (cast.amina.pk, "place_offered", "cancelled"),
            (cast.amina.pk, "place_passed_on", "waiting"),
            (karin.pk, "place_offered", "waiting"),
        ]
    )
    assert second.pk == Waiting.objects.get(state="offered").pk


def test_a_yes_counts_until_the_place_has_in_fact_gone_on(cast: Cast) -> None:
    offer = offer_of(cast, capacity=1)
    waiting = joined(offer, cast.amina, cast.aminas_table)
    assert actions.take(waiting=waiting, by=cast.amina, at=later(20)).state == "taken"
    assert actions.pass_on(offer=offer, at=later(21)) == 0


def test_who_frees_a_place_is_told_to_nobody_who_is_given_it(cast: Cast) -> None:
    offer = offer_of(cast, capacity=1)
    ((karin, karins),) = tables_of(cast, 1)
    first, second = joined(offer, cast.amina, cast.aminas_table), joined(offer, karin, karins)
    actions.decline(waiting=first, by=cast.amina, at=later(1))
    assert set(Entry.objects.filter(table=karins.pk, act__startswith="line.").values_list("actor", flat=True)) == {
        karin.pk,
        NOBODY.pk,
    }
    assert WaitingMark.objects.filter(waiting=second, by=cast.amina).count() == 0


def test_a_priority_is_set_by_staff_of_the_municipality_with_a_reason(cast: Cast) -> None:
    offer = offer_of(cast, capacity=0)
    ((karin, karins),) = tables_of(cast, 1)
    hers, other = joined(offer, cast.amina, cast.aminas_table), joined(offer, karin, karins)
    for by, why, words in (
        (cast.niels, "Er syg", "tilbuddets kommune"),
        (cast.amina, "Jeg vil", "tilbuddets kommune"),
        (cast.lis, " ", "Skriv hvorfor"),
    ):
        with pytest.raises(NotPossible, match=words):
            actions.prioritise(waiting=other, priority=1, why=why, by=by, at=later(1))
    actions.prioritise(waiting=other, priority=1, why="Skal begynde før fødslen.", by=cast.lis, at=later(1))
    assert list(queries.in_order(offer=offer)) == [other, hers]
    kept = WaitingMark.objects.filter(waiting=other, by=cast.lis).values_list("state", "why")
    assert list(kept) == [("waiting", "Skal begynde før fødslen.")]


def test_less_room_takes_a_place_from_nobody_and_gives_none_away_until_there_is_room(cast: Cast) -> None:
    offer = offer_of(cast, capacity=3)
    people = tables_of(cast, 4)
    line = [joined(offer, head, table) for head, table in people]
    for waiting, (head, _table) in zip(line[:3], people, strict=False):
        actions.take(waiting=waiting, by=head, at=MONDAY)
    Offer.objects.filter(pk=offer.pk).update(capacity=1)
    assert actions.give_places(offer=offer, at=later(1)) == []
    assert (states(offer), queries.free_places(offer=Offer.objects.get())) == (["taken"] * 3 + ["waiting"], 0)
    actions.end_place(waiting=line[0], by=people[0][0], at=later(2))
    assert states(offer)[3] == "waiting"
    Offer.objects.filter(pk=offer.pk).update(capacity=3)
    assert [row.pk for row in actions.give_places(offer=offer, at=later(3))] == [line[3].pk]


def test_what_is_withdrawn_or_another_municipalitys_or_a_draft_has_no_line(cast: Cast) -> None:
    offer = offer_of(cast)
    for change in ({"withdrawn_at": MONDAY}, {"published_at": None, "withdrawn_at": None}):
        Offer.objects.filter(pk=offer.pk).update(**change)
        with pytest.raises(NotPossible):
            joined(offer, cast.amina, cast.aminas_table)
    Offer.objects.filter(pk=offer.pk).update(published_at=MONDAY, municipality=cast.bakkeby)
    with pytest.raises(NotPossible, match="ikke stille dig i kø"):
        joined(offer, cast.amina, cast.aminas_table)


@pytest.mark.requirement("R46")
def test_a_line_for_a_person_has_a_queue_a_position_and_an_offer(cast: Cast) -> None:
    mentor = offer_of(cast, capacity=1, kind=OfferKind.PERSON, name="Social mentor")
    ((karin, karins),) = tables_of(cast, 1)
    joined(mentor, karin, karins)
    joined(mentor, cast.amina, cast.aminas_table, later(1))
    (hers,) = queries.lines_of(table=cast.aminas_table)
    (first,) = queries.lines_of(table=karins)
    assert (hers.offer.kind, hers.state, ahead(hers)) == ("person", "waiting", 0)
    assert (first.state, ahead(first)) == ("offered", 0)
    actions.decline(waiting=first, by=karin, at=later(2))
    (hers,) = queries.lines_of(table=cast.aminas_table)
    assert hers.state == "offered"


def test_how_long_is_not_known_until_places_have_become_free(cast: Cast) -> None:
    offer = offer_of(cast, capacity=1)
    people = tables_of(cast, 5)
    line = [joined(offer, head, table, MONDAY - 60 * DAY) for head, table in people]
    assert queries.pace_of(offer=offer, at=MONDAY).days(1) is None
    for number in range(3):
        actions.decline(waiting=line[number], by=people[number][0], at=MONDAY - (40 - number) * DAY)
    pace = queries.pace_of(offer=offer, at=MONDAY)
    assert (pace.freed, pace.days(1), pace.days(2)) == (3, 20, 40)


def test_the_days_from_wish_to_place_are_kept_at_every_step(cast: Cast) -> None:
    offer = offer_of(cast, capacity=0)
    waiting = joined(offer, cast.amina, cast.aminas_table)
    Offer.objects.filter(pk=offer.pk).update(capacity=1)
    actions.give_places(offer=offer, at=later(12))
    actions.take(waiting=waiting, by=cast.amina, at=later(13))
    kept = list(WaitingMark.objects.filter(waiting=waiting).order_by("at").values_list("state", "at"))
    assert kept == [("waiting", MONDAY), ("offered", later(12)), ("taken", later(13))]


STEPS = st.lists(
    st.tuples(st.sampled_from(["join", "leave", "take", "decline", "end", "pass_on", "room"]), st.integers(0, 4)),
    min_size=5,
    max_size=25,
)


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps=STEPS)
def test_no_sequence_of_steps_gives_more_places_than_there_is_room_or_loses_the_order(
    cast: Cast, steps: list[tuple[str, int]]
) -> None:
    """Whoever was given a place was the first in line at that moment; only less room may leave more in than fit."""
    with transaction.atomic():
        play(cast, steps)
        transaction.set_rollback(True)


def play(cast: Cast, steps: list[tuple[str, int]]) -> None:
    offer, people, at = offer_of(cast, capacity=1), tables_of(cast, 5), MONDAY
    for what, number in steps:
        at += DAY
        line = [row.pk for row in queries.in_order(offer=offer)]
        held = set(holders(offer))
        one_step(what, number, offer, people, at)
        room = Offer.objects.get(pk=offer.pk).capacity or 0
        given = set(holders(offer)) - held
        assert len(holders(offer)) <= max(room, len(held))
        newcomers = [row.pk for row in Waiting.objects.filter(offer=offer, since=at)]
        assert given == set((line + newcomers)[: len(given)])
        assert line_moves_up(line, offer)
        still = Waiting.objects.filter(offer=offer, state__in=STILL_IN).values_list("table", flat=True)
        assert len(still) == len(set(still))
        assert all(last_mark(row) == row.state for row in Waiting.objects.filter(offer=offer))


def holders(offer: Offer) -> list[Any]:
    return list(Waiting.objects.filter(offer=offer, state__in=HOLDS_A_PLACE).values_list("pk", flat=True))


def line_moves_up(before: list[Any], offer: Offer) -> bool:
    after = [row.pk for row in queries.in_order(offer=offer)]
    return [pk for pk in before if pk in after] == [pk for pk in after if pk in before]


def last_mark(waiting: Waiting) -> str:
    """The newest mark; a place given on the very moment she joined has two."""
    rows = list(WaitingMark.objects.filter(waiting=waiting).order_by("at"))
    newest = {row.state for row in rows if row.at == rows[-1].at}
    return waiting.state if waiting.state in newest else rows[-1].state


def one_step(what: str, number: int, offer: Offer, people: list[tuple[Person, Table]], at: datetime) -> None:
    head, table = people[number]
    if what == "join":
        joined(offer, head, table, at)
    elif what == "room":
        Offer.objects.filter(pk=offer.pk).update(capacity=number)
        actions.give_places(offer=offer, at=at)
    elif what == "pass_on":
        actions.pass_on(offer=offer, at=at)
    else:
        mine = Waiting.objects.filter(offer=offer, table=table, state__in=STILL_IN).first()
        doing: dict[str, tuple[WaitingState, Callable[..., Any]]] = {
            "leave": (WaitingState.WAITING, actions.leave),
            "take": (WaitingState.OFFERED, actions.take),
            "decline": (WaitingState.OFFERED, actions.decline),
            "end": (WaitingState.TAKEN, actions.end_place),
        }
        state, step = doing[what]
        # A place that is taken twice is taken once.
        again = what == "take" and mine is not None and mine.state == WaitingState.TAKEN
        if mine is not None and (mine.state == state or again):
            step(waiting=mine, by=head, at=at)
        elif mine is not None:
            with pytest.raises(NotPossible):
                step(waiting=mine, by=head, at=at)
