"""Who stands around a plan, as it is printed: her caseworker, her mentor, whom to call, how they keep in touch."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from bordenden.pathways.queries import seats_now
from bordenden.pathways.words import SeatRole
from bordenden.people.models import Person
from bordenden.plans.models import ContactAgreement, MentorRole, Plan, PlanContact
from bordenden.plans.queries.around import mentor_role_of
from bordenden.plans.words import ContactRole

_AT_THE_TABLE = {ContactRole.COORDINATOR: SeatRole.COORDINATOR, ContactRole.MENTOR: SeatRole.MENTOR}


@dataclass(frozen=True, slots=True)
class Reached:
    """Somebody she can call: as the plan names them, with the telephone and hours they say of themselves."""

    key: str
    role: ContactRole
    name: str
    where: str = ""
    department: str = ""
    phone: str = ""
    hours: str = ""

    @property
    def can_be_called(self) -> bool:
        """Whether she can read where and when to call."""
        return bool(self.phone and self.hours)


@dataclass(frozen=True, slots=True)
class Standing:
    """Who stands around: caseworker and mentor where somebody is seated, everybody to call in order, agreements."""

    coordinator: Reached | None
    mentor: Reached | None
    contacts: tuple[Reached, ...]
    agreements: tuple[ContactAgreement, ...]
    mentor_role: MentorRole | None = None


def standing_around(*, plan: Plan, at: datetime) -> Standing:
    """Five queries. Caseworker and mentor are those who sit there now, whether or not they are on her list."""
    seats = list(seats_now(table=plan.table, at=at))
    seated = {
        role: next((seat.person for seat in seats if seat.role == seat_role), None)
        for role, seat_role in _AT_THE_TABLE.items()
    }
    rows = list(
        PlanContact.objects.filter(_on_the_list(at), plan=plan).select_related("person").order_by("position", "pk")
    )
    own = {role: _seated(role, person, rows) for role, person in seated.items() if person is not None}
    others = [_listed(row) for row in rows if row.role not in _AT_THE_TABLE]
    return Standing(
        own.get(ContactRole.COORDINATOR),
        own.get(ContactRole.MENTOR),
        (*own.values(), *others),
        _standing_agreements(plan, at),
        mentor_role_of(plan=plan, at=at) if ContactRole.MENTOR in own else None,
    )


def _on_the_list(at: datetime) -> Q:
    return Q(set_at__lte=at) & (Q(taken_off_at__isnull=True) | Q(taken_off_at__gt=at))


def _seated(role: ContactRole, person: Person, rows: list[PlanContact]) -> Reached:
    """As her list says it; what it leaves out is what they say of themselves."""
    row = next((row for row in rows if row.role == role and row.person_id == person.pk), None)
    return Reached(
        str(person.pk),
        role,
        person.name,
        row.where if row else "",
        row.department if row else "",
        (row.phone if row else "") or person.phone,
        (row.hours if row else "") or person.reachable,
    )


def _listed(row: PlanContact) -> Reached:
    own = row.person
    return Reached(
        str(row.pk),
        ContactRole(row.role),
        row.name,
        row.where,
        row.department,
        row.phone or (own.phone if own else ""),
        row.hours or (own.reachable if own else ""),
    )


def _standing_agreements(plan: Plan, at: datetime) -> tuple[ContactAgreement, ...]:
    """The newest with each; with her caseworker first."""
    newest = {
        row.with_whom: row
        for row in ContactAgreement.objects.filter(plan=plan, agreed_at__lte=at).order_by("version")
    }
    return tuple(newest[whom] for whom in sorted(newest))
