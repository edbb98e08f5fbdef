"""Writes about versions: a draft of the plan as it stands, her yes to it, and the day it is put into her hands."""

from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from bordenden.audit.actions import Actor, record
from bordenden.foundation.ids import FormKey
from bordenden.foundation.rules import AlreadySent, NotPossible
from bordenden.pathways.queries import at_the_head, sits_at_head
from bordenden.people.models import Person
from bordenden.plans.actions.holding import hold
from bordenden.plans.models import Handover, Plan, PlanVersion
from bordenden.plans.queries import agreed_version, draft_of, missing_in, snapshot
from bordenden.plans.words import AgreedHow, HandedOver, VersionStatus
from bordenden.post.actions import call_off, queue
from bordenden.post.words import Kind


@transaction.atomic
def make_draft(*, plan: Plan, form_key: FormKey, by: Actor, at: datetime) -> PlanVersion:
    """The plan as it stands, to be agreed to. One draft at a time: an older one is laid away and kept.

    When nothing has changed since the draft that is there, that one stays. Whoever sits at the head hears of a
    draft that somebody else made.
    """
    held = hold(Plan, plan)
    sent = PlanVersion.objects.filter(plan=held, form_key=form_key).first()
    if sent is not None:
        return sent
    content, standing = snapshot(plan=held, at=at), draft_of(plan=held)
    if standing is not None and standing.content == content:
        return standing
    if standing is not None:
        _become(standing, VersionStatus.DROPPED)
        record(act="version.drop", by=by, thing=standing, at=at)
    last = PlanVersion.objects.filter(plan=held).order_by("-number").values_list("number", flat=True).first()
    made = PlanVersion.objects.create(
        table_id=held.table_id,
        municipality_id=held.municipality_id,
        plan=held,
        number=(last or 0) + 1,
        content=content,
        made_by_id=by.pk,
        made_at=at,
        form_key=form_key,
    )
    record(act="version.draft", by=by, thing=made, at=at)
    for person in at_the_head(table=held.table, at=at):
        if person.pk != by.pk:
            queue(to=person, kind=Kind.PLAN_READY, about=made, event=f"plan_ready:{made.pk}", at=at)
    return made


@transaction.atomic
def agree(*, version: PlanVersion, by: Actor, at: datetime) -> PlanVersion:
    """She says yes on her own device. Raises NotPossible for anybody but the head, and while something is missing."""
    if not sits_at_head(thing=version, person=by, at=at):
        raise NotPossible(_("Det er kun den, der sidder for bordenden, der kan sige ja til planen."))
    return _agree(version, agreed_by=by, noted_by=None, by=by, at=at)


@transaction.atomic
def note_paper(*, version: PlanVersion, signed_by: Person, by: Actor, at: datetime) -> PlanVersion:
    """She has signed it on paper, and whoever notes that is named.

    Raises NotPossible when the one who signed does not sit at the head, or is the one who notes it.
    """
    if not sits_at_head(thing=version, person=signed_by, at=at) or signed_by.pk == by.pk:
        raise NotPossible(_("Vælg den, der sidder for bordenden og har skrevet under."))
    return _agree(version, agreed_by=signed_by, noted_by=by, by=by, at=at)


def _agree(version: PlanVersion, *, agreed_by: Actor, noted_by: Actor | None, by: Actor, at: datetime) -> PlanVersion:
    """The former one is superseded first: the database lets no two hold at once. Said twice it is said once."""
    plan = hold(Plan, version.plan)
    saved = hold(PlanVersion, version)
    if saved.status == VersionStatus.AGREED:
        return saved
    if saved.status != VersionStatus.DRAFT:
        raise NotPossible(_("Der er kommet en nyere plan. Læs den nye først."))
    missing = missing_in(content=saved.content)
    if missing:
        raise NotPossible(" ".join(str(one.label) for one in missing))
    former = agreed_version(plan=plan)
    if former is not None:
        _become(former, VersionStatus.SUPERSEDED)
        call_off(about=former, kind=Kind.HANDOVER_DUE, at=at)
        record(act="version.supersede", by=by, thing=former, at=at)
    saved.status, saved.agreed_at = VersionStatus.AGREED, at
    saved.agreed_by_id = agreed_by.pk
    saved.noted_by_id = noted_by.pk if noted_by else None
    saved.agreed_how = AgreedHow.PAPER if noted_by else AgreedHow.DEVICE
    saved.save(update_fields=["status", "agreed_at", "agreed_by", "noted_by", "agreed_how"])
    call_off(about=saved, kind=Kind.PLAN_READY, at=at)
    record(act="version.paper" if noted_by else "version.agree", by=by, thing=saved, at=at)
    return saved


@transaction.atomic
def hand_over(
    *, version: PlanVersion, on: date, how: HandedOver, form_key: FormKey, by: Actor, at: datetime
) -> Handover:
    """It was put into her hands that day. Only what she has agreed to; never before she did, and never ahead."""
    saved = hold(PlanVersion, version)
    sent = Handover.objects.filter(version=saved, form_key=form_key).first()
    if sent is not None:
        if (sent.on, sent.how) != (on, how):
            raise AlreadySent(f"{sent.get_how_display()} {sent.on:%d-%m-%Y}")
        return sent
    if saved.agreed_at is None:
        raise NotPossible(_("Planen er ikke aftalt endnu. Print den gerne, og giv den videre, når den er aftalt."))
    if not localdate(saved.agreed_at) <= on <= localdate(at):
        raise NotPossible(_("Vælg en dag, fra planen blev aftalt, til i dag."))
    given = Handover.objects.create(
        table_id=saved.table_id,
        municipality_id=saved.municipality_id,
        version=saved,
        on=on,
        how=how,
        handed_by_id=by.pk,
        noted_at=at,
        form_key=form_key,
    )
    call_off(about=saved, kind=Kind.HANDOVER_DUE, at=at)
    record(act="handover.note", by=by, thing=given, at=at)
    return given


def _become(version: PlanVersion, status: VersionStatus) -> None:
    version.status = status
    version.save(update_fields=["status"])
