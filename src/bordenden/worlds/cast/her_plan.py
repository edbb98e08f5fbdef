"""What stands around Amina's goals in the story: what makes it hard, who does what, what waits for her yes. Made up."""

from collections.abc import Callable
from datetime import datetime, timedelta

from bordenden.foundation.ids import new_id
from bordenden.plans import actions
from bordenden.plans.actions import Around, Tags
from bordenden.plans.models import Plan, SmallStep
from bordenden.plans.words import (
    DecisionAbout,
    GoalKind,
    Horizon,
    LifeArea,
    PennedAs,
    StatementKind,
    StepOwner,
    TaskType,
)
from bordenden.worlds.cast.people import Cast

READING = "Blive tryg ved at læse højt for børn"


def build_around_her(cast: Cast, plan: Plan) -> None:
    """A third goal with her own look at it, three things that make it hard, five steps, a proposal and the pen."""

    def ago(days: int) -> datetime:
        return cast.at - timedelta(days=days)

    her = cast.amina
    reading = actions.set_goal(
        plan=plan,
        words=READING,
        form_key=new_id(),
        by=her,
        at=ago(20),
        tags=Tags(GoalKind.SKILL, LifeArea.EDUCATION, Horizon.MONTHS),
    )
    actions.check_goal(
        goal=reading, sure=6, takes="At jeg øver mig på min søsters børn.", form_key=new_id(), by=her, at=ago(19)
    )
    hard = [
        actions.set_barrier(plan=plan, words=words, form_key=new_id(), by=her, at=ago(days), area=area)
        for days, words, area in (
            (28, "Jeg falder først i søvn midt om natten.", LifeArea.HEALTH),
            (27, "Breve fra kommunen gør mig nervøs.", LifeArea.ECONOMY),
            (26, "Jeg kender ingen, der arbejder i en børnehave.", LifeArea.NETWORK),
        )
    ]
    actions.ease_barrier(barrier=hard[1], eased=True, by=her, at=ago(9))
    night = Around(area=LifeArea.HEALTH, barrier=hard[0])
    _step(cast, plan, "Lægge telefonen væk klokken ti", ago(11), night)
    letters = _step(cast, plan, "Læse brevet fra kommunen", ago(10), Around(StepOwner.COORDINATOR, LifeArea.ECONOMY))
    actions.want_help(step=letters, wanted=True, by=her, at=ago(4))
    _step(cast, plan, "Låne to billedbøger på biblioteket", ago(9), Around(area=LifeArea.EDUCATION))
    _step(cast, plan, "Læse højt for Saras børn om søndagen", ago(8), Around(area=LifeArea.EDUCATION))
    _what_bo_does(cast, plan, ago)


def _step(cast: Cast, plan: Plan, words: str, at: datetime, around: Around) -> SmallStep:
    return actions.set_step(plan=plan, words=words, form_key=new_id(), by=cast.amina, at=at, around=around)


def _what_bo_does(cast: Cast, plan: Plan, ago: Callable[[int], datetime]) -> None:
    actions.set_step(
        plan=plan,
        words="Finde to børnehaver, Amina kan besøge",
        form_key=new_id(),
        by=cast.bo,
        at=ago(7),
        owner=StepOwner.COORDINATOR,
        around=Around(task_type=TaskType.CHOOSE),
    )
    actions.write_for_her(
        plan=plan,
        what=PennedAs.STATEMENT,
        kind=StatementKind.WISH,
        words="Jeg ønsker mig en hverdag, hvor jeg ved, hvad der skal ske.",
        form_key=new_id(),
        by=cast.amina,
        pen=cast.bo,
        at=ago(6),
    )
    actions.propose(
        plan=plan,
        about=DecisionAbout.STEP,
        words="Skrive tre ting ned, du vil spørge børnehaven om",
        form_key=new_id(),
        by=cast.bo,
        at=ago(2),
    )
