"""Writes about programmes: a programme, a municipal project, an office given or ended, a training held."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from bordenden.audit.actions import Actor, record
from bordenden.foundation.days import half_a_year_before
from bordenden.foundation.lasting import during
from bordenden.foundation.rules import NotPossible, Stale
from bordenden.foundation.snapshot import writing
from bordenden.people import actions as people
from bordenden.people.models import Municipality, Person
from bordenden.programmes.models import Office, Programme, Project, TargetNumber, Trained, Training
from bordenden.programmes.queries import Order, order_of, staff_of, steering_of
from bordenden.programmes.words import MOST_FROM_AN_AREA, TEAM, Department, OfficeRole, RuleSet, Track

# Staff may have been trained for it well before a project began; a year of the last century is a slip.
LONG_BEFORE = timedelta(days=3 * 365)
MOST_OF_A_GROUP = 10_000
NATION = 0


@transaction.atomic
def begin_programme(
    *,
    name: str,
    starts_on: date,
    ends_on: date,
    last_referral_on: date | None = None,
    rule_set: RuleSet = RuleSet.LAW_OF_2014,
    made_up: bool = False,
) -> Programme:
    """A programme with its period. Where no last day of referral is named it is half a year before the end."""
    last_referral_on = last_referral_on or half_a_year_before(ends_on)
    if not starts_on <= last_referral_on <= ends_on:
        raise NotPossible(_("Sidste dag for henvisning skal ligge i perioden."))
    return Programme.objects.create(
        name=name,
        starts_on=starts_on,
        ends_on=ends_on,
        last_referral_on=last_referral_on,
        rule_set=rule_set,
        made_up=made_up,
    )


@transaction.atomic
def begin_project(
    *, programme: Programme, municipality: Municipality, name: str, track: Track, made_up: bool = False
) -> Project:
    """A municipality's project; it has the programme's period."""
    return Project.objects.create(
        programme=programme,
        municipality=municipality,
        name=name,
        track=track,
        starts_on=programme.starts_on,
        ends_on=programme.ends_on,
        made_up=made_up,
    )


@transaction.atomic
def give_office(
    *,
    person: Person,
    role: OfficeRole,
    at: datetime,
    project: Project | None = None,
    programme: Programme | None = None,
    municipality: Municipality | None = None,
    department: Department = Department.EMPLOYMENT,
) -> Office:
    """An office in exactly one place: a project, a programme or a municipality."""
    if sum(place is not None for place in (project, programme, municipality)) != 1:
        raise NotPossible(_("Et hverv hører til ét sted: et projekt, et program eller en kommune."))
    return Office.objects.create(
        person=person,
        role=role,
        department=department,
        starts_at=at,
        project=project,
        programme=programme,
        municipality=municipality,
    )


@dataclass(frozen=True, slots=True)
class Called:
    """Somebody who is new here: the name, and what they are at work."""

    given_name: str
    family_name: str = ""
    title: str = ""


@transaction.atomic
def seat_in_steering(
    *, project: Project, department: Department, whom: Person | Called, by: Actor, at: datetime
) -> Office:
    """Somebody sits in the project's steering group for an area. Who sits there already, sits there once.

    Somebody new is registered; the login comes from whoever gives logins. A name that sits there for the area is the
    same person. Raises NotPossible when the area has all the seats it can have.
    """
    project = Project.objects.select_for_update(no_key=True).get(pk=project.pk)
    seated = list(steering_of(project=project).filter(during(at), department=department))
    for office in seated:
        if office.person == whom or (isinstance(whom, Called) and _is_called(office.person, whom)):
            return office
    if len(seated) >= MOST_FROM_AN_AREA:
        raise NotPossible(_("Der sidder allerede fem fra det område. Afslut en plads først."))
    office = give_office(
        person=whom if isinstance(whom, Person) else _registered(project, whom),
        role=OfficeRole.STEERING,
        project=project,
        department=department,
        at=at,
    )
    record(act="steering.set", by=by, thing=HeldOffice(office.pk, project.municipality_id), at=at)
    return office


@transaction.atomic
def end_steering(*, project: Project, office: Office, by: Actor, at: datetime) -> Office:
    """The seat in the project's steering group ends now; that it was held is kept. What is over stays as it was."""
    office = steering_of(project=project).select_for_update(of=("self",)).get(pk=office.pk)
    if office.ends_at is not None:
        return office
    office.ends_at = at
    office.save(update_fields=["ends_at"])
    record(act="steering.end", by=by, thing=HeldOffice(office.pk, project.municipality_id), at=at)
    return office


@transaction.atomic
def join_team(
    *, project: Project, role: OfficeRole, department: Department, whom: Person | Called, by: Actor, at: datetime
) -> Office:
    """Somebody works in the project from now on. Who holds the office already, holds it once.

    Somebody new is registered, as in the steering group. Raises NotPossible for an office that is not the leader's to
    give, for somebody of another municipality, and for whoever would give one to themselves.
    """
    if role not in TEAM:
        raise NotPossible(_("Det hverv giver jeres administrator."))
    if isinstance(whom, Person) and whom.pk == by.pk:
        raise NotPossible(_("Du kan ikke give dig selv et hverv. Det gør jeres administrator."))
    project = Project.objects.select_for_update(no_key=True).get(pk=project.pk)
    held = Office.objects.filter(during(at), project=project, role=role).select_related("person")
    for office in held.order_by("pk"):
        if office.person == whom or (isinstance(whom, Called) and _is_called(office.person, whom)):
            return office
    if isinstance(whom, Person) and whom.municipality_id != project.municipality_id:
        raise NotPossible(_("Personen skal være oprettet i projektets kommune."))
    person = whom if isinstance(whom, Person) else _registered(project, whom)
    office = give_office(person=person, role=role, project=project, department=department, at=at)
    record(act="office.give", by=by, thing=HeldOffice(office.pk, project.municipality_id), at=at)
    return office


