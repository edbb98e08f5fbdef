"""Who stands around a plan, as it is printed: her caseworker, her mentor, whom to call, how they keep in touch."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from bordenden.pathways.queries import seats_now
from bordenden.pathways.words import SeatRole
from bordenden.people.models import Person
from bordenden.plans.models import ContactAgreement, MentorRole, Plan, PlanContact
from bordenden.plans.words import ContactRole

_FIRST = {ContactRole.COORDINATOR: -2, ContactRole.MENTOR: -1}
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
    position: int = 0


@dataclass(frozen=True, slots=True)
class Standing:
    """Who stands around: caseworker and mentor where somebody is seated, everybody to call in order, agreements."""

    coordinator: Reached | None
    mentor: Reached | None
    contacts: tuple[Reached, ...]
    agreements: tuple[ContactAgreement, ...]
    mentor_role: MentorRole | None = None


def standing_around(*, plan: Plan, at: datetime) -> Standing:
    """Four queries. Caseworker and mentor are those who sit there then, in her order with the others.

    `contacts_of` gives them as they are today; a version keeps them as they stood.
    """
    seats = list(seats_now(table=plan.table, at=at))
    seated = {
        role: next((seat.person for seat in seats if seat.role == seat_role), None)
        for role, seat_role in _AT_THE_TABLE.items()
    }
    rows = list(PlanContact.objects.filter(plan=plan, set_at__lte=at).order_by("position", "set_at", "pk"))
    placed = {str(row.person_id): row for row in rows if row.person_id is not None}
    own = {role: _seated(role, person, placed) for role, person in seated.items() if person is not None}
    listed = [*own.values(), *(_listed(row) for row in rows if row.person_id is None)]
    off = {str(row.person_id or row.pk) for row in rows if row.taken_off_at is not None and row.taken_off_at <= at}
    mentor = own.get(ContactRole.MENTOR)
    return Standing(
        own.get(ContactRole.COORDINATOR),
        mentor,
        tuple(sorted((one for one in listed if one.key not in off), key=lambda one: one.position)),
        _standing_agreements(plan, at),
        _role_of(plan, mentor, at) if mentor else None,
    )


def _role_of(plan: Plan, mentor: Reached, at: datetime) -> MentorRole | None:
    """What this very mentor is there for; another's role goes with the other."""
    rows = MentorRole.objects.filter(plan=plan, mentor_id=UUID(mentor.key), written_at__lte=at)
    return rows.order_by("-version").first()


def _seated(role: ContactRole, person: Person, placed: dict[str, PlanContact]) -> Reached:
    """In the place she gave them; her caseworker and mentor first where she gave none."""
    row = placed.get(str(person.pk))
    position = row.position if row else _FIRST[role]
    return Reached(str(person.pk), role, person.name, phone=person.phone, hours=person.reachable, position=position)


def _listed(row: PlanContact) -> Reached:
    role = ContactRole(row.role)
    return Reached(str(row.pk), role, row.name, row.where, row.department, row.phone, row.hours, row.position)


def _standing_agreements(plan: Plan, at: datetime) -> tuple[ContactAgreement, ...]:
    """The newest with each; with her caseworker first."""
    newest = {
        row.with_whom: row
        for row in ContactAgreement.objects.filter(plan=plan, agreed_at__lte=at).order_by("version")
    }
    return tuple(newest[whom] for whom in sorted(newest))
