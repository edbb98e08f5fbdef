"""Ulla Winther sees whether the work is done well: once last month, and again these days, at Karim's table. All made up."""

from datetime import datetime, timedelta
from itertools import count

from django.utils.timezone import localdate

from bordenden.foundation.ids import new_id
from bordenden.people import actions as people
from bordenden.people.models import Person
from bordenden.programmes import actions as programmes
from bordenden.programmes.words import OfficeRole
from bordenden.supervision import actions, queries
from bordenden.worlds.cast.people import BEGUN, Cast

EARLIER, FOR_DAYS = timedelta(days=45), timedelta(days=9)
BEGAN, STILL_LASTS = timedelta(days=3), timedelta(days=11)
LAST_IN_THE_LIST = 40
LAST_MONTH = "Om vi svarer inden for en uge, når borgeren skriver eller ringer."
NOW = "Om planen er skrevet med egne ord. Om vi holder det, vi lover."


def build_supervision(cast: Cast) -> None:
    """Two samples of one course; these days' lot falls on Karim, and so did the one before."""
    ulla = people.register(
        municipality=cast.fjordby,
        given_name="Ulla",
        family_name="Winther",
        phone="20 00 00 40",
        title="Faglig leder",
        reachable="man–fre 9–12",
        made_up=True,
    )
    line = "Faglig leder: ser efter, om arbejdet bliver gjort godt"
    people.give_demo_login(person=ulla, username="ulla", order=LAST_IN_THE_LIST, line=line)
    programmes.give_office(person=ulla, role=OfficeRole.SUPERVISOR, project=cast.project, at=cast.at - BEGUN)
    earlier = cast.at - EARLIER
    _at_karims(cast, ulla, LAST_MONTH, earlier, earlier + FOR_DAYS)
    _at_karims(cast, ulla, NOW, cast.at - BEGAN, cast.at + STILL_LASTS)


def _at_karims(cast: Cast, ulla: Person, purpose: str, at: datetime, until: datetime) -> None:
    """A story is to be the same each time, and tables have new ids in each world: a seed is looked for that fits it."""
    among = queries.can_be_drawn(project=cast.project, by=ulla, at=at)
    seeds = (f"opdigtet {number}" for number in count())
    fits = (seed for seed in seeds if queries.draw(among=among, seed=seed, number=1) == [cast.karims_table])
    actions.open_sample(
        project=cast.project,
        purpose=purpose,
        number=1,
        last_on=localdate(until),
        form_key=new_id(),
        by=ulla,
        at=at,
        seed=next(fits),
    )
