"""Writes about pathways: taking and leaving seats, opening and closing rooms, a course's begin and end."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from bordenden.audit.actions import Actor, record
from bordenden.foundation.rules import NotPossible
from bordenden.pathways.models import Enrolment, Exit, Opening, Seat, Table
from bordenden.pathways.words import Decider, ExitReason, Room, SeatRole
from bordenden.people.models import Municipality, Person
from bordenden.programmes.models import Project

# security.md 2.1: a permission ends by itself, after six months unless she says otherwise, never after twelve.
USUAL_OPENING = timedelta(days=182)
LONGEST_OPENING = timedelta(days=365)


@transaction.atomic
def lay_table(*, head: Person, by: Actor, at: datetime) -> Table:
    """A new table with its head seated."""
    table = Table.objects.create(municipality_id=head.municipality_id, opened_at=at)
    seat(table=table, person=head, role=SeatRole.HEAD, by=by, at=at)
    return table


@transaction.atomic
def seat(*, table: Table, person: Person, role: SeatRole, by: Actor, at: datetime) -> Seat:
    """A seat from now on. Raises NotPossible for a person of another municipality or a seat already taken.

    Whoever becomes her caseworker has a direct telephone and hours: she is to be able to call.
    """
    if person.municipality_id != table.municipality_id:
        raise NotPossible(_("Personen skal være oprettet i samme kommune som bordet."))
    if role == SeatRole.COORDINATOR and not person.can_be_called:
        words = _("Borgeren skal kunne ringe direkte til %(name)s. Skriv først telefon og træffetid.")
        raise NotPossible(words % {"name": person.given_name})
    taken = Seat.objects.filter(table=table, role=role, ends_at__isnull=True)
    if taken.filter(person=person).exists():
        raise NotPossible(_("Personen sidder der allerede."))
    if role == SeatRole.COORDINATOR and taken.exists():
        raise NotPossible(_("Pladsen er optaget. Den, der sidder der, skal først rejse sig."))
    new = Seat.objects.create(
        table=table, municipality_id=table.municipality_id, person=person, role=role, starts_at=at
    )
    record(act="seat.take", by=by, thing=new, at=at)
    return new


@transaction.atomic
def leave_seat(*, seat: Seat, by: Actor, at: datetime) -> Seat:
    """The seat ends now; from this very moment its holder is a stranger. Rooms opened for it close with it."""
    seat.ends_at = at
    seat.save(update_fields=["ends_at"])
    Opening.objects.filter(seat=seat, until__gt=at).update(until=at)
    record(act="seat.leave", by=by, thing=seat, at=at)
    return seat


@transaction.atomic
def change_coordinator(*, table: Table, to: Person, by: Actor, at: datetime) -> Seat:
    """The coordinating caseworker leaves and another sits down in the same moment."""
    old = Seat.objects.filter(table=table, role=SeatRole.COORDINATOR, ends_at__isnull=True).first()
    if old is not None:
        leave_seat(seat=old, by=by, at=at)
    return seat(table=table, person=to, role=SeatRole.COORDINATOR, by=by, at=at)


@transaction.atomic
def open_room(*, seat: Seat, room: Room, by: Actor, at: datetime, until: datetime | None = None) -> Opening:
    """Let one seat see one room until a day; opening an open room moves its end."""
    end = until or at + USUAL_OPENING
    if not at < end <= at + LONGEST_OPENING:
        raise NotPossible(_("Vælg en dag, der ligger mellem i dag og et år frem."))
    # Two at the head who open the same room in the same moment would else open it twice.
    seat = Seat.objects.select_for_update().get(pk=seat.pk)
    if seat.role == SeatRole.HEAD or (seat.ends_at is not None and seat.ends_at <= at):
        raise NotPossible(_("Personen sidder ikke længere ved bordet."))
    opening = _open_now(seat, room, at).first()
    if opening is None:
        opening = Opening(
            table_id=seat.table_id, municipality_id=seat.municipality_id, seat=seat, room=room, opened_at=at
        )
    opening.until = end
    opening.save()
    record(act="room.open", by=by, thing=opening, at=at)
    return opening


@transaction.atomic
def move_end(*, seat: Seat, until: datetime, by: Actor, at: datetime) -> None:
    """Every room open for the seat stands open to that one day. Raises NotPossible when none is open."""
    rooms = sorted({Room(row.room) for row in Opening.objects.filter(seat=seat, opened_at__lte=at, until__gt=at)})
    if not rooms:
        raise NotPossible(_("Der er ikke åbnet noget endnu. Åbn først, og vælg så dagen."))
    for room in rooms:
        open_room(seat=seat, room=room, by=by, at=at, until=until)


@transaction.atomic
def close_room(*, seat: Seat, room: Room, by: Actor, at: datetime) -> None:
    """The room closes now. Closing a closed room changes nothing."""
    for opening in _open_now(seat, room, at):
        opening.until = at
        opening.save(update_fields=["until"])
        record(act="room.close", by=by, thing=opening, at=at)


def _open_now(seat: Seat, room: Room, at: datetime) -> QuerySet[Opening]:
    return Opening.objects.filter(seat=seat, room=room, opened_at__lte=at, until__gt=at).order_by("pk")


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
    """A course is prepared. Raises NotPossible outside the period or in another municipality's project."""
    if project.municipality_id != table.municipality_id:
        raise NotPossible(_("Projektet hører til en anden kommune."))
    if not project.programme.starts_on <= referred_on <= project.programme.last_referral_on:
        raise NotPossible(_("Dagen ligger uden for den tid, hvor man kan blive henvist til projektet."))
    enrolment = Enrolment.objects.create(
        table=table,
        municipality_id=table.municipality_id,
        project=project,
        reference=reference,
        track=project.track,
        target_group=target_group,
        referred_on=referred_on,
    )
    record(act="course.prepare", by=by, thing=enrolment, at=at)
    return enrolment


