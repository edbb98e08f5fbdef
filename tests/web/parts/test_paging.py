"""A page of a list: what is no page, and one past the last, is the first."""

from collections.abc import Callable

import pytest

from bordenden.people.models import Person
from bordenden.web.parts.paging import Cut, cut, cut_found
from tests.cast import Cast

Cutter = Callable[[str | None], Cut[Person]]
SIZE = 4


def by_database(asked: str | None) -> Cut[Person]:
    first = Person.objects.order_by("pk").values_list("pk", flat=True)[: 2 * SIZE + 1]
    return cut(Person.objects.filter(pk__in=list(first)).order_by("pk"), asked, size=SIZE)


def by_memory(asked: str | None) -> Cut[Person]:
    return cut_found(list(Person.objects.order_by("pk")[: 2 * SIZE + 1]), asked, size=SIZE)


@pytest.mark.parametrize("cutter", [by_database, by_memory])
def test_three_pages_and_the_way_between_them(cast: Cast, cutter: Cutter) -> None:
    pages = [cutter(asked) for asked in ("1", "2", "3")]
    people = list(Person.objects.order_by("pk")[: 2 * SIZE + 1])
    assert [person for page in pages for person in page.rows] == people
    assert [(page.number, page.pager.previous_url, page.pager.next_url) for page in pages] == [
        (1, "", "?side=2"),
        (2, "?side=1", "?side=3"),
        (3, "?side=2", ""),
    ]


@pytest.mark.parametrize("asked", [None, "", "0", "-1", "x", "4", "99", "9" * 5000, "²"])
@pytest.mark.parametrize("cutter", [by_database, by_memory])
def test_what_is_no_page_is_the_first(cast: Cast, cutter: Cutter, asked: str | None) -> None:
    assert cutter(asked) == cutter("1")
