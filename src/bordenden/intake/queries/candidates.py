"""Who might join a project, what each lived on, and how a CPR number stands to the project."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, QuerySet, Value
from django.db.models.functions import Replace

from bordenden.foundation.alphabet import search_key
from bordenden.foundation.lasting import during
from bordenden.intake.models import BenefitPeriod, Candidate
from bordenden.intake.models.candidates import NUMBER_MARK, NUMBER_SIGNS
from bordenden.intake.queries.reports import batches
from bordenden.pathways.models import Enrolment, Seat
from bordenden.pathways.words import SeatRole
from bordenden.people.models import Person
from bordenden.people.queries import with_numbers
from bordenden.programmes.models import Project

_KEY_SIGNS = 32
_NUMBER = re.compile(f"{NUMBER_MARK}([0-9a-f]{{{NUMBER_SIGNS}}})", re.IGNORECASE)


def candidates_of(*, project: Project) -> QuerySet[Candidate]:
    """Those who might join and for whom it is not settled, in Danish order, each with her person."""
    rows = project.candidates.filter(closed_at__isnull=True).select_related("person", "referral")
    return rows.order_by("person__sort_key", "pk")


def named_like(*, candidates: QuerySet[Candidate], search: str) -> QuerySet[Candidate]:
    """Of these those whose name holds the text, or whose number it is; a text without a letter finds nobody."""
    if not search.strip():
        return candidates
    if number := _NUMBER.fullmatch(search.strip()):
        first, last = (UUID(number[1] + sign * (_KEY_SIGNS - NUMBER_SIGNS)) for sign in "0f")
        return candidates.filter(pk__range=(first, last))
    name = search_key(search)
    keyed = candidates.annotate(search_key=Replace("person__sort_key", Value(" "), Value("")))
    return keyed.filter(search_key__contains=name) if name else keyed.none()


def open_numbers(*, projects: Iterable[Project]) -> dict[UUID, int]:
    """How many might join each project. One query."""
    rows = Candidate.objects.filter(project__in=list(projects), closed_at__isnull=True).order_by("project")
    return dict(rows.values("project").annotate(number=Count("pk")).values_list("project", "number"))


def periods_of(*, people: Iterable[Person]) -> dict[UUID, list[BenefitPeriod]]:
    """What each of them lived on, the earliest first. A query in two thousand people."""
    keys = sorted({one.pk for one in people})
    found: dict[UUID, list[BenefitPeriod]] = {}
    for some in batches(keys):
        for period in BenefitPeriod.objects.filter(person__in=some).order_by("starts_on", "benefit", "pk"):
            found.setdefault(period.person_id, []).append(period)
    return found


@dataclass(frozen=True, slots=True)
class Standing:
    """How a CPR number stands to a project.

    `candidate`: she is on its list already. `elsewhere`: she is somebody else's, which is a secret; `tables` are
    those she sits at, `others` her candidacies in other projects. With neither she may be written up, as the person
    who is known or as a new one; so may whoever has a table where every course is over.
    """

    person: Person | None = None
    candidate: Candidate | None = None
    elsewhere: bool = False
    tables: tuple[UUID, ...] = ()
    others: tuple[Candidate, ...] = ()

    def is_called(self, given_name: str, family_name: str) -> bool:
        """Whether somebody who is known is called so; a family name that is not told says nothing against it."""
        if self.person is None:
            return True
        known, told = self.person, search_key(f"{given_name} {family_name}")
        return told == search_key(known.name) or (not family_name and told == search_key(known.given_name))


NOBODY = Standing()


def standings(*, project: Project, numbers: Iterable[str], at: datetime) -> dict[str, Standing]:
    """Of these numbers those that somebody in the municipality has. Three queries in two thousand numbers."""
    found: dict[str, Standing] = {}
    for some in batches(sorted(set(numbers) - {""})):
        found.update(_standings(project, list(with_numbers(numbers=some, where=project)), at))
    return found


def _standings(project: Project, people: Sequence[Person], at: datetime) -> dict[str, Standing]:
    own: dict[UUID, Candidate] = {}
    others: dict[UUID, list[Candidate]] = {}
    candidates = Candidate.objects.filter(person__in=people, closed_at__isnull=True).select_related("referral")
    for one in candidates.order_by("pk"):
        if one.project_id == project.pk:
            own[one.person_id] = one
        else:
            others.setdefault(one.person_id, []).append(one)
    tables: dict[UUID, list[UUID]] = {}
    busy: set[UUID] = set()
    courses = Enrolment.objects.filter(table=OuterRef("table"))
    is_over = Exists(courses) & ~Exists(courses.filter(ended_on__isnull=True))
    held = Seat.objects.filter(during(at), person__in=people, role__in=(SeatRole.HEAD, SeatRole.FAMILY))
    seats = held.annotate(is_over=is_over).order_by("pk").values_list("person_id", "table_id", "is_over")
    for person, table, over in seats:
        tables.setdefault(person, []).append(table)
        if not over:
            busy.add(person)
    return {
        person.cpr: Standing(
            person,
            own.get(person.pk),
            person.pk not in own and (person.pk in others or person.pk in busy),
            () if person.pk in own else tuple(tables.get(person.pk, ())),
            () if person.pk in own else tuple(others.get(person.pk, ())),
        )
        for person in people
    }
