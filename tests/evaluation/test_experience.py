"""Trust, influence, whether it helped, belief: counted over many, never over fewer than five caseworkers."""

from datetime import date, datetime, timedelta

import pytest
from django.urls import reverse

from bordenden.assessments import actions as assessments
from bordenden.assessments.models import BeliefTally, Item
from bordenden.assessments.words import AnswerKind
from bordenden.evaluation.experience import publishable_experience
from bordenden.evaluation.frozen import thaw
from bordenden.evaluation.models import Release
from bordenden.evaluation.publication import publish
from bordenden.evaluation.published import figures_of, release_title
from bordenden.evaluation.quarters import Quarter
from bordenden.foundation.rules import NotPossible
from bordenden.pathways import actions as pathways
from bordenden.pathways.models import Table
from bordenden.pathways.queries import at_the_head
from bordenden.pathways.words import SeatRole
from bordenden.people import actions as people
from bordenden.people.models import Person
from bordenden.worlds.cast.assessments import build_assessments
from progression.disclosure import SafeTables, attack
from tests.cast import MONDAY, Cast, client_of
from tests.web.pages import text_of

SPRING = Quarter(2026, 1)
AFTERWARDS = datetime(2026, 4, 2, 9, tzinfo=MONDAY.tzinfo)


@pytest.fixture
def asked(cast: Cast) -> dict[str, Item]:
    """The questions of Min vurdering as they are asked now, by their code."""
    build_assessments(cast)
    sheet = assessments.start(table=cast.holms_table, by=cast.jens, at=MONDAY)
    return {item.code: item for item in Item.objects.filter(version=sheet.version).order_by("position")}


def caseworkers(cast: Cast, number: int) -> list[Person]:
    """So many more caseworkers."""
    return [
        people.register(
            municipality=cast.fjordby,
            given_name=f"Sagsbehandler {place}",
            phone="20 00 00 99",
            reachable="man–tors 9–12",
            made_up=True,
        )
        for place in range(number)
    ]


def citizen(cast: Cast, by: Person, place: int) -> tuple[Table, Person]:
    """A citizen of the project with that caseworker."""
    head = people.register(municipality=cast.fjordby, given_name=f"Borger {place}", made_up=True)
    table = pathways.lay_table(head=head, by=by, at=MONDAY - timedelta(days=20))
    pathways.seat(table=table, person=by, role=SeatRole.COORDINATOR, by=by, at=MONDAY - timedelta(days=20))
    pathways.enrol(
        table=table,
        project=cast.project,
        reference=f"E-{place}",
        referred_on=(MONDAY - timedelta(days=20)).date(),
        by=by,
        at=MONDAY - timedelta(days=20),
    )
    return table, head


def say(table: Table, head: Person, item: Item, value: int, *, days: int = 0) -> None:
    """One round with one answer; it is kept to herself, as every round is at first."""
    at = MONDAY + timedelta(days=days)
    sheet = assessments.start(table=table, by=head, at=at)
    assessments.answer(sheet=sheet, item=item, kind=AnswerKind.RATED, value=value, by=head, at=at)
    assessments.finish(sheet=sheet, by=head, at=at)


def tell_trust(cast: Cast, asked: dict[str, Item], *, by: int) -> None:
    """Thirty citizens say how they trust their caseworkers: ten low, eight in the middle, twelve high."""
    staff = caseworkers(cast, by)
    for place in range(30):
        table, head = citizen(cast, staff[place % by], place)
        value = 2 if place < 10 else 5 if place < 18 else 9
        say(table, head, asked["tillid"], value)


def test_trust_is_counted_over_many_and_the_attack_finds_nothing_in(cast: Cast, asked: dict[str, Item]) -> None:
    tell_trust(cast, asked, by=5)
    safe = publishable_experience(programme=cast.programme, quarter=SPRING, at=AFTERWARDS)
    release = publish(safe, by=cast.stine, at=AFTERWARDS)
    (figures,) = figures_of(release=release)
    assert (figures.title, figures.total) == ("Tillid til sagsbehandleren", 30)
    assert [(line.label, line.people) for line in figures.lines] == [("0–3", 10), ("4–6", 10), ("7–10", 10)]
    assert release_title(release) == "Samarbejdet i 1. kvartal 2026"
    assert attack([SafeTables(tuple(thaw(content) for content in release.tables))]).nothing_recovered
    assert release.checked["recovered"] == 0


