"""After the course: four days to ask about, who says how it went, and that she may leave it unanswered."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from bordenden.audit.models import Entry as AuditEntry
from bordenden.followup import actions, queries
from bordenden.followup.models import FollowUp
from bordenden.followup.words import Status, Teller
from bordenden.foundation.days import begin_of
from bordenden.foundation.rules import NotPossible
from bordenden.pathways import actions as pathways
from bordenden.pathways.models import Exit, Table
from bordenden.pathways.words import Decider, ExitReason
from bordenden.post.models import Letter
from bordenden.post.words import Kind, State
from bordenden.rounds.afterwards import ask
from progression.spells import status_after
from tests.cast import MONDAY, Cast

TODAY = MONDAY.date()


def left(cast: Cast, reason: ExitReason = ExitReason.ORDINARY_JOB, on: date = TODAY) -> Exit:
    """Amina leaves the project."""
    return pathways.end_course(
        enrolment=cast.aminas_course, on=on, reason=reason, decided_by=Decider.TOGETHER, by=cast.bo, at=MONDAY
    )


def planned(cast: Cast) -> list[FollowUp]:
    """The four days after it."""
    return actions.plan_after(ended=left(cast), by=cast.bo, at=MONDAY)


def on(day: FollowUp) -> datetime:
    """The morning of the day."""
    return begin_of(day.due_on) + timedelta(hours=9)


def test_the_days_are_those_on_which_a_spell_on_benefit_is_followed_up(cast: Cast) -> None:
    days = actions.plan_after(ended=left(cast, on=date(2026, 2, 28)), by=cast.bo, at=MONDAY)
    assert {one.months: one.due_on for one in days} == status_after(date(2026, 2, 28))


def test_an_exit_plans_four_days_once_and_a_death_none(cast: Cast) -> None:
    ended = left(cast)
    for _twice in range(2):
        actions.plan_after(ended=ended, by=cast.bo, at=MONDAY)
    days = FollowUp.objects.filter(exit=ended).order_by("months").values_list("months", "due_on")
    assert list(days) == [
        (1, date(2026, 4, 2)),
        (3, date(2026, 6, 2)),
        (6, date(2026, 9, 2)),
        (12, date(2027, 3, 2)),
    ]
    karims = pathways.end_course(
        enrolment=cast.karims_course,
        on=MONDAY.date(),
        reason=ExitReason.DEATH,
        decided_by=Decider.EVENT,
        by=cast.ole,
        at=MONDAY,
    )
    assert actions.plan_after(ended=karims, by=cast.ole, at=MONDAY) == []
    assert list(queries.not_planned(municipality=cast.fjordby)) == []


def test_bo_writes_what_he_heard_on_the_day_and_not_before(cast: Cast) -> None:
    first = planned(cast)[0]
    told: dict[str, Any] = {
        "status": Status.ORDINARY_JOB,
        "said_by": Teller.PLACE,
        "seen": "",
        "place_name": " Køkkenet ",
    }
    with pytest.raises(NotPossible, match="ikke kommet endnu"):
        actions.note(follow_up=first, by=cast.bo, at=MONDAY, **told)
    for _twice in range(2):
        actions.note(follow_up=first, wage_hours=Decimal("7.5"), by=cast.bo, at=on(first), **told)
    kept = FollowUp.objects.get(pk=first.pk)
    assert (kept.status, kept.wage_hours, kept.place_name, kept.said_by) == (
        "ordinary_job",
        Decimal("7.5"),
        "Køkkenet",
        "place",
    )
    assert (kept.noted_by, kept.by_herself) == (cast.bo, False)
    assert AuditEntry.objects.filter(act="follow_up.note", thing=first.pk).count() == 1


def test_hours_and_place_are_kept_of_nobody_without_one(cast: Cast) -> None:
    first = planned(cast)[0]
    told: dict[str, Any] = {
        "status": Status.BENEFITS,
        "said_by": Teller.RECORDS,
        "seen": "",
        "by": cast.bo,
        "at": on(first),
    }
    actions.note(follow_up=first, wage_hours=Decimal(20), place_name="Køkkenet", **told)
    kept = FollowUp.objects.get(pk=first.pk)
    assert (kept.status, kept.wage_hours, kept.place_name) == ("benefits", None, "")


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"status": Status.UNREACHED, "said_by": Teller.CITIZEN, "seen": ""}, "hvem der sagde det"),
        ({"status": Status.OTHER, "said_by": Teller.NOBODY, "seen": ""}, "hvem der sagde det"),
        ({"status": Status.DECLINED, "said_by": Teller.CITIZEN, "seen": ""}, "Kun borgeren selv"),
        (
            {"status": Status.ORDINARY_JOB, "said_by": Teller.CITIZEN, "seen": "", "wage_hours": Decimal(61)},
            "timer om ugen",
        ),
        ({"status": Status.OTHER, "said_by": Teller.CITIZEN, "seen": "benefits"}, "En anden har skrevet"),
    ],
)
def test_what_cannot_be_is_refused(cast: Cast, told: dict, words: str) -> None:  # type: ignore[type-arg]
    first = planned(cast)[0]
    with pytest.raises(NotPossible, match=words):
        actions.note(follow_up=first, by=cast.bo, at=on(first), **told)
    assert FollowUp.objects.get(pk=first.pk).status == ""


def test_her_own_answer_goes_before_bos_and_he_cannot_write_it_over(cast: Cast) -> None:
    first = planned(cast)[0]
    told: dict[str, Any] = {"status": Status.BENEFITS, "said_by": Teller.RECORDS, "by": cast.bo, "at": on(first)}
    actions.note(follow_up=first, seen="", **told)
    actions.answer(follow_up=first, status=Status.ORDINARY_EDUCATION, by=cast.amina, at=on(first))
    with pytest.raises(NotPossible, match="Det svar gælder"):
        actions.note(follow_up=first, seen="ordinary_education", **told)
    kept = FollowUp.objects.get(pk=first.pk)
    assert (kept.status, kept.said_by, kept.noted_by) == ("ordinary_education", "citizen", cast.amina)


def test_she_may_leave_it_unanswered_and_change_her_mind(cast: Cast) -> None:
    first = planned(cast)[0]
    actions.answer(follow_up=first, status=Status.DECLINED, by=cast.amina, at=on(first))
    assert queries.asked_now(table=cast.aminas_table, at=on(first)) is None
    actions.answer(follow_up=first, status=Status.FLEXJOB, by=cast.amina, at=on(first))
    assert FollowUp.objects.get(pk=first.pk).status == "flexjob"
    with pytest.raises(NotPossible, match="passer bedst"):
        actions.answer(follow_up=first, status=Status.UNREACHED, by=cast.amina, at=on(first))


def test_only_the_newest_day_is_asked_about(cast: Cast) -> None:
    first, second, *_later = planned(cast)
    assert queries.asked_now(table=cast.aminas_table, at=on(first) - timedelta(days=1)) is None
    assert queries.asked_now(table=cast.aminas_table, at=on(first)) == first
    assert queries.asked_now(table=cast.aminas_table, at=on(second)) == second
    actions.answer(follow_up=second, status=Status.OTHER, by=cast.amina, at=on(second))
    assert queries.asked_now(table=cast.aminas_table, at=on(second)) is None


def test_the_round_plans_what_nobody_planned_and_writes_once_to_her_and_to_bo(cast: Cast) -> None:
    ended = left(cast)
    assert ask(at=MONDAY) == 0
    first = FollowUp.objects.get(exit=ended, months=1)
    assert [ask(at=on(first) + timedelta(hours=hour)) for hour in range(2)] == [2, 0]
    letters = Letter.objects.filter(kind=Kind.FOLLOW_UP, thing=first.pk)
    assert set(letters.values_list("person", flat=True)) == {cast.amina.pk, cast.bo.pk}
    actions.answer(follow_up=first, status=Status.OTHER, by=cast.amina, at=on(first))
    assert set(letters.values_list("state", flat=True)) == {State.CANCELLED}
    assert ask(at=on(first) + timedelta(days=1)) == 0


def test_a_day_long_gone_is_asked_about_by_nobody(cast: Cast) -> None:
    left(cast)
    assert ask(at=MONDAY + timedelta(days=3 * 365)) == 0
    assert FollowUp.objects.filter(table=cast.aminas_table).count() == 4


def test_at_a_closed_table_nothing_is_planned_and_nobody_is_asked(cast: Cast) -> None:
    """She has moved, and her table went along: what stays behind is only to be read."""
    first = planned(cast)[0]
    Table.objects.filter(pk=cast.aminas_table.pk).update(closed_at=MONDAY)
    assert queries.asked_now(table=cast.aminas_table, at=on(first)) is None
    assert ask(at=on(first)) == 0
    FollowUp.objects.filter(table=cast.aminas_table).delete()
    assert list(queries.not_planned(municipality=cast.fjordby)) == []
