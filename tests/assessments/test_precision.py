"""How exactly areas are measured, counted over many made-up people; and that a round not finished is not declined."""

from datetime import timedelta
from fractions import Fraction
from io import StringIO
from uuid import UUID

import pytest
from django.core.management import call_command

from bordenden.assessments.actions import count_precision, not_now
from bordenden.assessments.actions.precision import FEWEST
from bordenden.assessments.models import InstrumentVersion, Precision, Sheet
from bordenden.assessments.queries import area_changes, newest_precision, shared_curves
from bordenden.assessments.words import Area, Sharing
from bordenden.audit.models import Entry
from bordenden.foundation.rules import NotPossible
from bordenden.pathways.models import Table
from tests.assessments.histories import a_round, published, twenty
from tests.cast import MONDAY, Cast

HEALTH = [f"emne-{number}" for number in range(6, 10)]


@pytest.fixture
def version(cast: Cast) -> InstrumentVersion:
    """Twenty questions; four of them are Helbred, the last two are shielded."""
    return published(twenty(), number=1, at=MONDAY)


def people(cast: Cast, many: int) -> list[Table]:
    """Tables with nobody at them, in Amina's municipality."""
    home = cast.aminas_table.municipality_id
    return [Table.objects.create(municipality_id=home, opened_at=MONDAY) for _ in range(many)]


def everybody_says(tables: list[Table], version: InstrumentVersion, sharing: Sharing) -> None:
    """Each table a first round, and later another in which everything is 10."""
    for number, table in enumerate(tables):
        first = {code: min(10, (number * 7) % 9 + (number + place) % 2) for place, code in enumerate(HEALTH)}
        shielded = {"emne-19": number % 11, "emne-20": number % 11}
        a_round(table, version, first | shielded, at=MONDAY, sharing=sharing)
        a_round(table, version, dict.fromkeys(HEALTH, 10), at=MONDAY + timedelta(days=90), sharing=sharing)


def test_each_persons_first_sent_round_counts_once_and_shielded_questions_never(
    cast: Cast, version: InstrumentVersion
) -> None:
    everybody_says(people(cast, FEWEST), version, Sharing.SENT)
    [counted] = count_precision(instrument=version.instrument, by=cast.stine, at=MONDAY)
    assert (counted.area, counted.people, counted.made_of.split()) == (Area.HEALTH, FEWEST, sorted(HEALTH))
    assert 0.9 < counted.alpha < 1
    assert 2 < counted.spread < 3
    assert newest_precision() == {Area.HEALTH: counted}
    entry = Entry.objects.get(act="precision.count")
    assert (entry.table, entry.municipality) == (None, 0)


def test_too_few_people_or_rounds_that_were_kept_give_no_figure(cast: Cast, version: InstrumentVersion) -> None:
    everybody_says(people(cast, FEWEST - 1), version, Sharing.SENT)
    everybody_says(people(cast, 5), version, Sharing.KEPT)
    assert count_precision(instrument=version.instrument, by=cast.stine, at=MONDAY) == []
    assert newest_precision() == {}


def test_the_command_counts_and_says_what_it_found(cast: Cast, version: InstrumentVersion) -> None:
    said = StringIO()
    call_command("precision", stdout=said)
    assert said.getvalue() == "Der er for få, der har sendt en runde. Intet er ændret.\n"
    everybody_says(people(cast, FEWEST), version, Sharing.SENT)
    said = StringIO()
    call_command("precision", stdout=said)
    assert said.getvalue() == "Helbred: 50 personer, spredning 2,62, alfa 0,99.\n"
    assert {entry.actor for entry in Entry.objects.filter(act="precision.count")} == {UUID(int=0)}


def test_means_are_over_the_questions_answered_on_both_days_and_compared_only_when_all_are(
    cast: Cast, version: InstrumentVersion
) -> None:
    table = cast.aminas_table
    a_round(table, version, dict.fromkeys(HEALTH, 3), at=MONDAY, sharing=Sharing.SENT)
    a_round(table, version, dict.fromkeys(HEALTH[:3], 6), at=MONDAY + timedelta(days=1), sharing=Sharing.SENT)
    counted = Precision(area=Area.HEALTH, made_of=" ".join(sorted(HEALTH)), people=60, spread=1.0, alpha=0.8)
    [change] = area_changes(
        development=shared_curves(table=table, caseworker=None, at=MONDAY + timedelta(days=2)),
        precision={Area.HEALTH: counted},
    )
    assert (change.before, change.after, change.reliable) == (Fraction(3), Fraction(6), None)


def test_an_unfinished_round_cannot_be_declined(cast: Cast, version: InstrumentVersion) -> None:
    sheet = a_round(cast.aminas_table, version, {"emne-1": 3}, at=MONDAY, finished_at=None)
    with pytest.raises(NotPossible):
        not_now(sheet=sheet, by=cast.amina, at=MONDAY)
    assert Sheet.objects.get(pk=sheet.pk).not_now_at is None
