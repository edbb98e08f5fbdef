"""Writes about how professionals work together around her plan. None of them touches a word of hers."""

from collections.abc import Collection
from datetime import date, datetime
from typing import TypeVar

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from bordenden.audit.actions import Actor, record
from bordenden.foundation.ids import FormKey
from bordenden.foundation.rules import AlreadySent, NotPossible, Stale
from bordenden.people.models import Person
from bordenden.plans.actions.holding import hold, some
from bordenden.plans.models import (
    Approval,
    Goal,
    GuidanceNote,
    MentorRole,
    Plan,
    PlanContact,
    PlanRules,
    TeamAdvice,
)
from bordenden.plans.queries import agreed_version_of, mentor_roles_of, own_areas, rules_for, rules_of
from bordenden.plans.words import ContactRole
from bordenden.programmes.models import Project
from bordenden.programmes.words import Department

N = TypeVar("N", GuidanceNote, TeamAdvice)
MOST_AT_ALL = 20


@transaction.atomic
def write_mentor_role(
    *, plan: Plan, mentor: Person, words: str, tasks: str, version: int, form_key: FormKey, by: Actor, at: datetime
) -> MentorRole:
    """What the mentor is there for, and does. `version` is the one the writer had before them, 0 for none.

    Every earlier wording is kept. Raises Stale when another was written in between.
    """
    words, tasks = some(words), some(tasks)
    hold(Plan, plan)
    earlier = mentor_roles_of(plan=plan).first()
    if earlier is not None and (earlier.mentor_id, earlier.words, earlier.tasks) == (mentor.pk, words, tasks):
        return earlier
    if earlier is not None and earlier.version != version:
        raise Stale(_("Teksten er ændret, mens du skrev."), f"{earlier.words}\n{earlier.tasks}", earlier.version)
    made = MentorRole.objects.create(
        **_place(plan),
        plan=plan,
        mentor=mentor,
        version=earlier.version + 1 if earlier else 1,
        words=words,
        tasks=tasks,
        written_by_id=by.pk,
        written_at=at,
        form_key=form_key,
    )
    record(act="mentor_role.write", by=by, thing=made, at=at)
    return made


@transaction.atomic
def note_guidance(
    *, plan: Plan, contact: PlanContact, on: date, words: str, form_key: FormKey, by: Actor, at: datetime
) -> GuidanceNote:
    """What was coordinated with the youth guidance on a day; she reads it at once. Nothing is written over.

    Raises NotPossible for a day to come, or for somebody who is not of the youth guidance on this plan.
    """
    if contact.plan_id != plan.pk or contact.role != ContactRole.GUIDANCE:
        raise NotPossible(_("Vælg en fra vejledningen, der står på planen."))
    _not_to_come(on, at)
    said = {"contact": contact, "on": on, "words": some(words)}
    defaults = {**_place(plan), **said, "written_by_id": by.pk, "written_at": at}
    made, created = GuidanceNote.objects.get_or_create(plan=plan, form_key=form_key, defaults=defaults)
    return _first(made, created, said, act="guidance.note", by=by, at=at)


@transaction.atomic
def note_team_advice(
    *,
    plan: Plan,
    on: date,
    took_part: Collection[Department],
    words: str,
    form_key: FormKey,
    by: Actor,
    at: datetime,
    goal: Goal | None = None,
) -> TeamAdvice:
    """What the team said on a day, who took part, and about which goal of hers, if about one.

    Raises NotPossible where the municipality uses no team, nobody took part, or the goal is another plan's.
    """
    if not rules_for(plan=plan).uses_team:
        raise NotPossible(_("Kommunen bruger ikke et tværfagligt team. Projektlederen kan ændre det."))
    if not took_part:
        raise NotPossible(_("Vælg, hvem der var med."))
    if goal is not None and goal.plan_id != plan.pk:
        raise NotPossible(_("Vælg et mål, der står på planen."))
    _not_to_come(on, at)
    areas = " ".join(area.value for area in Department if area in took_part)
    said = {"on": on, "took_part": areas, "words": some(words), "goal": goal}
    defaults = {**_place(plan), **said, "written_by_id": by.pk, "written_at": at}
    made, created = TeamAdvice.objects.get_or_create(plan=plan, form_key=form_key, defaults=defaults)
    return _first(made, created, said, act="team.advise", by=by, at=at)


@transaction.atomic
def approve_part(*, plan: Plan, area: Department, by: Person, at: datetime) -> Approval:
    """A professional stands by the part of the agreed version that is of their area; once each.

    Raises NotPossible while no version is agreed, and for an area that is not their own.
    """
    version = agreed_version_of(plan=plan)
    if version is None:
        raise NotPossible(_("Planen er ikke aftalt endnu. Først siger den, planen handler om, ja."))
    if area not in own_areas(of=by, at=at):
        raise NotPossible(_("Du kan kun stå inde for dit eget område."))
    defaults = {**_place(plan), "approved_at": at}
    made, created = Approval.objects.get_or_create(version=version, area=area, approved_by=by, defaults=defaults)
    if created:
        record(act="part.approve", by=by, thing=made, at=at)
    return made


@transaction.atomic
def set_plan_rules(
    *, project: Project, uses_team: bool, most_professionals: int, version: int, by: Actor, at: datetime
) -> PlanRules | None:
    """How the municipality of the project goes about plans; every earlier one is kept. None: as it already is.

    Raises Stale when somebody changed them in between, NotPossible for a limit out of reason.
    """
    municipality = project.municipality
    hold(Project, project)
    now = rules_of(municipality=municipality)
    if (now.uses_team, now.most_professionals) == (uses_team, most_professionals) and now.version:
        return None
    if now.version != version:
        raise Stale(_("Reglerne er ændret, mens du skrev."), str(now.most_professionals), now.version)
    if not 1 <= most_professionals <= MOST_AT_ALL:
        raise NotPossible(_("Skriv et tal fra 1 til %(most)d.") % {"most": MOST_AT_ALL})
    made = PlanRules.objects.create(
        municipality=municipality,
        version=now.version + 1,
        uses_team=uses_team,
        most_professionals=most_professionals,
        set_by_id=by.pk,
        set_at=at,
    )
    record(act="plan_rules.set", by=by, thing=made, at=at)
    return made


def _not_to_come(on: date, at: datetime) -> None:
    if on > localdate(at):
        raise NotPossible(_("Skriv en dag, der har været."))


def _place(plan: Plan) -> dict[str, object]:
    return {"table_id": plan.table_id, "municipality_id": plan.municipality_id}


def _first(made: N, created: bool, said: dict[str, object], *, act: str, by: Actor, at: datetime) -> N:
    """The same form sent again gives the first; another text sent from it is refused."""
    if created:
        record(act=act, by=by, thing=made, at=at)
    elif any(getattr(made, field) != value for field, value in said.items()):
        raise AlreadySent(made.words)
    return made
