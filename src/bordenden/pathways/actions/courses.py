"""Writes about courses: prepared, begun, ended."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Exists, OuterRef
from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from bordenden.audit.actions import Actor, record, record_all
from bordenden.foundation.alphabet import reference_key
from bordenden.foundation.rules import NotPossible
from bordenden.foundation.work_week import must_be_a_week
from bordenden.pathways.actions.seats import must_be_open
from bordenden.pathways.models import Enrolment, Exit, Seat, Table
from bordenden.pathways.words import GOES_TO_A_PLACE, Decider, ExitReason, SeatRole
from bordenden.people.models import Municipality
from bordenden.programmes.models import Project

# Few enough for every database's list of parameters.
AT_ONCE = 2_000


class NumberTaken(NotPossible):
    """The case number is somebody else's."""


@transaction.atomic
def enrol(
    *,
    table: Table,
    project: Project,
    reference: str,
    referred_on: date,
    by: Actor,
    at: datetime,
    target_group: str = "",
) -> Enrolment:
    """A course is prepared. NotPossible: outside the period, in another municipality's project, at a closed table.

    Whoever left may come back later at the same table: a course more, from a day after the exit. To whoever has a
    mentor there still, one was offered.
    """
    key = reference_key(reference)
    _must_be_for(table, project, key, referred_on)
    mentored = Seat.objects.filter(table=table, role=SeatRole.MENTOR, ends_at__isnull=True).exists()
    enrolment = Enrolment(
        table=table,
        municipality_id=table.municipality_id,
        project=project,
        reference=reference,
        reference_key=key,
        track=project.track,
        target_group=target_group,
        referred_on=referred_on,
        mentor_offered_on=referred_on if mentored else None,
    )
    _insert(enrolment)
    record(act="course.prepare", by=by, thing=enrolment, at=at)
    return enrolment


def _insert(enrolment: Enrolment) -> None:
    try:
        with transaction.atomic():
            enrolment.save(force_insert=True)
    except IntegrityError as error:
        # Two in the same moment: the database let the other one in.
        raise NotPossible(_("Noget har ændret sig imens. Prøv igen.")) from error


def _must_be_for(table: Table, project: Project, key: str, referred_on: date) -> None:
    """Raises NotPossible where this table can have no course more, from that day and by that number."""
    if project.municipality_id != table.municipality_id:
        raise NotPossible(_("Projektet hører til en anden kommune."))
    must_be_open([table])
    must_be_in_time(project=project, on=referred_on)
    if Enrolment.objects.filter(table=table, project=project, ended_on__gte=referred_on).exists():
        raise NotPossible(_("Dagen skal ligge efter den dag, det tidligere forløb sluttede."))
    if Enrolment.objects.filter(project=project, reference_key=key).exclude(table=table).exists():
        raise NumberTaken(_("Sagsnummeret hører til en anden."))


def must_be_in_time(*, project: Project, on: date) -> None:
    """Raises NotPossible, with the days it is about, where nobody can be referred on this one."""
    first = max(project.starts_on, project.programme.starts_on)
    last = min(project.ends_on, project.programme.last_referral_on)
    if first <= on <= last:
        return
    words = _("Man kan kun blive henvist fra %(first)s til %(last)s.")
    raise NotPossible(words % {"first": date_format(first, "DATE_FORMAT"), "last": date_format(last, "DATE_FORMAT")})


@transaction.atomic
def note_mentor_offered(*, table: Table, on: date) -> None:
    """Her courses at the table know from now on that a mentor was offered; the first day stands."""
    note_mentors_offered(tables=[table], on=on)


@transaction.atomic
def note_mentors_offered(*, tables: Sequence[Table], on: date) -> None:
    """The same at many tables, few enough for one list of parameters."""
    courses = Enrolment.objects.filter(table__in=tables, ended_on__isnull=True, mentor_offered_on__isnull=True)
    courses.update(mentor_offered_on=on)


@transaction.atomic
def activate(*, enrolment: Enrolment, on: date, by: Actor, at: datetime) -> Enrolment:
    """The course begins. Raises NotPossible while no coordinating caseworker sits there, or no mentor was offered."""
    seated = Seat.objects.filter(table_id=enrolment.table_id, role=SeatRole.COORDINATOR, ends_at__isnull=True)
    if not seated.exists():
        raise NotPossible(_("Forløbet kan først begynde, når en koordinerende sagsbehandler sidder ved bordet."))
    enrolment.refresh_from_db(fields=["mentor_offered_on"])
    if enrolment.mentor_offered_on is None:
        raise NotPossible(_("Forløbet kan først begynde, når borgeren har fået tilbudt en mentor."))
    if on < enrolment.referred_on:
        raise NotPossible(_("Forløbet kan ikke begynde før henvisningen."))
    enrolment.activated_on = on
    enrolment.save(update_fields=["activated_on"])
    record(act="course.begin", by=by, thing=enrolment, at=at)
    return enrolment