@pytest.mark.requirement("R28")
def test_trust_quarter_by_quarter_is_a_series_that_everybody_can_read(cast: Cast, asked: dict[str, Item]) -> None:
    tell_trust(cast, asked, by=5)
    first = publish_quarter(cast, SPRING, AFTERWARDS)
    for place in range(30):
        (table,) = Table.objects.filter(pk__in=cast.project.enrolments.filter(reference=f"E-{place}").values("table"))
        say(table, table_head(table), asked["tillid"], 5 if place < 10 else 9, days=60)
    second = publish_quarter(cast, SPRING.following, AFTERWARDS + timedelta(days=91))
    amina = client_of(cast.amina)
    listed = text_of(amina, reverse("releases"))
    assert "Samarbejdet i 1. kvartal 2026" in listed
    assert "Samarbejdet i 2. kvartal 2026" in listed
    series = [[(line.label, line.people) for line in figures_of(release=one)[0].lines] for one in (first, second)]
    # Nobody is low any more, and that is not told of so few: two of the lines are put together.
    assert series == [[("0–3", 10), ("4–6", 10), ("7–10", 10)], [("0–6", 10), ("7–10", 20)]]
    for release in (first, second):
        assert "Tillid til sagsbehandleren" in text_of(amina, reverse("release", args=[release.pk]))
        assert release.checked["recovered"] == 0


def publish_quarter(cast: Cast, quarter: Quarter, at: datetime) -> Release:
    """What is safe of it, published."""
    return publish(publishable_experience(programme=cast.programme, quarter=quarter, at=at), by=cast.stine, at=at)


def test_behind_fewer_than_five_caseworkers_nothing_is_shown(cast: Cast, asked: dict[str, Item]) -> None:
    tell_trust(cast, asked, by=4)
    with pytest.raises(NotPossible, match="for få svar"):
        publishable_experience(programme=cast.programme, quarter=SPRING, at=AFTERWARDS)


def test_each_citizen_counts_once_with_the_newest_answer(cast: Cast, asked: dict[str, Item]) -> None:
    tell_trust(cast, asked, by=5)
    table = pathways_tables(cast)[0]
    head = table_head(table)
    say(table, head, asked["tillid"], 10, days=3)
    safe = publishable_experience(programme=cast.programme, quarter=SPRING, at=AFTERWARDS)
    release = publish(safe, by=cast.stine, at=AFTERWARDS)
    (figures,) = figures_of(release=release)
    assert figures.total == 30


def pathways_tables(cast: Cast) -> list[Table]:
    """The tables of the thirty, in order."""
    return list(Table.objects.filter(pk__in=cast.project.enrolments.filter(reference="E-0").values("table")))


def table_head(table: Table) -> Person:
    """Who sits at the head of it."""
    return at_the_head(table=table, at=MONDAY)[0]


@pytest.mark.requirement("R98")
def test_belief_is_shown_over_five_caseworkers_and_never_a_persons(cast: Cast) -> None:
    for place, by in enumerate(caseworkers(cast, 5)):
        BeliefTally.objects.create(
            municipality=cast.fjordby,
            project=cast.project,
            by=by,
            quarter=date(2026, 1, 1),
            asked=10,
            believed=place + 3,
            said_at=MONDAY,
        )
    safe = publishable_experience(programme=cast.programme, quarter=SPRING, at=AFTERWARDS)
    release = publish(safe, by=cast.stine, at=AFTERWARDS)
    (figures,) = figures_of(release=release)
    assert [(line.label, line.people) for line in figures.lines] == [("Ja", 25), ("Nej", 25)]


def test_a_quarter_is_published_once_and_only_after_its_end(cast: Cast, asked: dict[str, Item]) -> None:
    tell_trust(cast, asked, by=5)
    with pytest.raises(NotPossible, match="kvartal, der er slut"):
        publishable_experience(programme=cast.programme, quarter=SPRING, at=MONDAY)
    safe = publishable_experience(programme=cast.programme, quarter=SPRING, at=AFTERWARDS)
    publish(safe, by=cast.stine, at=AFTERWARDS)
    with pytest.raises(NotPossible):
        publish(safe, by=cast.stine, at=AFTERWARDS)
