"""A release as it is shown: each frozen table with words for its lines, and nothing for a withheld number."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from bordenden.evaluation.frozen import thaw
from bordenden.evaluation.models import Release
from bordenden.evaluation.quarters import parse
from bordenden.evaluation.words import CAVEAT, EXITS, EXPERIENCE, HOW_COUNTED, TITLES, answer_label, reason_label
from progression.disclosure import Mark, SafeTable, Shown


@dataclass(frozen=True, slots=True)
class SafeLine:
    """What a line is called and what may be seen of it; None is withheld."""

    label: str
    people: int | None


@dataclass(frozen=True, slots=True)
class SafeFigures:
    """One protected table: everybody up to and including `until`; the total is rounded on its own.

    `asked`: its lines are answers to a question, `about` says whose; else they are reasons.
    """

    title: str
    about: str
    asked: bool
    until: date
    lines: tuple[SafeLine, ...]
    total: int | None
    caveat: str


def figures_of(*, release: Release) -> tuple[SafeFigures, ...]:
    """The tables of a release in the order they were published."""
    return tuple(_figures(thaw(content), release) for content in release.tables)


def _figures(table: SafeTable, release: Release) -> SafeFigures:
    """A cumulative table is of everybody up to a day; another is of one quarter and names what it counts."""
    (dimension,) = table.frame.dimensions
    if table.frame.until is not None:
        title, about = _("Hvorfor de forlod projektet"), _("Alle, der har forladt projektet.")
        until, label = table.frame.until, reason_label
    else:
        code = table.frame.population.split(" ", 1)[0]
        title, about = str(TITLES[code]), str(HOW_COUNTED[code])
        until, label = parse(release.quarter).last, answer_label
    lines = tuple(SafeLine(label(one), _seen(table.shown(one))) for one in dimension.labels)
    return SafeFigures(title, about, table.frame.until is None, until, lines, _seen(table.shown(None)), str(CAVEAT))


def _seen(cell: Shown) -> int | None:
    return None if isinstance(cell, Mark) else cell


def release_title(release: Release) -> str:
    """What the release is about, in a heading: "Afgang til og med 3. kvartal 2016"."""
    words = {EXITS: _("Afgang til og med {quarter}"), EXPERIENCE: _("Samarbejdet i {quarter}")}[release.code]
    return words.format(quarter=quarter_words(release))


def quarter_words(release: Release) -> str:
    """The quarter as people say it: "3. kvartal 2016"."""
    year, number = release.quarter.split("Q")
    return _("{number}. kvartal {year}").format(number=number, year=year)
