"""Who works where is asked of the offices: no page gets slower because many people live in the municipality."""

from collections.abc import Callable

import pytest
from django.db.models import QuerySet

from bordenden.pathways.queries import takers
from bordenden.people.models import Person
from bordenden.programmes.queries import can_be_seated, colleagues
from tests.cast import MONDAY, Cast
from tests.walls import POSTGRESQL

ASKED: dict[str, Callable[[Cast], QuerySet[Person]]] = {
    "colleagues": lambda cast: colleagues(of=cast.bo, at=MONDAY),
    "who can be seated": lambda cast: can_be_seated(municipality=cast.fjordby),
}


@pytest.mark.parametrize("asked", ASKED.values(), ids=ASKED)
def test_nobody_goes_through_everybody_who_lives_there(cast: Cast, asked: Callable[[Cast], QuerySet[Person]]) -> None:
    rows = asked(cast)
    names = [person.given_name for person in rows]
    assert ("Ole" in names, "Amina" in names, "Niels" in names) == (True, False, False)
    # Of the few people of a test PostgreSQL reads the whole table, whatever index there is.
    assert POSTGRESQL or "people_person_municipality" not in rows.explain()


def test_who_can_take_a_table_is_called_by_telephone_and_works_in_the_project(cast: Cast) -> None:
    found = takers(project=cast.project, besides=[cast.bo], at=MONDAY)
    names = {person.given_name for person in (*found.loads, *found.unreachable)}
    assert ("Ole" in names, "Bo" in names, "Niels" in names) == (True, False, False)
