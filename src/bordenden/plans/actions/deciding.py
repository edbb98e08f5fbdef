"""The influence record: what was decided, who proposed it, who decided, and on which of her words it builds."""

from datetime import datetime
from typing import Protocol
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from bordenden.audit.actions import Actor, record
from bordenden.foundation.rules import NotPossible
from bordenden.plans.models import Decision, Plan, Proposal, Statement
from bordenden.plans.queries import side_of, to_build_on
from bordenden.plans.words import DecisionAbout, StepOwner


class Decided(Protocol):
    """What was decided about: a goal, something chosen, a contact agreement, a mentor's seat."""

    @property
    def pk(self) -> UUID: ...


@transaction.atomic
def decide(
    *,
    plan: Plan,
    about: DecisionAbout,
    thing: Decided,
    by: Actor,
    at: datetime,
    proposed_by: Actor | None = None,
    proposal: Proposal | None = None,
    statement: Statement | None = None,
) -> Decision:
    """Write down that `by` decided. Call it inside the action that does it.

    Without `proposed_by` whoever decided also proposed; without `statement` it builds on the newest of her words.
    Raises NotPossible when she has said nothing at all yet, or the statement is another plan's.
    """
    built_on = statement or to_build_on(plan=plan)
    if built_on is None:
        raise NotPossible(_("Skriv først med dine egne ord, hvad du ønsker dig. Så bygger vi på det."))
    if built_on.plan_id != plan.pk:
        raise NotPossible(_("Vælg noget, du selv har skrevet."))
    proposer = proposed_by or by
    decision = Decision.objects.create(
        table_id=plan.table_id,
        municipality_id=plan.municipality_id,
        plan=plan,
        about=about,
        thing=thing.pk,
        statement=built_on,
        proposal=proposal,
        proposed_by_id=proposer.pk,
        proposed_side=_side(plan, proposer, at),
        decided_by_id=by.pk,
        decided_side=_side(plan, by, at),
        decided_at=at,
    )
    record(act="decision.note", by=by, thing=decision, at=at)
    return decision


def _side(plan: Plan, person: Actor, at: datetime) -> StepOwner:
    """Which side of the table somebody sits on; who decides from outside it (a department) counts as staff."""
    return side_of(thing=plan, person=person, at=at) or StepOwner.COORDINATOR
