"""Where the Holms' plan stands in the story, for the tests of its pages."""

import pytest

from bordenden.families.models import Family, Part
from bordenden.people.models import Person
from tests.cast import MONDAY, Cast

SECRET = "Jeg skammer mig over, at jeg mistede kortet."
DREAM = "Jeg vil på efterskole og spille håndbold."


@pytest.fixture(autouse=True)
def on_the_monday(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is opened ends after half a year: the doors stand at the day of the story."""
    for door in ("threshold.opens", "entry.views.home"):
        monkeypatch.setattr(f"bordenden.web.{door}.now", lambda: MONDAY)


def part_of(name: str) -> Part:
    return Part.objects.get(member__person__given_name=name)


def person_of(name: str) -> Person:
    return part_of(name).member.person


def family_of(cast: Cast) -> Family:
    return Family.objects.get(table=cast.holms_table)
