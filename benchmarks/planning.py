"""What stands around the goals of a scene: what makes it hard, proposals, the pen, steps of those beside her."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bordenden.foundation.ids import new_id
from bordenden.people.models import Person
from bordenden.plans import actions
from bordenden.plans.models import Barrier, Goal, Penned, Plan, Proposal, SmallStep
from bordenden.plans.words import DecisionAbout, LifeArea, PennedAs, ProposalAnswer, StatementKind, StepOwner

HARD = "Jeg falder først i søvn midt om natten."


@dataclass(frozen=True, slots=True)
class Around:
    """One of each, for its page."""

    hard: Barrier
    proposal: Proposal
    mentors: Proposal
    penned: Penned
    own_step: SmallStep
    mentors_step: SmallStep


@dataclass(frozen=True, slots=True)
class Beside:
    """Whose plan it is, and who sits beside her."""

    plan: Plan
    head: Person
    coordinator: Person
    mentor: Person


def stand_around(rows: int, beside: Beside, goal: Goal, begun: datetime) -> Around:
    """So many of everything; each second proposal is answered, and what was penned is penned anew."""
    plan, head = beside.plan, beside.head
    for number in range(rows):
        at = begun + timedelta(days=number)
        words = f"{HARD} {number}"
        area = LifeArea.HEALTH
        hard = actions.set_barrier(plan=plan, words=words, form_key=new_id(), by=head, at=at, area=area)
        actions.check_goal(goal=goal, sure=number % 11, takes="Tid og ro", form_key=new_id(), by=head, at=at)
        proposal = _propose(beside, beside.coordinator, f"Skrive tre ting ned, {number}", at)
        if number % 2:
            actions.answer_proposal(proposal=proposal, answer=ProposalAnswer.ACCEPTED, by=head, at=at)
        own, mentors = (
            actions.set_step(plan=plan, words=f"Ringe, {number}", form_key=new_id(), by=by, at=at, owner=owner)
            for by, owner in ((beside.coordinator, StepOwner.COORDINATOR), (beside.mentor, StepOwner.MENTOR))
        )
        actions.want_help(step=own, wanted=True, by=beside.coordinator, at=at)
    for version in range(1, rows):
        later = begun + timedelta(days=rows + version)
        words = f"{HARD} {rows}, {version}"
        actions.reword_barrier(barrier=hard, words=words, version=version, by=head, at=later, area=area)
    return Around(
        hard, proposal, _propose(beside, beside.mentor, "Gå en tur", at), _pen(rows, beside, at), own, mentors
    )


def _propose(beside: Beside, by: Person, words: str, at: datetime) -> Proposal:
    return actions.propose(plan=beside.plan, about=DecisionAbout.STEP, words=words, form_key=new_id(), by=by, at=at)


def _pen(rows: int, beside: Beside, at: datetime) -> Penned:
    for number in range(rows):
        penned = actions.write_for_her(
            plan=beside.plan,
            what=PennedAs.STATEMENT,
            kind=StatementKind.WISH,
            words=f"Jeg ønsker mig ro, {number}.",
            form_key=new_id(),
            by=beside.head,
            pen=beside.coordinator,
            at=at,
        )
    return penned
