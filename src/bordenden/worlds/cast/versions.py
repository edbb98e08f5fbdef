"""Amina's plan on paper: a first one signed, a second one she agreed to and got in her hand, something new since.

All of it is made up.
"""

from datetime import datetime, timedelta

from django.utils.timezone import localdate

from bordenden.foundation.ids import new_id
from bordenden.offers.words import Area
from bordenden.plans import actions
from bordenden.plans.models import Chosen, Goal, Plan, PlanContact, PlanVersion
from bordenden.plans.queries import missing_before_agreeing, plan_of
from bordenden.plans.words import ChosenStatus, ContactRole, DecisionAbout, GoalKind, HandedOver, Lacks, Tempo
from bordenden.programmes.words import Department
from bordenden.worlds.cast.people import Cast

GONE = (ChosenStatus.COMPLETED, ChosenStatus.STOPPED, ChosenStatus.NOT_GRANTED)
CHOSEN, FIRST, SIGNED = timedelta(days=28), timedelta(days=7, hours=22), timedelta(days=7, hours=20)
FASTER, SECOND, GIVEN = timedelta(days=7), timedelta(days=6), timedelta(days=5, hours=12)


def build_versions(cast: Cast) -> None:
    """A step of hers is newer than the second version: her plan goes on."""
    plan = plan_of(table=cast.aminas_table)
    assert plan is not None  # noqa: S101
    chosen = _what_it_takes(cast, plan)
    first = actions.make_draft(plan=plan, form_key=new_id(), by=cast.bo, at=cast.at - FIRST)
    actions.note_paper(version=first, signed_by=cast.amina, by=cast.bo, at=cast.at - SIGNED)
    _hand_over(cast, first, cast.at - SIGNED)
    chosen.tempo = Tempo.NOW
    chosen.save(update_fields=["tempo"])
    actions.decide(plan=plan, about=DecisionAbout.TEMPO, thing=chosen, by=cast.amina, at=cast.at - FASTER)
    second = actions.make_draft(plan=plan, form_key=new_id(), by=cast.amina, at=cast.at - SECOND)
    actions.agree(version=second, by=cast.amina, at=cast.at - SECOND)
    _hand_over(cast, second, cast.at - GIVEN)


def _hand_over(cast: Cast, version: PlanVersion, at: datetime) -> None:
    actions.hand_over(version=version, on=localdate(at), how=HandedOver.MEETING, form_key=new_id(), by=cast.bo, at=at)


def _what_it_takes(cast: Cast, plan: Plan) -> Chosen:
    """What she cannot agree without, where no other part of the story has told it."""
    lacks = missing_before_agreeing(plan=plan, at=cast.at - FIRST)
    if Lacks.GOAL in lacks:
        Goal.objects.filter(plan=plan, version=2).update(kind=GoalKind.JOB)
    if Lacks.CONTACTS in lacks:
        _contact(cast, plan)
    rows = Chosen.objects.filter(plan=plan, chosen_at__lte=cast.at - FIRST, tempo=Tempo.SOON)
    first = rows.exclude(status__in=GONE).order_by("position", "pk").first()
    return first or _chosen(cast, plan)


def _contact(cast: Cast, plan: Plan) -> None:
    PlanContact.objects.create(
        table_id=plan.table_id,
        municipality_id=plan.municipality_id,
        plan=plan,
        role=ContactRole.DEPARTMENT,
        department=Department.HEALTH,
        name="Sundhedscentret",
        where="Havnegade 2",
        phone="20 00 00 22",
        hours="hverdage 8–15",
        position=1,
        set_at=cast.at - CHOSEN,
        form_key=new_id(),
    )


def _chosen(cast: Cast, plan: Plan) -> Chosen:
    made = Chosen.objects.create(
        table_id=plan.table_id,
        municipality_id=plan.municipality_id,
        plan=plan,
        area=Area.EMPLOYMENT,
        words="Besøg i en børnehave",
        why="Jeg vil se, hvordan dagen går der.",
        position=1,
        status_at=cast.at - CHOSEN,
        chosen_by=cast.amina,
        chosen_at=cast.at - CHOSEN,
        form_key=new_id(),
    )
    actions.decide(plan=plan, about=DecisionAbout.OFFER, thing=made, by=cast.amina, at=cast.at - CHOSEN)
    return made
