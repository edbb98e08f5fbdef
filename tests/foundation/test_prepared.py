"""A prepared question gives what the question itself gives, whoever asks and whenever, or it is refused."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.db.models import Case, QuerySet, When
from django.test.utils import CaptureQueriesContext

from bordenden.foundation.days import end_of
from bordenden.foundation.prepared import Fact, NotTheSame, Prepared, Question
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


@Question
def seats_of(most: int, *, people: list[UUID], at: datetime) -> QuerySet[Seat]:
    begun_before = Case(When(starts_at__lt=at, then=1), default=0)
    rows = Seat.objects.filter(person__in=people, starts_at__lte=at).annotate(begun_before=begun_before)
    return rows.select_related("person__municipality", "table").order_by("pk")[:most]


@Question
def heads_of(*, person: UUID) -> QuerySet[Seat, Any]:
    return Seat.objects.filter(person=person, role="head").values_list("pk", "starts_at").order_by("pk")


def known(seat: Seat) -> tuple[Any, ...]:
    """All that came along; no query is asked for it."""
    fields = {field.attname: getattr(seat, field.attname) for field in Seat._meta.concrete_fields}
    return fields, seat.begun_before, seat.person, seat.person.name, seat.person.municipality.name, seat.table  # type: ignore[attr-defined]


def test_a_question_gives_models_as_its_queryset_does_with_all_that_comes_along(cast: Cast) -> None:
    everybody = [cast.amina.pk, cast.bo.pk, cast.mie.pk]
    for people in (everybody, everybody[:1], [uuid4()]):
        for at in (MONDAY - timedelta(days=400), MONDAY, MONDAY + timedelta(days=1)):
            for most in (1, 9):
                plain = [known(seat) for seat in seats_of._build(most, people=people, at=at)]
                found = seats_of.ask(most, people=people, at=at)
                with CaptureQueriesContext(connection) as caught:
                    assert [known(seat) for seat in found] == plain
                assert len(caught) == 0
    assert len(seats_of.ask(9, people=everybody, at=MONDAY + timedelta(days=1))) >= len(everybody)


def test_the_words_of_a_question_are_written_once_for_each_shape(cast: Cast) -> None:
    built = []

    @Question
    def seats(role: str, *, people: list[UUID]) -> QuerySet[Seat]:
        built.append((role, len(people)))
        return Seat.objects.filter(role=role, person__in=people)

    for person in (cast.amina, cast.bo, cast.mie):
        assert {seat.person_id for seat in seats.ask("head", people=[person.pk])} <= {person.pk}
    assert seats.ask("head", people=[]) == []
    seats.ask("mentor", people=[cast.mie.pk, cast.bo.pk])
    assert built == [("head", 1)] * 2 + [("head", 0)] + [("mentor", 2)] * 2


def test_columns_come_as_columns_and_what_is_no_fact_is_refused(cast: Cast) -> None:
    plain = list(heads_of._build(person=cast.amina.pk))
    assert heads_of.ask(person=cast.amina.pk) == plain != []
    with pytest.raises(TypeError, match="is no fact"):
        heads_of.ask(person=1.5)  # type: ignore[arg-type]


@pytest.mark.django_db
def test_a_question_that_hangs_more_on_its_rows_is_refused() -> None:
    @Question
    def with_openings(*, person: UUID) -> QuerySet[Seat]:
        return Seat.objects.filter(person=person).prefetch_related("openings")

    with pytest.raises(NotTheSame, match="more hung on them"):
        with_openings.ask(person=uuid4())
