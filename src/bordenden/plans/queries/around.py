"""Reads of who stands around a plan: whom to call, how they keep in touch, what a mentor is there for."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Case, DateTimeField, F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.utils.timezone import localdate

from bordenden.contactlog.queries import no_contact_since, quiet_days, reached_at
from bordenden.foundation.days import end_of
from bordenden.foundation.lasting import during
from bordenden.foundation.prepared import Question
from bordenden.pathways.models import Seat, Table
from bordenden.pathways.words import SeatRole
from bordenden.people.models import Person
from bordenden.plans.models import ContactAgreement, MentorRole, Plan, PlanContact, Proposal, ProposedContact
from bordenden.plans.words import FROM_THE_TABLE, ContactRole, DecisionAbout, Rhythm, StepOwner
from bordenden.programmes.words import Department

_SEATED = {SeatRole.COORDINATOR: ContactRole.COORDINATOR, SeatRole.MENTOR: ContactRole.MENTOR}
_FIRST = {ContactRole.COORDINATOR: -2, ContactRole.MENTOR: -1}


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody she can call. `pk` is the person's where they sit at her table, else the row's."""

    pk: UUID
    role: ContactRole
    name: str
    phone: str
    hours: str
    where: str = ""
    department: Department | None = None
    person: Person | None = None
    position: int = 0
    taken_off: bool = False

    @property
    def lacks(self) -> bool:
        """Whether it is somebody who must be reachable, and telephone or hours are not known."""
        return self.role in FROM_THE_TABLE and not (self.phone and self.hours)


@dataclass(frozen=True, slots=True)
class InTouch:
    """How they agreed to keep in touch, and how it goes; `days` since they last talked, None for never."""

    agreement: ContactAgreement
    last_at: datetime | None
    days: int | None
    longer: bool

    @property
    def every(self) -> int:
        """How many days at most they agreed on."""
        return self.agreement.every_days


def contacts_of(*, plan: Plan, at: datetime) -> list[Contact]:
    """Whom she can call, in her order; her caseworker and mentor come from their seats by themselves. Two queries."""
    return [one for one in all_contacts_of(plan=plan, at=at) if not one.taken_off]


def all_contacts_of(*, plan: Plan, at: datetime) -> list[Contact]:
    """The same with those at her table whom she took off the list."""
    typed = _written_down.ask(plan=plan.pk)
    found = [_seated(seat, _row_of(seat, typed)) for seat in _reachable_seats.ask(table=plan.table_id, at=at)]
    found += [_typed(row) for row in typed if row.person_id is None]
    return sorted(found, key=lambda one: one.position)


@Question
def _written_down(*, plan: UUID) -> QuerySet[PlanContact]:
    rows = PlanContact.objects.filter(Q(taken_off_at__isnull=True) | Q(person__isnull=False), plan=plan)
    return rows.order_by("position", "set_at", "pk")


@Question
def _reachable_seats(*, table: UUID, at: datetime) -> QuerySet[Seat]:
    held = Seat.objects.filter(during(at), table_id=table, role__in=sorted(_SEATED))
    return held.select_related("person").order_by("role", "starts_at", "pk")


def _row_of(seat: Seat, rows: list[PlanContact]) -> PlanContact | None:
    role = _SEATED[SeatRole(seat.role)]
    return next((row for row in rows if row.person_id == seat.person_id and row.role == role), None)


def _seated(seat: Seat, row: PlanContact | None) -> Contact:
    role, person = _SEATED[SeatRole(seat.role)], seat.person
    return Contact(
        person.pk,
        role,
        person.name,
        person.phone,
        person.reachable,
        person=person,
        position=row.position if row else _FIRST[role],
        taken_off=row is not None and row.taken_off_at is not None,
    )


def _typed(row: PlanContact) -> Contact:
    department = Department(row.department) if row.department else None
    role = ContactRole(row.role)
    return Contact(
        row.pk,
        role,
        row.name,
        row.phone,
        row.hours,
        row.where,
        department,
        None,
        row.position,
        row.taken_off_at is not None,
    )


def guidance_contacts(*, plan: Plan) -> QuerySet[PlanContact]:
    """Those of the youth guidance on her plan."""
    rows = PlanContact.objects.filter(plan=plan, role=ContactRole.GUIDANCE, taken_off_at__isnull=True)
    return rows.order_by("position", "pk")


def contact_agreement_of(*, plan: Plan, with_whom: StepOwner = StepOwner.COORDINATOR) -> ContactAgreement | None:
    """How they keep in touch now, once they have agreed."""
    return contact_agreements_of(plan=plan, with_whom=with_whom).first()


