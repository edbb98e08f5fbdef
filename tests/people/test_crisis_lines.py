"""Numbers for a crisis: two that everybody has, the municipality's own between them, kept a minute in the process."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from bordenden.audit.models import Entry
from bordenden.foundation.clock import now
from bordenden.foundation.rules import NotPossible
from bordenden.people.actions import CrisisNumber, set_crisis_lines
from bordenden.people.models import CrisisLine
from bordenden.people.queries import crisis_lines
from bordenden.web.threshold import crisis
from tests.cast import MONDAY, Cast

LOCAL = CrisisNumber(10, "Fjordbys natlinje (opdigtet)", "20 00 00 90", "hele natten")


def names(cast: Cast, who: str = "amina") -> list[str]:
    return [line.name for line in crisis_lines(person=getattr(cast, who))]


def test_everybody_has_these_two(cast: Cast) -> None:
    CrisisLine.objects.filter(municipality__isnull=False).delete()
    assert [(line.name, line.phone) for line in crisis_lines(person=None)] == [
        ("Alarmcentralen", "112"),
        ("Livslinien", "70 201 201"),
    ]


def test_the_municipalitys_own_stand_between_and_only_there(cast: Cast) -> None:
    set_crisis_lines(municipality=cast.fjordby, numbers=[LOCAL], by=cast.lis, at=MONDAY)
    assert names(cast) == ["Alarmcentralen", "Fjordbys natlinje (opdigtet)", "Livslinien"]
    assert "Fjordbys natlinje (opdigtet)" not in names(cast, "niels")
    assert CrisisLine.objects.get(municipality=cast.fjordby).made_up
    set_crisis_lines(municipality=cast.fjordby, numbers=[], by=cast.lis, at=MONDAY)
    assert names(cast) == ["Alarmcentralen", "Livslinien"]
    entries = Entry.objects.filter(act="crisis.lines").values_list("actor", "municipality")
    assert list(entries.order_by("id"))[-2:] == [(cast.lis.pk, 901)] * 2


@pytest.mark.parametrize(
    "numbers",
    [[CrisisNumber(1, " ", "112")], [CrisisNumber(1, "Læge", "ring")], [LOCAL, CrisisNumber(10, "To", "112")]],
)
def test_a_number_nobody_can_call_changes_nothing(cast: Cast, numbers: list[CrisisNumber]) -> None:
    before = names(cast)
    with pytest.raises(NotPossible):
        set_crisis_lines(municipality=cast.fjordby, numbers=numbers, by=cast.lis, at=MONDAY)
    assert names(cast) == before


def test_a_country_is_never_without_a_number(cast: Cast) -> None:
    with pytest.raises(NotPossible):
        set_crisis_lines(municipality=None, numbers=[], by=cast.lis, at=MONDAY)
    with pytest.raises(IntegrityError), transaction.atomic():
        CrisisLine.objects.create(name="To på samme plads", phone="112", position=0)


def test_they_are_asked_for_once_a_minute(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    crisis.forget()
    before = crisis.lines_for(cast.amina)
    set_crisis_lines(municipality=cast.fjordby, numbers=[LOCAL], by=cast.lis, at=MONDAY)
    assert crisis.lines_for(cast.amina) == before
    later = now() + timedelta(minutes=1)
    monkeypatch.setattr(crisis, "now", lambda: later)
    assert [line.phone for line in crisis.lines_for(cast.amina)] == ["112", "20 00 00 90", "70 201 201"]
    crisis.forget()
