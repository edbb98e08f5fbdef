"""Bo types while Amina speaks: it waits beside her own words until she says that it is right."""

from datetime import timedelta
from uuid import uuid4

import pytest

from bordenden.audit.models import Entry
from bordenden.foundation.rules import NotPossible, Stale
from bordenden.people.models import Person
from bordenden.plans import actions, queries
from bordenden.plans.models import Goal, Penned, Plan, SmallStep, Statement
from bordenden.plans.words import AgreedHow, PenAnswer, PennedAs, StatementKind
from tests.cast import MONDAY, Cast

LATER = MONDAY + timedelta(hours=1)
WISH = StatementKind.WISH


@pytest.fixture
def plan(cast: Cast) -> Plan:
    """Amina's plan, with nothing on it."""
    return actions.begin(table=cast.aminas_table, by=cast.bo, at=MONDAY)


def type_it(
    cast: Cast, plan: Plan, words: str, what: PennedAs = PennedAs.STATEMENT, goal: Goal | None = None
) -> Penned:
    return actions.write_for_her(
        plan=plan,
        what=what,
        kind=WISH if what == PennedAs.STATEMENT else None,
        goal=goal,
        words=words,
        form_key=uuid4(),
        by=cast.amina,
        pen=cast.bo,
        at=MONDAY,
    )


def say(cast: Cast, plan: Plan, words: str, version: int = 0) -> Statement:
    return actions.say(plan=plan, kind=WISH, words=words, version=version, by=cast.amina, at=MONDAY)


def confirm(penned: Penned, words: str, by: Person, version: int = 0) -> Penned:
    return actions.confirm_penned(penned=penned, words=words, version=version, by=by, at=LATER)


def test_it_is_hers_when_she_says_that_it_is_right_and_the_record_names_both(cast: Cast, plan: Plan) -> None:
    penned = type_it(cast, plan, "Jeg ønsker mig ro.")
    assert (queries.newest(plan=plan, kind=WISH), queries.to_build_on(plan=plan)) == (None, None)
    with pytest.raises(NotPossible):
        confirm(penned, penned.words, cast.bo)
    assert confirm(penned, penned.words, cast.amina).answer == PenAnswer.RIGHT
    (said,) = Statement.objects.all()
    assert (said.words, said.written_by, said.pen) == ("Jeg ønsker mig ro.", cast.amina, cast.bo)
    entry = Entry.objects.get(act="statement.write")
    assert (entry.actor, entry.pen) == (cast.amina.pk, cast.bo.pk)


def test_her_own_words_stand_until_she_confirms_and_what_she_wrote_since_is_not_written_over(
    cast: Cast, plan: Plan
) -> None:
    say(cast, plan, "En have")
    penned = type_it(cast, plan, "Et hus med have")
    stands = queries.newest(plan=plan, kind=WISH)
    assert (stands and stands.words, queries.hers_now(penned=penned)) == ("En have", ("En have", 1))
    say(cast, plan, "En lille have", 1)
    with pytest.raises(Stale):
        confirm(penned, penned.words, cast.amina, version=1)
    corrected = confirm(penned, "Et lille hus med have", cast.amina, version=2)
    assert corrected.answer == PenAnswer.CORRECTED
    assert [row.words for row in queries.history(plan=plan, kind=WISH)] == [
        "Et lille hus med have",
        "En lille have",
        "En have",
    ]


def test_what_are_not_her_words_come_to_nothing(cast: Cast, plan: Plan) -> None:
    penned = type_it(cast, plan, "Jeg vil i praktik.")
    actions.refuse_penned(penned=penned, by=cast.amina, at=LATER)
    with pytest.raises(NotPossible):
        confirm(penned, penned.words, cast.amina)
    assert (Statement.objects.count(), queries.waiting_for_her(plan=plan)) == (0, [])


def test_typed_anew_the_earlier_text_is_set_aside(cast: Cast, plan: Plan) -> None:
    first, second = type_it(cast, plan, "Ro"), type_it(cast, plan, "Ro om aftenen")
    first.refresh_from_db()
    assert (first.answer, [row.pk for row in queries.waiting_for_her(plan=plan)]) == (
        PenAnswer.REPLACED,
        [second.pk],
    )


def test_a_yes_on_paper_names_who_noted_it_and_never_changes_words_of_hers(cast: Cast, plan: Plan) -> None:
    penned = type_it(cast, plan, "Ro om aftenen")
    with pytest.raises(NotPossible):
        actions.confirm_on_paper(penned=penned, by=cast.ole, at=LATER)
    noted = actions.confirm_on_paper(penned=penned, by=cast.bo, at=LATER)
    assert (noted.answer, noted.answered_how, noted.noted_by) == (PenAnswer.RIGHT, AgreedHow.PAPER, cast.bo)
    again = type_it(cast, plan, "Noget helt andet")
    with pytest.raises(NotPossible, match="selv skrevet"):
        actions.confirm_on_paper(penned=again, by=cast.bo, at=LATER)
    assert [row.words for row in queries.history(plan=plan, kind=WISH)] == ["Ro om aftenen"]


def test_goals_their_words_and_steps_are_penned_the_same_way(cast: Cast, plan: Plan) -> None:
    goal_penned = type_it(cast, plan, "Et arbejde", PennedAs.GOAL)
    step_penned = type_it(cast, plan, "Ringe til Mie", PennedAs.STEP)
    assert (Goal.objects.count(), SmallStep.objects.count()) == (0, 0)
    confirm(goal_penned, "Et arbejde", cast.amina)
    confirm(step_penned, "Ringe til Mie i dag", cast.amina)
    goal, step = Goal.objects.get(), SmallStep.objects.get()
    reworded = type_it(cast, plan, "Et arbejde med børn", PennedAs.REWORD, goal)
    confirm(reworded, "Et arbejde med børn", cast.amina, version=1)
    assert step.words == "Ringe til Mie i dag"
    assert [(row.words, row.written_by, row.pen) for row in queries.wordings(goal=goal)] == [
        ("Et arbejde med børn", cast.amina, cast.bo),
        ("Et arbejde", cast.amina, cast.bo),
    ]
    with pytest.raises(NotPossible, match="kortere"):
        type_it(cast, plan, "x" * 201, PennedAs.STEP)


@pytest.mark.parametrize("name", ["mie", "ole", "sara", "amina"])
def test_only_her_own_caseworker_holds_the_pen(cast: Cast, plan: Plan, name: str) -> None:
    with pytest.raises(NotPossible):
        actions.write_for_her(
            plan=plan,
            what=PennedAs.GOAL,
            words="Et job",
            form_key=uuid4(),
            by=cast.amina,
            pen=getattr(cast, name),
            at=MONDAY,
        )
    assert type_it(cast, plan, "Et job", PennedAs.GOAL).pen == cast.bo