@transaction.atomic
def activate(*, enrolment: Enrolment, on: date, by: Actor, at: datetime) -> Enrolment:
    """The course begins. Raises NotPossible while no coordinating caseworker sits at the table."""
    seated = Seat.objects.filter(table_id=enrolment.table_id, role=SeatRole.COORDINATOR, ends_at__isnull=True)
    if not seated.exists():
        raise NotPossible(_("Forløbet kan først begynde, når en koordinerende sagsbehandler sidder ved bordet."))
    if on < enrolment.referred_on:
        raise NotPossible(_("Forløbet kan ikke begynde før henvisningen."))
    enrolment.activated_on = on
    enrolment.save(update_fields=["activated_on"])
    record(act="course.begin", by=by, thing=enrolment, at=at)
    return enrolment


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
) -> Exit:
    """The course ends, once; ending it again the same way gives the first exit.

    A discharge by the caseworker needs its grounds; an absence is no reason. The day may not lie ahead.
    """
    if enrolment.activated_on is None or on < enrolment.activated_on:
        raise NotPossible(_("Forløbet kan ikke slutte, før det er begyndt."))
    if on > localdate(at):
        raise NotPossible(_("Dagen ligger i fremtiden. Skriv det ind, når forløbet er slut."))
    if reason == ExitReason.DISCHARGED and not grounds.strip():
        raise NotPossible(_("Skriv, hvorfor I slutter. Borgeren kan læse det."))
    facts = {
        "on": on,
        "reason": reason,
        "decided_by": decided_by,
        "citizen_words": citizen_words.strip(),
        "grounds": grounds.strip(),
        "moved_to": moved_to,
    }
    before = Exit.objects.filter(enrolment=enrolment).first()
    if before is not None:
        if all(getattr(before, name) == fact for name, fact in facts.items()):
            return before
        raise NotPossible(_("Forløbet er allerede slut."))
    ended = Exit.objects.create(
        table_id=enrolment.table_id, municipality_id=enrolment.municipality_id, enrolment=enrolment, **facts
    )
    record(act="course.end", by=by, thing=ended, at=at)
    return ended
