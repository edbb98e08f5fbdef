"""Ulla Winther, faglig leder in Fjordby, and a sample that falls where the story wants it."""

from datetime import datetime, timedelta
from itertools import count

from django.utils.timezone import localdate

from bordenden.foundation.clock import now
from bordenden.foundation.ids import new_id
from bordenden.pathways.models import Table
from bordenden.people import actions as people
from bordenden.people.models import Municipality, Person
from bordenden.programmes import actions as programmes
from bordenden.programmes.models import Project
from bordenden.programmes.words import OfficeRole
from bordenden.supervision import actions, queries
from bordenden.supervision.models import Supervision
from tests.cast import Cast

DAY = timedelta(days=1)
PURPOSE = "Om vi holder det, vi har lovet, og svarer inden for en uge."


def supervisor(cast: Cast, project: Project | None = None, given: str = "Ulla") -> Person:
    """Somebody who holds the office in a project, Lis' unless it is said."""
    project = project or cast.project
    here: Municipality = project.municipality
    person = people.register(
        municipality=here,
        given_name=given,
        family_name="Winther",
        phone="20 00 00 40",
        title="Faglig leder",
        made_up=True,
    )
    people.give_demo_login(person=person, username=f"{given.lower()}-{here.pk}", order=90, line=given)
    programmes.give_office(person=person, role=OfficeRole.SUPERVISOR, project=project, at=cast.at)
    return person


def sample(cast: Cast, by: Person, number: int = 10, *, at: datetime | None = None, days: int = 9) -> Supervision:
    """So many of Lis' courses."""
    at = at or now()
    return actions.open_sample(
        project=cast.project,
        purpose=PURPOSE,
        number=number,
        last_on=localdate(at) + days * DAY,
        form_key=new_id(),
        by=by,
        at=at,
    )


def sample_of(cast: Cast, by: Person, table: Table, *, at: datetime | None = None, days: int = 9) -> Supervision:
    """A sample of one whose lot falls on this table: a seed is tried until it does."""
    at = at or now()
    among = queries.can_be_drawn(project=cast.project, by=by, at=at)
    seeds = (str(number) for number in count())
    return actions.open_sample(
        project=cast.project,
        purpose=PURPOSE,
        number=1,
        last_on=localdate(at) + days * DAY,
        form_key=new_id(),
        by=by,
        at=at,
        seed=next(seed for seed in seeds if queries.draw(among=among, seed=seed, number=1) == [table]),
    )
