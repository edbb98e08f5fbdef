"""A set of rules: what holds on which day, and which of it no source confirms."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property

from progression import _given
from progression.errors import NotInForce, UnknownCode


class Track(StrEnum):
    """Which way a project points."""

    EDUCATION = "udd"
    JOB = "job"


@dataclass(frozen=True, kw_only=True)
class Dated:
    """Something that holds from a day to a day, both included; None: before all days, or after.

    `unverified` names the fields that no source of this project confirms. They are not to be shown as facts.
    """

    valid_from: date | None = None
    valid_to: date | None = None
    unverified: frozenset[str] = frozenset()

    def holds_on(self, day: date) -> bool:
        """Whether it holds that day."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, kw_only=True)
class Benefit(Dated):
    """One kind of benefit: its code here, its Danish name, and what it counts as."""

    code: str
    label: str
    counts_towards_two_years: bool = False
    resource_programme: bool = False
    public_support: bool = False
    prison: bool = False


@dataclass(frozen=True, kw_only=True)
class TargetGroup(Dated):
    """One number of a list of groups in the law, and the benefits it is about; a track where the number says one."""

    law: str
    number: int
    label: str
    benefits: tuple[str, ...]
    track: Track | None = None


@dataclass(frozen=True, kw_only=True)
class AgeLimit(Dated):
    """Who is younger than this, in whole years on the day of referral, may belong to the education track."""

    education_track_under: int


@dataclass(frozen=True, kw_only=True)
class Authority(Dated):
    """What an authority was called: `name` while it holds, `label` where no day is meant."""

    role: str
    name: str
    label: str


@dataclass(frozen=True, kw_only=True)
class Rules(Dated):
    """One set of rules. A project that differs in a point says so: `replace(rules, last_referral_on=…)`.

    Units: `years_needed` in whole years. `last_referral_on` is the last day on which somebody may be referred; None:
    there is none. `prison_weeks_count`: whether prison counts towards the two years.
    """

    code: str
    name: str
    years_needed: int
    last_referral_on: date | None = None
    prison_weeks_count: bool = False
    source: str = ""
    benefits: tuple[Benefit, ...]
    target_groups: tuple[TargetGroup, ...] = ()
    age_limits: tuple[AgeLimit, ...]
    authorities: tuple[Authority, ...] = ()

    @cached_property
    def counting(self) -> frozenset[str]:
        """The codes of the benefits that count towards the two years, together."""
        return frozenset(
            one.code
            for one in self.benefits
            if one.counts_towards_two_years or (one.prison and self.prison_weeks_count)
        )

    @cached_property
    def resource_programmes(self) -> frozenset[str]:
        """The codes of the benefits that need no two years."""
        return frozenset(one.code for one in self.benefits if one.resource_programme)

    @cached_property
    def public_support(self) -> frozenset[str]:
        """The codes of the benefits that somebody lives on who is not self-supporting."""
        return frozenset(one.code for one in self.benefits if one.public_support)

    @cached_property
    def by_code(self) -> dict[str, Benefit]:
        """Each benefit under its code."""
        return {one.code: one for one in self.benefits}

    def benefit(self, code: str) -> Benefit:
        """The benefit of that code. Errors: UnknownCode with the codes there are."""
        _given.of_kind("The code of a benefit", code, str)
        found = self.by_code.get(code)
        if found is None:
            known = ", ".join(sorted(self.by_code))
            raise UnknownCode(f"There is no benefit {code!r} in the rules {self.code!r}; there are {known}.")
        return found

    @staticmethod
    def may_begin(benefit: Benefit) -> tuple[date, date]:
        """The first and the last day a benefit may begin on. A week is coded whole, so its Monday counts with it."""
        since = benefit.valid_from
        first = since - timedelta(days=since.weekday()) if since else date.min
        return first, benefit.valid_to or date.max

    def refuse_impossible(self, code: str, starts_on: date) -> None:
        """A benefit can only begin on a day it exists. What began then runs on, whatever it is called later.

        Errors: UnknownCode; NotInForce naming the benefit, the day, and when the benefit exists.
        """
        benefit = self.benefit(code)
        first, last = self.may_begin(benefit)
        if not first <= starts_on <= last:
            since, until = benefit.valid_from or "always", benefit.valid_to or "now"
            raise NotInForce(f"{code!r} cannot begin on {starts_on}: it exists from {since} to {until}.")

    def education_track_under(self, day: date) -> int:
        """The age limit of that day, in whole years. Errors: NotInForce where the rules have none that day."""
        for one in self.age_limits:
            if one.holds_on(day):
                return one.education_track_under
        raise NotInForce(f"The rules {self.code!r} have no age limit on {day}.")

    def groups_on(self, day: date, benefit: str) -> tuple[TargetGroup, ...]:
        """The target groups of a benefit on a day, in the order of the data."""
        return tuple(one for one in self.target_groups if benefit in one.benefits and one.holds_on(day))

    def authority(self, role: str, day: date) -> Authority | None:
        """What the authority was called that day; None when the data do not say."""
        return next((one for one in self.authorities if one.role == role and one.holds_on(day)), None)
