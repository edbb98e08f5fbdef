"""Amina's plan in the middle of her story, the room Mie had for a while, and who has looked. All of it is made up."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.timezone import localtime

from bordenden.access import acts
from bordenden.access.acts import Act
from bordenden.audit import writer
from bordenden.audit.models import Entry
from bordenden.audit.words import Kind
from bordenden.foundation.ids import new_id
from bordenden.pathways import actions as pathways
from bordenden.pathways.models import Table
from bordenden.pathways.words import Room
from bordenden.people.models import Person
from bordenden.plans import actions
from bordenden.plans.models import Plan
from bordenden.plans.words import StatementKind, StepOwner
from bordenden.worlds.cast.her_plan import build_around_her
from bordenden.worlds.cast.people import Cast

BEGUN = timedelta(days=180)
MIE_LET_IN, MIE_LET_OUT = timedelta(days=50), timedelta(days=3)
WORDS = {
    StatementKind.DREAM: "Jeg bliver glad, når jeg er sammen med børn. Jeg vil gerne arbejde i en børnehave.",
    StatementKind.PROBLEM: "Jeg sover dårligt. Så orker jeg ikke så meget om formiddagen. Og jeg bliver nervøs, når der kommer et brev.",
    StatementKind.SOLUTION: "At vi tager én ting ad gangen. Og at jeg kan ringe til den samme hver gang.",
}


@transaction.atomic
def build_plans(cast: Cast) -> None:
    """Her words, goals and steps; a room opened and closed for Mie; some days on which somebody looked."""
    begun = cast.at - BEGUN
    plan = actions.begin(table=cast.aminas_table, by=cast.birthe, at=begun)
    actions.begin(table=cast.karims_table, by=cast.ole, at=begun)
    actions.begin(table=cast.holms_table, by=cast.ole, at=begun)
    for day, (kind, words) in enumerate(WORDS.items()):
        at = begun + timedelta(days=day)
        actions.say(plan=plan, kind=kind, words=words, version=0, by=cast.amina, at=at)
    actions.comment(
        plan=plan,
        kind=StatementKind.PROBLEM,
        words="Tak, fordi du skriver det. Jeg ringer til dig, før jeg sender et brev.",
        form_key=new_id(),
        by=cast.bo,
        at=cast.at - timedelta(days=25),
    )
    actions.comment(
        plan=plan,
        kind=StatementKind.DREAM,
        words="Det kan jeg godt se dig i. Du er god til at vente på de små.",
        form_key=new_id(),
        by=cast.mie,
        at=cast.at - timedelta(days=20),
    )
    _goals_and_steps(cast, plan)
    build_around_her(cast, plan)
    pathways.open_room(seat=cast.mies_seat, room=Room.PLAN, by=cast.amina, at=cast.at - MIE_LET_IN)
    pathways.close_room(seat=cast.mies_seat, room=Room.PLAN, by=cast.amina, at=cast.at - MIE_LET_OUT)
    _looks(cast, plan)


def _goals_and_steps(cast: Cast, plan: Plan) -> None:
    def ago(days: int) -> datetime:
        return cast.at - timedelta(days=days)

    her = cast.amina
    job = actions.set_goal(plan=plan, words="Et arbejde", form_key=new_id(), by=her, at=ago(150))
    job = actions.reword_goal(
        goal=job,
        words="Et arbejde med børn. Et par timer om dagen til at begynde med.",
        version=1,
        by=her,
        at=ago(40),
    )
    sleep = actions.set_goal(plan=plan, words="At sove bedre", form_key=new_id(), by=her, at=ago(30))
    told = actions.set_step(plan=plan, words="Fortælle Mie om min drøm", form_key=new_id(), by=her, at=ago(45))
    actions.mark_step(
        step=told, done=True, reflection="Hun blev glad på mine vegne. Det gav mig mod.", by=her, at=ago(39)
    )
    for days, words, goal, owner in (
        (12, "Gå en tur efter aftensmaden", sleep, StepOwner.CITIZEN),
        (8, "Finde bussen til børnehaven", job, StepOwner.MENTOR),
        (5, "Ringe til børnehaven og spørge, om jeg må komme på besøg", job, StepOwner.CITIZEN),
    ):
        actions.set_step(plan=plan, words=words, form_key=new_id(), goal=goal, owner=owner, by=her, at=ago(days))


def _looks(cast: Cast, plan: Plan) -> None:
    """Looks as the door would have written them; it writes them outside a transaction, a world is built in one."""
    table = cast.aminas_table
    seen: list[tuple[Person, datetime, Act[Plan] | Act[Table], Plan | Table]] = [
        (cast.birthe, _at(cast, 61, 9, 12), acts.CASE_READ, table),
        (cast.birthe, _at(cast, 61, 9, 14), acts.PLAN_READ, plan),
        (cast.mie, _at(cast, 49, 10, 30), acts.PLAN_READ, plan),
        (cast.birthe, _at(cast, 33, 13, 5), acts.CASE_READ, table),
        (cast.mie, _at(cast, 28, 15, 40), acts.PLAN_READ, plan),
        (cast.bo, _at(cast, 25, 11, 20), acts.STATEMENT_COMMENT, plan),
        (cast.bo, _at(cast, 12, 9, 50), acts.PLAN_READ, plan),
        (cast.bo, _at(cast, 6, 14, 15), acts.CASE_READ, table),
        (cast.mie, _at(cast, 4, 12, 10), acts.PLAN_READ, plan),
        (cast.bo, _at(cast, 2, 10, 5), acts.CASE_READ, table),
        (cast.bo, _at(cast, 2, 10, 6), acts.CONTACTS_READ, table),
        (cast.bo, cast.at - timedelta(hours=1), acts.PLAN_READ, plan),
    ]
    writer.insert([_entry(cast, who, at, act.code, thing.pk, _kind_of(thing)) for who, at, act, thing in seen])


def _at(cast: Cast, days: int, hour: int, minute: int) -> datetime:
    """So many days ago, at that time of day in Denmark."""
    return localtime(cast.at - timedelta(days=days)).replace(hour=hour, minute=minute, second=0, microsecond=0)


def _kind_of(thing: Plan | Table) -> str:
    return type(thing).__name__.lower()


def _entry(cast: Cast, who: Person, at: datetime, code: str, thing: UUID, thing_type: str) -> Entry:
    return Entry(
        municipality=cast.fjordby.pk,
        at=at.astimezone(UTC),
        actor=who.pk,
        act=code,
        kind=Kind.LOOK,
        thing_type=thing_type,
        thing=thing,
        table=cast.aminas_table.pk,
    ).with_digest()
