"""Made-up histories, the same each time: gaps of all the awkward lengths, overlaps, repeats, month ends, leap days."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from progression.spells import Period
from tests.progression.spells.naive import Stretch

BENEFITS = ("cash_benefit", "education_benefit", "resource_programme_benefit", "sickness_benefit")
SINCE = {"education_benefit": date(2014, 1, 1), "resource_programme_benefit": date(2013, 1, 1)}


@dataclass(frozen=True)
class Somebody:
    """One made-up person."""

    name: str
    stretches: list[Stretch]
    referred: date
    born: date | None
    skilled: bool | None
    track: str | None

    def periods(self) -> list[Period]:
        return [Period(*stretch) for stretch in self.stretches]


def month_end(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def next_start(draw: np.random.Generator, ended: date) -> tuple[date, date]:
    """When the next period starts, and where the one before is moved to so that the gap is an awkward one."""
    kind = int(draw.integers(0, 8))
    if kind == 0:  # overlaps
        return ended - timedelta(days=int(draw.integers(0, 40))), ended
    if kind == 1:  # follows at once
        return ended + timedelta(days=1), ended
    if kind == 2:  # some days or weeks
        return ended + timedelta(days=int(draw.integers(2, 90))), ended
    end = month_end(ended)
    after = month_end(end + timedelta(days=1))
    if kind in (3, 4):  # exactly one month is empty
        return after + timedelta(days=1), end
    if kind == 5:  # all of it but its last day
        return after, end
    if kind == 6:  # all of it but its first day
        return after + timedelta(days=1), end + timedelta(days=1)
    return month_end(after + timedelta(days=1)), end  # a month, and then some


def somebody(draw: np.random.Generator, number: int) -> Somebody:
    referred = date(2014, 10, 1) + timedelta(days=int(draw.integers(0, 600)))
    if draw.random() < 0.3:
        referred = month_end(referred) + timedelta(days=int(draw.integers(0, 2)))
    day = referred - timedelta(days=int(draw.integers(-10, 1500)))
    if draw.random() < 0.1:
        day = date(2012, 2, 29)
    stretches: list[Stretch] = []
    for _ in range(int(draw.integers(0, 7))):
        weights = (0.55, 0.2, 0.12, 0.13)
        kind = BENEFITS[int(draw.choice(4, p=weights))]
        if day < SINCE.get(kind, day):
            kind = "cash_benefit"
        ended = day + timedelta(days=int(draw.integers(0, 260)))
        start, moved = next_start(draw, ended)
        open_ended = draw.random() < 0.08
        stretches.append((kind, day, None if open_ended else moved))
        if draw.random() < 0.05:
            stretches.append(stretches[-1])
        day = start
    draw.shuffle(stretches)
    born = referred.replace(year=referred.year - 30, day=min(referred.day, 28))
    born += timedelta(days=int(draw.choice([-3000, -1, 0, 1, 2500])))
    if draw.random() < 0.05:
        born = date(1984, 2, 29)
    return Somebody(
        f"p{number:05}",
        stretches,
        referred,
        None if draw.random() < 0.05 else born,
        (True, False, None)[int(draw.integers(0, 3))],
        (None, "udd", "job")[int(draw.integers(0, 3))],
    )


def people(count: int, seed: int = 5) -> list[Somebody]:
    draw = np.random.default_rng(seed)
    return [somebody(draw, number) for number in range(count)]
