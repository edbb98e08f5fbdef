"""The words of families: what somebody's part is made of, and what changes with age."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias, get_args

from django.db import models
from django.utils.translation import gettext_lazy as _

AgeLimit: TypeAlias = Literal["own_part_from", "guardian_reads_until", "adult_from"]


class PartKind(models.TextChoices):
    """What a part is made of, each in the owner's own words; goals are lines, one goal a line."""

    HOPE = "hope", _("Det håber jeg")
    DREAM = "dream", _("Det drømmer jeg om")
    WISH = "wish", _("Det ønsker jeg mig")
    NEED = "need", _("Det har jeg brug for")
    GOAL = "goal", _("Mine mål")
    OWN = "own", _("Det vil jeg også sige")


# What is uncovered with everybody: a part is whole when the owner has said something to each.
ASKED_FOR = (PartKind.HOPE, PartKind.DREAM, PartKind.WISH, PartKind.NEED)


class AgeGroup(models.TextChoices):
    """How a part is written: by a guardian with the child, by the young one alone, or by a grown-up."""

    SMALL = "small", _("Barn")
    YOUNG = "young", _("Ung")
    GROWN = "grown", _("Voksen")


@dataclass(frozen=True, slots=True)
class Ages:
    """The birthdays something changes on; a municipality may set its own.

    From `own_part_from` the part is the child's own to write and to open. Until `guardian_reads_until` a guardian
    reads it unasked (never what is marked as the child's alone, once it is the child's own). From `adult_from`
    nobody is a guardian any more.
    """

    own_part_from: int = 12
    guardian_reads_until: int = 12
    adult_from: int = 18

    def under(self, limit: AgeLimit, born_on: date | None, day: date) -> bool:
        """Whether somebody born then is younger on that day; without a birth date nobody is a child."""
        return born_on is not None and born_on > self.born_by(limit, day)

    def born_by(self, limit: AgeLimit, day: date) -> date:
        """The last day of birth with which one has reached the age on that day."""
        years: int = getattr(self, limit)
        return years_from(day, -years)

    def all_born_by(self, day: date) -> dict[str, date]:
        """The same of every age there is."""
        return {limit: self.born_by(limit, day) for limit in get_args(AgeLimit)}

    def birthday(self, limit: AgeLimit, born_on: date) -> date:
        """The day on which the age is reached; who is born on 29 February reaches it on 1 March."""
        years: int = getattr(self, limit)
        return years_from(born_on, years, leap_to=(3, 1))

    def group(self, born_on: date | None, day: date) -> AgeGroup:
        """How the part of somebody born then is written on that day."""
        if self.under("own_part_from", born_on, day):
            return AgeGroup.SMALL
        return AgeGroup.YOUNG if self.under("adult_from", born_on, day) else AgeGroup.GROWN


def years_from(day: date, years: int, *, leap_to: tuple[int, int] = (2, 28)) -> date:
    """The same day of another year; 29 February becomes `leap_to` (month, day) where there is none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        month, of_month = leap_to
        return date(day.year + years, month, of_month)
