"""Writes about the common lines: goals and small steps of the family, each with who has taken it on."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from bordenden.audit.actions import Actor, record
from bordenden.families.models import Family, Member, Undertaking
from bordenden.families.queries import member_of
from bordenden.foundation.ids import FormKey
from bordenden.foundation.rules import NotPossible
from bordenden.plans import actions as plans
from bordenden.plans.models import Goal, SmallStep


@transaction.atomic
def set_family_goal(
    *, family: Family, words: str, member: Member, supporters: str, form_key: FormKey, by: Actor, at: datetime
) -> Undertaking:
    """A goal of the whole family; `member` has taken it on, `supporters` are named in the family's own words."""
    _both_sit_here(family, member, by, at)
    goal = plans.set_goal(plan=family.plan, words=words, form_key=form_key, by=by, at=at)
    return _taken_on(family, member, supporters, by, at, goal=goal)


@transaction.atomic
def set_family_step(
    *, family: Family, words: str, member: Member, supporters: str, form_key: FormKey, by: Actor, at: datetime
) -> Undertaking:
    """A small step of the family; `member` takes it, `supporters` are named in the family's own words."""
    _both_sit_here(family, member, by, at)
    step = plans.set_step(plan=family.plan, words=words, form_key=form_key, by=by, at=at)
    return _taken_on(family, member, supporters, by, at, step=step)


@transaction.atomic
def mark_line(*, line: Undertaking, done: bool, reflection: str, by: Actor, at: datetime) -> Undertaking:
    """Somebody of the family says that a step is done, or takes that back."""
    if line.step is None:
        raise NotPossible(_("Kun et skridt kan være gjort."))
    if member_of(family=line.family, person=by, at=at) is None:
        raise NotPossible(_("Det kan kun en i familien."))
    plans.mark_step(step=line.step, done=done, reflection=reflection, by=by, at=at)
    return line


def _both_sit_here(family: Family, member: Member, by: Actor, at: datetime) -> None:
    here = member.family_id == family.pk and member.left_at is None
    if not here or member_of(family=family, person=by, at=at) is None:
        raise NotPossible(_("Vælg en, der er med i familiens plan."))


def _taken_on(
    family: Family,
    member: Member,
    supporters: str,
    by: Actor,
    at: datetime,
    *,
    goal: Goal | None = None,
    step: SmallStep | None = None,
) -> Undertaking:
    """The same said again is the same line."""
    line, created = Undertaking.objects.get_or_create(
        goal=goal,
        step=step,
        defaults={
            "table_id": family.table_id,
            "municipality_id": family.municipality_id,
            "family": family,
            "member": member,
            "supporters": supporters.strip(),
            "set_at": at,
        },
    )
    if created:
        record(act="family.take_on", by=by, thing=line, at=at)
    return line
