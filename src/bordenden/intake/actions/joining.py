"""Writes about whether she will join: her yes with her own hope, her no, and that she stops again, any day."""

from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from bordenden.audit.actions import record
from bordenden.foundation.rules import NotPossible
from bordenden.intake.models import Candidate, Referral
from bordenden.intake.queries import may_be_caseworker, referral_behind
from bordenden.intake.words import CandidacyEnd
from bordenden.pathways import actions as pathways
from bordenden.pathways.models import Enrolment, Exit, Seat, Table
from bordenden.pathways.queries import beside_her, sits_at_head
from bordenden.pathways.words import Decider, ExitReason, SeatRole
from bordenden.people.models import Person
from bordenden.post.actions import call_off, queue
from bordenden.post.words import Kind
from bordenden.programmes.words import Track


@transaction.atomic
def say_yes(
    *, referral: Referral, hope: str, towards: Track, by: Person, at: datetime, paper_on: date | None = None
) -> Referral:
    """She will join: her hope in her own words, and that she wants to work towards `towards` in the long run.

    Her course is prepared, with nothing chosen yet, and whoever was proposed as her caseworker sits down. `paper_on`:
    the day she said so on paper, noted by somebody else. Said twice is said once. A no before is a yes now.
    """
    held, candidate = _held(referral, by, at, paper_on)
    if held.consented_at is not None:
        return held
    if not hope.strip():
        raise NotPossible(_("Skriv et par ord om det, du håber på."))
    if candidate.project.ends_on < localdate(at):
        raise NotPossible(_("Projektet er slut. Man kan ikke komme med mere."))
    if held.declined_at is not None:
        _open_again(candidate, by, at)
    held.hope, held.towards = hope.strip(), towards
    held.declared_on, held.consented_at, held.declined_at = paper_on or localdate(at), at, None
    held.on_paper, held.noted_by = paper_on is not None, by if paper_on else None
    held.enrolment = _prepared(held, candidate, by, at)
    held.save()
    record(act="referral.yes", by=by, thing=held, at=at)
    call_off(about=held, kind=Kind.JOINING, at=at)
    _seat_caseworker(held, candidate, by, at)
    return held


def _prepared(referral: Referral, candidate: Candidate, by: Person, at: datetime) -> Enrolment:
    try:
        return pathways.enrol(
            table=referral.table,
            project=candidate.project,
            reference=referral.reference,
            referred_on=localdate(referral.prepared_at),
            target_group=candidate.target_group,
            by=by,
            at=at,
        )
    except pathways.NumberTaken as error:
        if referral.on_paper:
            raise
        # A number is the office's to put right: she is told whom to call, in words that are not about numbers.
        raise NotPossible(_("Vi kan ikke gemme dit ja lige nu. Det er vores fejl. Ring til kommunen.")) from error


@transaction.atomic
def say_no(*, referral: Referral, by: Person, at: datetime, paper_on: date | None = None) -> Referral:
    """She will not join. Nobody asks why, and she is no candidate any more; she may say yes later."""
    held, candidate = _held(referral, by, at, paper_on)
    if held.consented_at is not None:
        raise NotPossible(_("Der er sagt ja. Man kan stoppe igen på sin egen side, når man vil."))
    if held.declined_at is None:
        held.declined_at, held.on_paper = at, paper_on is not None
        held.noted_by = by if paper_on else None
        held.save(update_fields=["declined_at", "on_paper", "noted_by"])
        record(act="referral.no", by=by, thing=held, at=at)
        call_off(about=held, kind=Kind.JOINING, at=at)
        close_candidacy(candidate=candidate, ended_as=CandidacyEnd.DECLINED, by=by, at=at)
    return held


@transaction.atomic
def stop(*, enrolment: Enrolment, by: Person, at: datetime) -> Exit:
    """She takes her yes back: her course ends today, by her choice, and nobody asks why. Twice is once."""
    held = Enrolment.objects.select_for_update(of=("self",)).get(pk=enrolment.pk)
    if not sits_at_head(thing=held, person=by, at=at):
        raise NotPossible(_("Det kan kun den, der sidder for bordenden, sige."))
    before = Exit.objects.filter(enrolment=held).first()
    if before is not None:
        return before
    if held.activated_on is None:
        ended = pathways.call_off(enrolment=held, by=by, at=at)
    else:
        ended = pathways.end_course(
            enrolment=held,
            on=localdate(at),
            reason=ExitReason.LEFT_BY_CHOICE,
            decided_by=Decider.CITIZEN,
            by=by,
            at=at,
        )
    referral = referral_behind(enrolment=held)
    if referral is not None:
        referral.withdrawn_at = at
        referral.save(update_fields=["withdrawn_at"])
        record(act="referral.withdraw", by=by, thing=referral, at=at)
        close_candidacy(candidate=referral.candidate, ended_as=CandidacyEnd.DECLINED, by=by, at=at)
    beside = beside_her(thing=held, at=at)
    for person in {one for one in (beside.coordinator, beside.substitute) if one is not None}:
        queue(to=person, kind=Kind.COURSE_STOPPED, about=ended, event=f"course_stopped:{ended.pk}", at=at)
    return ended


