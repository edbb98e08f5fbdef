"""Writes about who works in a project, as far as tables hang on it: a caseload moves on, an office ends."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from bordenden.audit.actions import Actor, record
from bordenden.foundation.rules import NotPossible
from bordenden.pathways.actions.handing_on import HandedOn, end_together, hand_on
from bordenden.pathways.actions.seats import hold_tables, must_be_in_office
from bordenden.pathways.models import Seat
from bordenden.pathways.queries import caseload_of, held_at
from bordenden.pathways.words import LeavingReason, SeatRole
from bordenden.people.models import Person
from bordenden.programmes.actions import HeldOffice
from bordenden.programmes.models import Office, Project
from bordenden.programmes.words import TEAM, OfficeRole


@transaction.atomic
def move_caseload(
    *,
    project: Project,
    office: Office,
    tables: Sequence[HandedOn],
    because: LeavingReason,
    stops: bool,
    by: Actor,
    at: datetime,
) -> list[Seat]:
    """These of a caseworker's tables get others, all or none; with `stops` the office ends in the same moment.

    Raises NotPossible for a table that is not (any more) the caseworker's in this project, as `hand_on` does, and
    with `stops` as `end_office` does while any table is left.
    """
    own = {seat.table_id for seat in caseload_of(project=project, person=office.person, at=at)}
    if any(one.table.pk not in own for one in tables):
        raise NotPossible(_("Noget har ændret sig imens. Se forslaget igennem igen."))
    standing_in = _stands_in(project, office.person, at) if stops else ()
    hold_tables([*(one.table for one in tables), *(seat.table for seat in standing_in)])
    must_be_in_office(people={one.to for one in tables}, at=at, beside=office if stops else None)
    theirs = [replace(one, seen=office.person) for one in tables]
    seats = hand_on(tables=theirs, because=because, by=by, at=at)
    if stops:
        end_office(project=project, office=office, by=by, at=at)
    return seats


@transaction.atomic
def end_office(*, project: Project, office: Office, by: Actor, at: datetime) -> Office:
    """The office in the project ends now; that it was held is kept. What is over stays as it was.

    Whoever stood in for a colleague there does so no more. Raises NotPossible while somebody is coordinating
    caseworker at a table of the project, and for an office that is not the leader's to end.
    """
    held = hold_tables(seat.table for seat in _stands_in(project, office.person, at))
    office = Office.objects.select_for_update(of=("self",)).get(pk=office.pk, project=project)
    if office.ends_at is not None and office.ends_at <= at:
        return office
    if office.role not in TEAM:
        raise NotPossible(_("Det hverv afslutter jeres administrator."))
    if office.role == OfficeRole.CASEWORKER:
        if caseload_of(project=project, person=office.person, at=at):
            words = _("%(name)s er stadig sagsbehandler for nogen. Flyt dem først.")
            raise NotPossible(words % {"name": office.person.given_name})
        standing_in = list(_stands_in(project, office.person, at))
        if any(seat.table not in held for seat in standing_in):
            raise NotPossible(_("Noget har ændret sig imens. Prøv igen."))
        end_together(seats=standing_in, by=by, at=at)
    office.ends_at = max(at, office.starts_at)
    office.save(update_fields=["ends_at"])
    record(act="office.end", by=by, thing=HeldOffice(office.pk, project.municipality_id), at=at)
    return office


def _stands_in(project: Project, person: Person, at: datetime) -> QuerySet[Seat]:
    return held_at(project=project, person=person, role=SeatRole.SUBSTITUTE, at=at)
