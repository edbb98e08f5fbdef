"""Writes about pathways: taking and leaving seats, opening and closing rooms, a course's begin and end."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from bordenden.audit.actions import Actor, record
from bordenden.drafts.queries import left_unfinished
from bordenden.foundation.alphabet import reference_key
from bordenden.foundation.days import begin_of, end_of, last_day_before
from bordenden.foundation.rules import NotPossible
from bordenden.pathways.models import Enrolment, Exit, Opening, Seat, Table
from bordenden.pathways.queries import substitutes
from bordenden.pathways.words import Decider, ExitReason, Room, SeatRole
from bordenden.people.models import Municipality, Person
from bordenden.programmes.models import Project
from bordenden.programmes.queries import colleagues

# security.md 2.1: a permission ends by itself, after six months unless she says otherwise, never after twelve.
USUAL_OPENING = timedelta(days=182)
LONGEST_OPENING = timedelta(days=365)
# A substitute is for a holiday or an illness; whoever is away longer is replaced.
LONGEST_AWAY = timedelta(days=92)
FURTHEST_AWAY = timedelta(days=182)


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
    if role == SeatRole.COORDINATOR:
        _must_be_reachable(person)
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
    """The seat ends now; from this very moment its holder is a stranger. Rooms opened for it close with it.

    A seat that has not begun yet never will. Whoever stands in for a coordinator leaves with the coordinator.
    """
    seat.ends_at = max(at, seat.starts_at)
    seat.save(update_fields=["ends_at"])
    Opening.objects.filter(seat=seat, until__gt=at).update(until=at)
    record(act="seat.leave", by=by, thing=seat, at=at)
    if seat.role == SeatRole.COORDINATOR:
        end_substitution(tables=[seat.table], by=by, at=at)
    return seat


@transaction.atomic
def change_coordinator(*, table: Table, to: Person, by: Actor, at: datetime) -> Seat:
    """The coordinating caseworker leaves and another sits down in the same moment.

    Raises NotPossible while the one who leaves has an unfinished draft at the table: nobody else could read it.
    The seat is locked first, so a draft that is being kept right now is either seen or comes too late.
    """
    held = Seat.objects.filter(table=table, role=SeatRole.COORDINATOR, ends_at__isnull=True)
    old = held.select_for_update().first()
    if old is not None:
        if left_unfinished(of=old.person, table=table):
            words = _("%(name)s har kladder ved dette bord. De skal først gøres færdige eller smides væk.")
            raise NotPossible(words % {"name": old.person.given_name})
        leave_seat(seat=old, by=by, at=at)
    return seat(table=table, person=to, role=SeatRole.COORDINATOR, by=by, at=at)


@transaction.atomic
def stand_in(
    *, tables: Iterable[Table], colleague: Person, first: date, last: date, by: Person, at: datetime
) -> list[Seat]:
    """The colleague is substitute at these tables from `first` to and including `last`; today begins now.

    Tables where the colleague sits already are left out; the same said twice gives the seats there are. Raises
    NotPossible for somebody who is no colleague, for impossible days, and where another substitute sits then.
    """
    _must_be_days_to_be_away(first, last, localdate(at))
    if not colleagues(of=by, at=at).filter(pk=colleague.pk).exists():
        raise NotPossible(_("Vælg en kollega, der er sagsbehandler i samme kommune."))
    _must_be_reachable(colleague)
    starts_at, ends_at = max(at, begin_of(first)), end_of(last)
    asked = {table.pk: table for table in tables}
    # Two windows that appoint somebody at once: the second waits here and then meets what the first did.
    coordinated = Seat.objects.select_for_update(of=("self",)).filter(
        table__in=asked, role=SeatRole.COORDINATOR, ends_at__isnull=True
    )
    list(coordinated.order_by("pk"))
    there = Seat.objects.filter(table__in=asked).exclude(ends_at__lte=starts_at).filter(starts_at__lt=ends_at)
    again = there.filter(
        role=SeatRole.SUBSTITUTE,
        person=colleague,
        ends_at=ends_at,
        starts_at__gte=begin_of(first),
        starts_at__lte=starts_at,
    )
    same = list(again.select_related("person").order_by("pk"))
    for seat in same:
        asked.pop(seat.table_id)
    _must_be_nobody_else(there.filter(table__in=asked, role=SeatRole.SUBSTITUTE))
    for taken in there.filter(table__in=asked, person=colleague):
        asked.pop(taken.table_id, None)
    if not asked and not same:
        raise NotPossible(_("Din kollega sidder der allerede. Vælg en anden."))
    return same + _seat_substitutes(asked.values(), colleague, starts_at, ends_at, by, at)


def _must_be_reachable(person: Person) -> None:
    """She reads whom to call and when; whoever takes the telephone says so first."""
    if not person.can_be_called:
        words = _("Borgeren skal kunne ringe direkte til %(name)s. Skriv først telefon og træffetid.")
        raise NotPossible(words % {"name": person.given_name})


def _seat_substitutes(
    tables: Iterable[Table], colleague: Person, starts_at: datetime, ends_at: datetime, by: Actor, at: datetime
) -> list[Seat]:
    seats = Seat.objects.bulk_create(
        Seat(
            table=table,
            municipality_id=table.municipality_id,
            person=colleague,
            role=SeatRole.SUBSTITUTE,
            starts_at=starts_at,
            ends_at=ends_at,
        )
        for table in tables
    )
    for new in seats:
        record(act="seat.take", by=by, thing=new, at=at)
    return seats


def _must_be_days_to_be_away(first: date, last: date, today: date) -> None:
    if first < today:
        raise NotPossible(_("Den første dag er gået. Vælg i dag eller en dag, der kommer."))
    if last < first:
        raise NotPossible(_("Den sidste dag ligger før den første. Byt dem om."))
    if first > today + FURTHEST_AWAY:
        raise NotPossible(_("Vælg en første dag inden for et halvt år."))
    if last - first >= LONGEST_AWAY:
        raise NotPossible(
            _("Er du væk i mere end tre måneder, skal borgeren have en ny sagsbehandler. Vælg færre dage.")
        )


def _must_be_nobody_else(others: QuerySet[Seat]) -> None:
    other = others.select_related("person").order_by("starts_at", "pk").first()
    if other is not None and other.ends_at is not None:
        words = _(
            "%(name)s er allerede vikar fra %(first)s til og med %(last)s. Slut det først, eller vælg andre dage."
        )
        first, last = localdate(other.starts_at), last_day_before(other.ends_at)
        raise NotPossible(
            words
            % {
                "name": other.person.name,
                "first": date_format(first, "MONTH_DAY_FORMAT"),
                "last": date_format(last, "MONTH_DAY_FORMAT"),
            }
        )


@transaction.atomic
def end_substitution(*, tables: Iterable[Table], by: Actor, at: datetime) -> int:
    """Every substitute at these tables leaves now, and none that was to come will; how many seats that was."""
    seats = list(substitutes(tables=tables, at=at))
    for seat in seats:
        leave_seat(seat=seat, by=by, at=at)
    return len(seats)


@transaction.atomic
def open_room(*, seat: Seat, room: Room, by: Actor, at: datetime, until: datetime | None = None) -> Opening:
    """Let one seat see one room until a day; opening an open room moves its end."""
    end = until or at + USUAL_OPENING
    if not at < end <= at + LONGEST_OPENING:
        raise NotPossible(_("Vælg en dag, der ligger mellem i dag og et år frem."))
    # Two at the head who open the same room in the same moment would else open it twice.
    seat = Seat.objects.select_for_update().get(pk=seat.pk)
    if seat.role == SeatRole.SUBSTITUTE:
        raise NotPossible(_("En vikar ser det, arbejdet kræver, og ikke mere. Her er ikke noget at åbne."))
    if seat.role == SeatRole.FAMILY:
        raise NotPossible(_("Et barn ser det, der er fælles for familien, og ikke mere. Her er ikke noget at åbne."))
    if seat.role == SeatRole.SUPERVISOR:
        raise NotPossible(_("En faglig leder ser det, opgaven kræver, og ikke mere. Her er ikke noget at åbne."))
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
        reference_key=reference_key(reference),
        track=project.track,
        target_group=target_group,
        referred_on=referred_on,
    )
    record(act="course.prepare", by=by, thing=enrolment, at=at)
    return enrolment


@transaction.atomic
def note_mentor_offered(*, table: Table, on: date) -> None:
    """Her courses at the table know from now on that a mentor was offered; the first day stands."""
    Enrolment.objects.filter(table=table, ended_on__isnull=True, mentor_offered_on__isnull=True).update(
        mentor_offered_on=on
    )


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
    enrolment.ended_on = on
    enrolment.save(update_fields=["ended_on"])
    record(act="course.end", by=by, thing=ended, at=at)
    return ended
