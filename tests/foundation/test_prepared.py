"""A prepared question gives what the question itself gives, whoever asks and whenever, or it is refused."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

import pytest
from django.db import connection
from django.db.models import QuerySet
from django.test.utils import CaptureQueriesContext

from bordenden.foundation.days import end_of
from bordenden.foundation.prepared import Fact, NotTheSame, Prepared
from bordenden.pathways.models import Seat
from tests.cast import MONDAY, Cast


class Asked(NamedTuple):
    """Whose seats, at which moment."""

    municipality: int
    at: datetime


def made_up() -> tuple[Asked, Asked]:
    return Asked(-1, datetime(2021, 3, 10, 9, 26, tzinfo=UTC)), Asked(-2, datetime(2024, 10, 24, 18, 28, tzinfo=UTC))


def begun(asked: Asked, most: int) -> QuerySet[Seat, Any]:
    rows = Seat.objects.filter(municipality=asked.municipality, starts_at__lte=asked.at, role__in=["head", "mentor"])
    return rows.order_by("pk").values_list("pk", "starts_at", "role")[:most]


def values(asked: Asked) -> dict[str, Fact]:
    return asked._asdict()


def test_it_answers_as_the_question_itself_and_its_words_are_written_once(cast: Cast) -> None:
    built = []

    def build(asked: Asked, most: int) -> QuerySet[Seat, Any]:
        built.append(asked)
        return begun(asked, most)

    question = Prepared(build, values, made_up)
    moments = [MONDAY + timedelta(days=days) for days in (-400, 0, 1)]
    for asked in [
        Asked(town.pk, at) for town in (cast.amina.municipality, cast.niels.municipality) for at in moments
    ]:
        assert question.ask(asked, 9) == list(begun(asked, 9))
    assert built == [*made_up()]
    assert len(question.ask(Asked(cast.fjordby.pk, MONDAY), 2)) == 2
    with CaptureQueriesContext(connection) as caught:
        question.ask(Asked(cast.fjordby.pk, MONDAY), 9)
    assert len(caught) == 1


def by_the_day(asked: Asked, most: int) -> QuerySet[Seat, Any]:
    return begun(asked._replace(at=end_of(asked.at.date())), most)


def by_the_year(asked: Asked, most: int) -> QuerySet[Seat, Any]:
    rows = Seat.objects.filter(municipality=asked.municipality).order_by("pk").values_list("pk")
    return rows[:most] if asked.at.year == 2021 else rows.filter(starts_at__lte=asked.at)[:most]


@pytest.mark.parametrize("build", [by_the_day, by_the_year])
@pytest.mark.django_db
def test_what_depends_on_something_unnamed_is_refused(build: Callable[[Asked, int], QuerySet[Seat, Any]]) -> None:
    with pytest.raises(NotTheSame):
        Prepared(build, values, made_up).ask(Asked(1, MONDAY), 9)


@pytest.mark.django_db
def test_two_names_for_one_value_would_be_a_guess() -> None:
    with pytest.raises(NotTheSame, match=r"^at, also$"):
        Prepared(begun, lambda asked: {**values(asked), "also": asked.at}, made_up).ask(Asked(1, MONDAY), 9)