@transaction.atomic
def set_legal_basis(*, programme: Programme, order: Order, seen: Order, by: Actor, at: datetime) -> Programme:
    """The programme carries this order from now on; it marks participants from its day. Said again, it stays.

    Raises NotPossible for a day or a link without an order, for an order without its day, and where another was
    written since `seen` was shown.
    """
    programme = Programme.objects.select_for_update(no_key=True).get(pk=programme.pk)
    order = Order(order.basis.strip(), order.link.strip(), order.since)
    if bool(order.basis) != (order.since is not None) or (order.link and not order.basis):
        raise NotPossible(_("Skriv både bestemmelsen og dagen, eller lad begge dele stå tomme."))
    now = order_of(programme=programme)
    if order == now:
        return programme
    if seen != now:
        raise NotPossible(_("En anden har skrevet det imens. Læs det, og gem så igen."))
    programme.no_sanction_basis, programme.no_sanction_link = order.basis, order.link
    programme.no_sanction_from = order.since
    programme.save(update_fields=["no_sanction_basis", "no_sanction_link", "no_sanction_from"])
    # Behind the walls the audit of the whole country (0) is a municipality of its own.
    with writing(NATION, by.pk):
        record(act="legal_basis.set", by=by, thing=NationalThing(programme.pk), at=at)
    return programme


@transaction.atomic
def set_target(
    *,
    project: Project,
    target_group: str,
    number: int,
    by: Actor,
    at: datetime,
    seen: Mapping[str, int] | None = None,
) -> None:
    """So many of the target group the project set out to have; none takes it off the list. Said again, it stays.

    `seen` are the numbers the writer had before them: Stale when the group's is another by now.
    """
    group = " ".join(target_group.split())
    if not group:
        raise NotPossible(_("Skriv, hvilken gruppe det er for."))
    if not 0 <= number <= MOST_OF_A_GROUP:
        raise NotPossible(_("Skriv et tal fra 0 til %(most)d.") % {"most": MOST_OF_A_GROUP})
    Project.objects.select_for_update(no_key=True).get(pk=project.pk)
    before = TargetNumber.objects.filter(project=project, target_group=group).first()
    stands = before.number if before else 0
    if number == stands:
        return
    if seen is not None and stands != seen.get(group, 0):
        raise Stale(_("En anden har skrevet et andet tal imens. Se det, og gem så igen."), str(stands), 0)
    if number:
        TargetNumber.objects.update_or_create(project=project, target_group=group, defaults={"number": number})
    elif before:
        before.delete()
    record(act="targets.set", by=by, thing=OfProject(project.pk, project.municipality_id), at=at)


@dataclass(frozen=True, slots=True)
class OfProject:
    """A project with its place, for the audit: it stands at no table."""

    pk: UUID
    municipality_id: int
    table_id: None = None


@dataclass(frozen=True, slots=True)
class NationalThing:
    """A programme, for the audit: it belongs to no municipality and stands at no table."""

    pk: UUID
    municipality_id: int = 0
    table_id: None = None


@dataclass(frozen=True, slots=True)
class HeldOffice:
    """An office of a project with its place, for the audit: it stands at no table."""

    pk: UUID
    municipality_id: int
    table_id: None = None


def _is_called(person: Person, called: Called) -> bool:
    return (person.given_name, person.family_name) == (called.given_name.strip(), called.family_name.strip())


def _registered(project: Project, called: Called) -> Person:
    return people.register(
        municipality=project.municipality,
        given_name=called.given_name,
        family_name=called.family_name,
        title=called.title.strip(),
        made_up=project.made_up,
    )


@transaction.atomic
def hold_training(
    *,
    project: Project,
    title: str,
    provider: str,
    held_on: date,
    people: Iterable[Person],
    by: Actor,
    at: datetime,
) -> Training:
    """These took part in it; the same training told again adds whoever was missing.

    Raises NotPossible for a day to come or long before the project, for nobody, and for who is no staff of it.
    """
    taking_part = list(people)
    if held_on < project.starts_on - LONG_BEFORE:
        raise NotPossible(_("Så længe før projektet regnes kurset ikke med. Se på årstallet."))
    if held_on > localdate(at):
        raise NotPossible(_("Dagen er ikke kommet endnu. Skriv kurset ind, når det er holdt."))
    if not taking_part:
        raise NotPossible(_("Vælg mindst én, der var med."))
    staff = {member.person.pk for member in staff_of(project=project, at=at)}
    if any(person.pk not in staff for person in taking_part):
        raise NotPossible(_("Vælg kun medarbejdere i projektet."))
    training, _new = Training.objects.get_or_create(
        project=project, title=title.strip(), held_on=held_on, defaults={"provider": provider.strip()}
    )
    known = set(Trained.objects.filter(training=training).order_by("pk").values_list("person_id", flat=True))
    missing = [person for person in taking_part if person.pk not in known]
    Trained.objects.bulk_create(Trained(training=training, person=person) for person in missing)
    if missing:
        record(act="training.hold", by=by, thing=training, at=at)
    return training
