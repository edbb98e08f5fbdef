"""Reads about the second informant: what the caseworker said on the own form, and how many citizens are new."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Prefetch, Q, QuerySet

from bordenden.assessments.models import BeliefTally, CaseworkerAnswer, CaseworkerSheet, Item
from bordenden.assessments.queries.instruments import current_version
from bordenden.assessments.words import CASEWORKERS_VIEW
from bordenden.foundation.lasting import during
from bordenden.pathways.models import Seat, Table
from bordenden.pathways.words import SeatRole
from bordenden.people.models import Person
from bordenden.programmes.models import Project

NEWEST = 10


@dataclass(frozen=True, slots=True)
class OwnView:
    """One saying of a caseworker: who, when, and each question with the number (in the form's order)."""

    sheet: CaseworkerSheet
    informant: Person
    said: tuple[tuple[Item, int], ...]


def own_view_items() -> list[Item]:
    """The questions a caseworker is asked now, in order; none while no such form is published. Two queries."""
    version = current_version(code=CASEWORKERS_VIEW)
    return list(Item.objects.filter(version=version).select_related("version__instrument").order_by("position"))


def own_view_sheets(*, table: Table) -> QuerySet[CaseworkerSheet]:
    """What caseworkers have said about the table, newest first; `own_view_of` reads each. Two queries a page."""
    answers = CaseworkerAnswer.objects.select_related("item").order_by("item__position")
    return (
        CaseworkerSheet.objects.filter(table=table)
        .select_related("informant")
        .prefetch_related(Prefetch("answers", queryset=answers))
        .order_by("-said_at", "pk")
    )


def own_view_of(*, sheet: CaseworkerSheet) -> OwnView:
    """A sheet of `own_view_sheets` as it is shown."""
    return OwnView(sheet, sheet.informant, tuple((answer.item, answer.value) for answer in sheet.answers.all()))


def own_views(*, sheets: Iterable[CaseworkerSheet]) -> list[OwnView]:
    """Each of the sheets as it is shown."""
    return [own_view_of(sheet=sheet) for sheet in sheets]


def newest_ten(*, by: Person, project: Project, at: datetime) -> int:
    """How many citizens of the project the caseworker has now, ten at most."""
    seats = Seat.objects.filter(during(at), person=by, role=SeatRole.COORDINATOR)
    running = Q(table__in=project.enrolments.filter(activated_on__isnull=False, exit=None).values("table"))
    return min(NEWEST, seats.filter(running).count())


def tallies_of(*, by: Person, project: Project) -> QuerySet[BeliefTally]:
    """The caseworker's own tallies, newest first; nobody else is shown them."""
    return BeliefTally.objects.filter(by=by, project=project).order_by("-quarter")
