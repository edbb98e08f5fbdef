"""For the scene: samples that were drawn earlier, and one that lasts, with the head's own table in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import count

from django.utils.timezone import localdate

from bordenden.foundation.ids import new_id
from bordenden.pathways.models import Table
from bordenden.people.models import Person
from bordenden.programmes import actions as programmes
from bordenden.programmes.models import Project
from bordenden.programmes.words import OfficeRole
from bordenden.supervision import actions, queries
from bordenden.supervision.models import Supervision
from bordenden.supervision.words import BETWEEN_DRAWS, MOST_CASES

PURPOSE = "Om planen er skrevet med borgerens egne ord, og om vi holder det, vi har lovet hinanden."
FOR_DAYS = timedelta(days=20)


@dataclass(frozen=True, slots=True)
class Supervising:
    """Who supervises, and the sample that lasts."""

    supervisor: Person
    opened: Supervision


def supervise(
    rows: int, project: Project, table: Table, supervisors: list[Person], begun: datetime, at: datetime
) -> Supervising:
    """The first of them has the sample that lasts; the others have drawn the earlier ones, in turn."""
    for person in supervisors:
        programmes.give_office(person=person, role=OfficeRole.SUPERVISOR, project=project, at=begun)
    first, *others = supervisors
    for number in range(rows - 1):
        day = begun + BETWEEN_DRAWS * (number // len(others))
        _draw(project, 1, others[number % len(others)], day, day, str(number))
    among = queries.can_be_drawn(project=project, by=first, at=at)
    seed = next(seed for seed in _seeds() if table in queries.draw(among=among, seed=seed, number=MOST_CASES))
    return Supervising(first, _draw(project, MOST_CASES, first, at, at + FOR_DAYS, seed))


def _seeds() -> Iterator[str]:
    return (str(number) for number in count())


def _draw(project: Project, number: int, by: Person, at: datetime, until: datetime, seed: str) -> Supervision:
    return actions.open_sample(
        project=project,
        purpose=PURPOSE,
        number=number,
        last_on=localdate(until),
        form_key=new_id(),
        by=by,
        at=at,
        seed=seed,
    )
