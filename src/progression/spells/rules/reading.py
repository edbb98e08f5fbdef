"""Reads a set of rules from TOML; a broken file is refused whole, with every line and reason."""

from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Final

from progression import _given
from progression.errors import UnknownTable
from progression.spells.rules.entries import Document, Entry, parsed
from progression.spells.rules.law import AgeLimit, Authority, Benefit, Rules, TargetGroup, Track

RULE_SETS: Final = ("2014", "today")
"""The sets that come with the package."""
_DAY: Final = timedelta(days=1)
_TABLES: Final = ("benefit", "target_group", "age_limit", "authority")


def rule_set(name: str) -> Rules:
    """One of the sets that come with the package. Errors: UnknownTable with the names there are."""
    if name not in RULE_SETS:
        raise UnknownTable(f"There are no rules {_given.said(name)}; there are {', '.join(RULE_SETS)}.")
    return _shipped(name)


@cache
def _shipped(name: str) -> Rules:
    return read_rules(files(__package__).joinpath(f"{name}.toml").read_text("utf-8"))


def read_rules(text: str) -> Rules:
    """The rules a TOML text says, in the form of the files beside this one.

    Errors: BrokenRules with every line and reason: what is missing, misspelt or of the wrong kind, a code twice,
    a group about a benefit there is not, dates that run backwards, age limits that leave a day out or overlap.
    BadInput for what is no text.
    """
    _given.of_kind("Rules in TOML", text, str)
    document = parsed(text)
    top = Entry(document, "", 0, document.data)
    benefits = tuple(_benefit(entry) for entry in document.entries("benefit"))
    _refuse_twice(document, [one.code for one in benefits])
    known = frozenset(one.code for one in benefits)
    rules = Rules(
        code=top.text("code"),
        name=top.text("name"),
        years_needed=top.whole("years_needed"),
        last_referral_on=top.day("last_referral_on"),
        prison_weeks_count=top.truth("prison_weeks_count"),
        source=top.text("source", ""),
        benefits=benefits,
        target_groups=tuple(_target_group(entry, known) for entry in document.entries("target_group")),
        age_limits=_age_limits(document),
        authorities=tuple(_authority(entry) for entry in document.entries("authority")),
        **top.dates(),
    )
    top.only(*_TABLES)
    if not benefits:
        document.faults.append((1, "there is no [[benefit]]"))
    document.refuse()
    return rules


def _benefit(entry: Entry) -> Benefit:
    benefit = Benefit(
        code=entry.text("code"),
        label=entry.text("label"),
        counts_towards_two_years=entry.truth("counts_towards_two_years"),
        resource_programme=entry.truth("resource_programme"),
        public_support=entry.truth("public_support"),
        prison=entry.truth("prison"),
        **entry.dates(),
    )
    if benefit.counts_towards_two_years and benefit.resource_programme:
        entry.wrong("resource_programme", "and counts_towards_two_years cannot both be true")
    entry.only()
    return benefit


def _refuse_twice(document: Document, codes: list[str]) -> None:
    for place, code in enumerate(codes):
        if code and code in codes[:place]:
            line = document.lines.get(("benefit", place, "code"), 1)
            document.faults.append((line, f"the benefit {code!r} is there twice"))


def _target_group(entry: Entry, known: frozenset[str]) -> TargetGroup:
    track = entry.text("track", "")
    if track and track not in set(Track):
        entry.wrong("track", f"must be one of {', '.join(Track)}")
    group = TargetGroup(
        law=entry.text("law"),
        number=entry.whole("number"),
        label=entry.text("label"),
        benefits=entry.texts("benefits"),
        track=Track(track) if track in set(Track) else None,
        **entry.dates(),
    )
    for code in group.benefits:
        if code not in known:
            entry.wrong("benefits", f"names {code!r}, which is no benefit of this file")
    entry.only()
    return group


def _age_limits(document: Document) -> tuple[AgeLimit, ...]:
    entries = document.entries("age_limit")
    limits = []
    for entry in entries:
        limits.append(AgeLimit(education_track_under=entry.whole("education_track_under"), **entry.dates()))
        entry.only()
    limits.sort(key=lambda one: one.valid_from or date.min)
    if not limits or limits[0].valid_from or limits[-1].valid_to:
        line = document.lines.get(("age_limit", 0, ""), 1)
        document.faults.append((line, "the age limits must hold from before all days to after: leave out the ends"))
    for before, after in pairwise(limits):
        if not before.valid_to or after.valid_from != before.valid_to + _DAY:
            place = next(
                place for place, entry in enumerate(entries) if entry.data.get("valid_from") == after.valid_from
            )
            line = document.lines.get(("age_limit", place, ""), 1)
            document.faults.append((line, "an age limit must begin the day after the one before it ends"))
    return tuple(limits)


def _authority(entry: Entry) -> Authority:
    authority = Authority(
        role=entry.text("role"), name=entry.text("name"), label=entry.text("label"), **entry.dates()
    )
    entry.only()
    return authority