def contact_agreements_of(*, plan: Plan, with_whom: StepOwner = StepOwner.COORDINATOR) -> QuerySet[ContactAgreement]:
    """Every agreement there has been, the newest first, with who agreed."""
    rows = ContactAgreement.objects.filter(plan=plan, with_whom=with_whom).select_related("agreed_by")
    return rows.order_by("-version")


def proposed_contact(*, plan: Plan) -> ProposedContact | None:
    """What is proposed about how they keep in touch and not answered, with who proposed it."""
    return next(iter(_proposed.ask(plan=plan.pk, table=plan.table_id)), None)


@Question
def _proposed(*, plan: UUID, table: UUID) -> QuerySet[ProposedContact]:
    open_ones = Proposal.objects.filter(plan=plan, answer="", taken_back_at=None, about=DecisionAbout.CONTACT_FORM)
    rows = ProposedContact.objects.filter(table_id=table, proposal__in=open_ones)
    return rows.select_related("proposal__proposed_by").order_by("-proposal__proposed_at", "pk")[:1]


def in_touch(*, plan: Plan, at: datetime) -> InTouch | None:
    """The agreement with her caseworker, and how long ago they talked, whoever of the office it was. One query.

    Counted from the agreement where that is newer: a new one begins a new count.
    """
    found = _agreed.ask(plan=plan.pk, at=at)
    if not found:
        return None
    agreed = found[0]
    reached: datetime | None = getattr(agreed, "reached")  # noqa: B009 (the annotation gives it, no type knows it)
    since = max(reached, agreed.agreed_at) if reached else agreed.agreed_at
    days = quiet_days(since=reached, at=at) if reached else None
    return InTouch(agreed, reached, days, quiet_days(since=since, at=at) > agreed.every_days)


@Question
def _agreed(*, plan: UUID, at: datetime) -> QuerySet[ContactAgreement]:
    return contact_agreements_of(plan=Plan(pk=plan)).annotate(reached=Subquery(reached_at(at=at)))[:1]


def out_of_touch(*, tables: QuerySet[Table], at: datetime) -> QuerySet[Table]:
    """Of these tables those where it is longer since than agreed, as `in_touch` says it."""
    return with_agreements(tables=tables, at=at).filter(longer_than_agreed(at=at))


def with_agreements(*, tables: QuerySet[Table], at: datetime) -> QuerySet[Table]:
    """The same tables, each with `every_days` of its agreement and by when they should have `talked_by`."""
    newest = ContactAgreement.objects.filter(table=OuterRef("pk"), with_whom=StepOwner.COORDINATOR)
    newest = newest.order_by("-version")
    found = tables.annotate(
        every_days=Subquery(newest.values("every_days")[:1]), agreed_at=Subquery(newest.values("agreed_at")[:1])
    )
    cases = [When(every_days=every, then=Value(talked_by(every, at))) for every in Rhythm]
    return found.annotate(talked_by=Case(*cases, output_field=DateTimeField()))


def longer_than_agreed(*, at: datetime) -> Q:
    """Of tables `with_agreements`: those where neither a contact nor the agreement itself is new enough."""
    return Q(agreed_at__lt=F("talked_by")) & no_contact_since(column="talked_by", at=at)


def talked_by(every: int, at: datetime) -> datetime:
    """Whoever talked at this moment or later has kept to it: whole Danish days, as `quiet_days` counts them."""
    return end_of(localdate(at) - timedelta(days=every + 1))


def mentor_role_of(*, plan: Plan, at: datetime | None = None) -> MentorRole | None:
    """What the mentor is there for, once it is written; with `at` only that of a mentor who sits there then."""
    if at is None:
        return mentor_roles_of(plan=plan).first()
    return next(iter(_role_of_seated.ask(plan=plan.pk, table=plan.table_id, at=at)), None)


@Question
def _role_of_seated(*, plan: UUID, table: UUID, at: datetime) -> QuerySet[MentorRole]:
    seated = Seat.objects.filter(during(at), table_id=table, role=SeatRole.MENTOR)
    rows = mentor_roles_of(plan=Plan(pk=plan))
    return rows.filter(mentor__in=seated.values("person"), written_at__lte=at)[:1]


def mentor_roles_of(*, plan: Plan) -> QuerySet[MentorRole]:
    """Every wording of it, the newest first."""
    return MentorRole.objects.filter(plan=plan).select_related("mentor", "written_by").order_by("-version")


def mentors_of(*, plan: Plan, at: datetime) -> list[Person]:
    """Who sits there as mentor now, in the order they came."""
    held = Seat.objects.filter(during(at), table_id=plan.table_id, role=SeatRole.MENTOR).select_related("person")
    return [seat.person for seat in held.order_by("starts_at", "pk")]
