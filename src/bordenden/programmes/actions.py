"""Writes about programmes: a programme, a municipal project, an office given, a training held."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from bordenden.audit.actions import Actor, record
from bordenden.foundation.rules import NotPossible
from bordenden.people.models import Municipality, Person
from bordenden.programmes.models import Office, Programme, Project, Trained, Training
from bordenden.programmes.queries import staff_of
from bordenden.programmes.words import Department, OfficeRole, Track

# Staff may have been trained for it well before a project began; a year of the last century is a slip.
LONG_BEFORE = timedelta(days=3 * 365)


@transaction.atomic
def begin_programme(
    *, name: str, starts_on: date, ends_on: date, last_referral_on: date, made_up: bool = False
) -> Programme:
    """A programme with its period."""
    if not starts_on <= last_referral_on <= ends_on:
        raise NotPossible(_("Sidste dag for henvisning skal ligge i perioden."))
    return Programme.objects.create(
        name=name, starts_on=starts_on, ends_on=ends_on, last_referral_on=last_referral_on, made_up=made_up
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