@transaction.atomic
def activate_all(*, enrolments: Sequence[Enrolment], on: date, by: Actor, at: datetime) -> None:
    """Many courses begin at once, by the same rule: each has its caseworker, and each was offered a mentor."""
    for first in range(0, len(enrolments), AT_ONCE):
        some = enrolments[first : first + AT_ONCE]
        seated = Seat.objects.filter(table=OuterRef("table"), role=SeatRole.COORDINATOR, ends_at__isnull=True)
        ready = Enrolment.objects.filter(
            Exists(seated), pk__in=[one.pk for one in some], mentor_offered_on__isnull=False, referred_on__lte=on
        )
        if ready.update(activated_on=on) != len(some):
            raise NotPossible(_("Et forløb kan først begynde med en sagsbehandler og et tilbud om en mentor."))
    record_all(act="course.begin", by=by, things=enrolments, at=at)


@transaction.atomic
def call_off(*, enrolment: Enrolment, by: Actor, at: datetime) -> Exit:
    """She changes her mind before the course has begun: it never does, and no reason is asked. Once."""
    if enrolment.activated_on is not None:
        raise NotPossible(_("Forløbet er begyndt."))
    ended, created = Exit.objects.get_or_create(
        enrolment=enrolment,
        defaults={
            "table_id": enrolment.table_id,
            "municipality_id": enrolment.municipality_id,
            "on": localdate(at),
            "reason": ExitReason.LEFT_BY_CHOICE,
            "decided_by": Decider.CITIZEN,
        },
    )
    if created:
        enrolment.ended_on = ended.on
        enrolment.save(update_fields=["ended_on"])
        record(act="course.call_off", by=by, thing=ended, at=at)
    return ended


@transaction.atomic
def end_course(
    *,
    enrolment: Enrolment,
    on: date,
    reason: ExitReason,
    decided_by: Decider,
    by: Actor,
    at: datetime,
    citizen_words: str = "",
    grounds: str = "",
    moved_to: Municipality | None = None,
    wage_hours: Decimal | None = None,
    place_name: str = "",
) -> Exit:
    """The course ends, once; ending it again the same way gives the first exit.

    A discharge by the caseworker needs its grounds; an absence is no reason. The day may not lie ahead. Hours and
    place are kept of whoever leaves for one (`GOES_TO_A_PLACE`), and of nobody else.
    """
    _must_be_able_to_end(enrolment, on, localdate(at))
    if reason == ExitReason.DISCHARGED and not grounds.strip():
        raise NotPossible(_("Skriv, hvorfor I slutter. Borgeren kan læse det."))
    must_be_a_week(wage_hours)
    somewhere = reason in GOES_TO_A_PLACE
    facts = {
        "on": on,
        "reason": reason,
        "decided_by": decided_by,
        "citizen_words": citizen_words.strip(),
        "grounds": grounds.strip(),
        "moved_to": moved_to,
        "wage_hours": wage_hours if somewhere else None,
        "place_name": place_name.strip() if somewhere else "",
    }
    before = Exit.objects.filter(enrolment=enrolment).first()
    if before is not None and any(getattr(before, name) != fact for name, fact in facts.items()):
        raise NotPossible(_("Forløbet er allerede slut."))
    return before or _ended(enrolment, facts, by, at)


def _ended(enrolment: Enrolment, facts: dict[str, Any], by: Actor, at: datetime) -> Exit:
    ended = Exit.objects.create(
        table_id=enrolment.table_id, municipality_id=enrolment.municipality_id, enrolment=enrolment, **facts
    )
    enrolment.ended_on = ended.on
    enrolment.save(update_fields=["ended_on"])
    record(act="course.end", by=by, thing=ended, at=at)
    return ended


def _must_be_able_to_end(enrolment: Enrolment, on: date, today: date) -> None:
    if enrolment.activated_on is None or on < enrolment.activated_on:
        raise NotPossible(_("Forløbet kan ikke slutte, før det er begyndt."))
    if on > today:
        raise NotPossible(_("Dagen ligger i fremtiden. Skriv det ind, når forløbet er slut."))