@transaction.atomic
def begin_course(*, enrolment: Enrolment, by: Person, at: datetime) -> Enrolment:
    """The course begins, and she is nobody's candidate from this moment. Begun twice is begun once.

    Raises NotPossible while no caseworker sits there or no mentor was offered, and where she has stopped.
    """
    held = Enrolment.objects.select_for_update(of=("self",)).get(pk=enrolment.pk)
    if held.activated_on is not None:
        return held
    if held.ended_on is not None:
        raise NotPossible(_("Borgeren har valgt at stoppe."))
    begun = pathways.activate(enrolment=held, on=localdate(at), by=by, at=at)
    referral = referral_behind(enrolment=begun)
    if referral is not None:
        close_candidacy(candidate=referral.candidate, ended_as=CandidacyEnd.ENROLLED, by=by, at=at)
    return begun


@transaction.atomic
def close_candidacy(*, candidate: Candidate, ended_as: CandidacyEnd, by: Person, at: datetime) -> None:
    """Somebody is no candidate any more, and her intake officer a stranger. What is closed stays as it was closed."""
    if candidate.closed_at is None:
        candidate.closed_at, candidate.ended_as = at, ended_as
        candidate.save(update_fields=["closed_at", "ended_as"])
        record(act="candidate.close", by=by, thing=candidate, at=at)


def _held(referral: Referral, by: Person, at: datetime, paper_on: date | None) -> tuple[Referral, Candidate]:
    """The referral, locked, for whoever may answer it: she herself, or whoever notes what she said on paper."""
    # The table first, as whoever closes it does: a paper comes in by the candidate, and holds no table yet.
    Table.objects.select_for_update(no_key=True).get(pk=referral.table_id)
    asked = Referral.objects.select_for_update(of=("self",))
    held = asked.select_related("table", "candidate__project__programme").get(pk=referral.pk)
    if paper_on is None and not sits_at_head(thing=held, person=by, at=at):
        raise NotPossible(_("Det kan kun den, der sidder for bordenden, svare på."))
    if paper_on is not None and not localdate(held.prepared_at) <= paper_on <= localdate(at):
        raise NotPossible(_("Vælg en dag, fra I spurgte, til i dag."))
    if held.withdrawn_at is not None:
        raise NotPossible(_("Der er sagt stop. Vil man være med igen, begynder man forfra."))
    return held, held.candidate


def _open_again(candidate: Candidate, by: Person, at: datetime) -> None:
    """She has changed her mind: a candidate again, unless she is one anew already."""
    others = Candidate.objects.filter(
        project=candidate.project_id, person=candidate.person_id, closed_at__isnull=True
    )
    if candidate.ended_as == CandidacyEnd.DECLINED and not others.exists():
        candidate.closed_at, candidate.ended_as = None, ""
        candidate.save(update_fields=["closed_at", "ended_as"])
        record(act="candidate.open_again", by=by, thing=candidate, at=at)


def _seat_caseworker(referral: Referral, candidate: Candidate, by: Person, at: datetime) -> None:
    """Whoever was proposed sits down, and hears of it; else the chair waits for the project leader.

    What stood at a table before she was asked is opened to a caseworker by her own answer alone, never by a paper;
    and nobody takes the chair by a paper they noted themselves.
    """
    taken = Seat.objects.filter(table=referral.table_id, role=SeatRole.COORDINATOR, ends_at__isnull=True).exists()
    proposed = referral.caseworker
    if taken or proposed is None or not pathways.in_office(people=[proposed], at=at):
        return
    if proposed not in may_be_caseworker(project=candidate.project, at=at):
        return
    if referral.on_paper and (proposed.pk == by.pk or referral.table.opened_at < referral.prepared_at):
        return
    pathways.seat(table=referral.table, person=proposed, role=SeatRole.COORDINATOR, by=by, at=at)
    queue(to=proposed, kind=Kind.JOINING, about=referral, event=f"joined:{referral.pk}", at=at)
