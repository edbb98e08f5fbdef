"""Writes about programmes: a programme, a municipal project, an office given and ended."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from bordenden.foundation.rules import NotPossible
from bordenden.people.models import Municipality, Person
from bordenden.programmes.models import Office, Programme, Project
from bordenden.programmes.words import OfficeRole, Track


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
) -> Office:
    """An office in exactly one place: a project, a programme or a municipality."""
    if sum(place is not None for place in (project, programme, municipality)) != 1:
        raise NotPossible(_("Et hverv hører til ét sted: et projekt, et program eller en kommune."))
    return Office.objects.create(
        person=person,
        role=role,
        starts_at=at,
        project=project,
        programme=programme,
        municipality=municipality,
    )
