"""What the pages of the editor show: a draft or 404, its questions by code, and what differs between versions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import Http404
from django.utils.translation import gettext as _

from bordenden.assessments import queries
from bordenden.assessments.queries import Change, Comparison, Kind
from bordenden.assessments.words import Area
from bordenden.programmes.words import Track

if TYPE_CHECKING:
    from bordenden.assessments.models import Instrument, InstrumentVersion, Item


@dataclass(frozen=True, slots=True)
class Worded:
    """One wording of a question: for which track ("" for both), and what is recorded of it in words."""

    edition: str
    item: Item
    voice: str


@dataclass(frozen=True, slots=True)
class Listed:
    """A question with its one or two wordings; `notes` are its settings in words."""

    code: str
    number: int
    editions: tuple[Worded, ...]
    notes: tuple[str, ...]
    in_use: bool

    @property
    def first(self) -> Item:
        """The wording it is listed by."""
        return self.editions[0].item


@dataclass(frozen=True, slots=True)
class Told:
    """A change in words: `pairs` are what it is called, before and after."""

    heading: str
    words: str
    pairs: tuple[tuple[str, str, str], ...]


def draft_at(instrument: Instrument) -> InstrumentVersion:
    """The draft, or 404."""
    draft = queries.draft_of(instrument=instrument)
    if draft is None:
        raise Http404
    return draft


def version_at(instrument: Instrument, number: int) -> InstrumentVersion:
    """The version of that number, or 404."""
    version = queries.version_numbered(instrument=instrument, number=number)
    if version is None:
        raise Http404
    return version


def listed(version: InstrumentVersion) -> list[Listed]:
    """Its questions in order, each once."""
    rows: dict[str, list[Item]] = {}
    for item in queries.items_of(version=version):
        rows.setdefault(item.code, []).append(item)
    return [
        Listed(
            code,
            number,
            tuple(Worded(_edition(item), item, _voice(item)) for item in items),
            tuple(_notes(items)),
            not any(hasattr(item, "withdrawal") for item in items),
        )
        for number, (code, items) in enumerate(rows.items(), start=1)
    ]


def _edition(item: Item) -> str:
    return str(Track(item.edition).label) if item.edition else ""


def _voice(item: Item) -> str:
    if not hasattr(item, "recording"):
        return ""
    return _("Der er en optagelse med en kunstig stemme.") if item.recording.artificial else _("Der er en optagelse.")


def _notes(items: list[Item]) -> list[str]:
    first = items[0]
    notes = [str(Area(first.area).label)]
    if first.shielded:
        notes.append(_("skærmet"))
    if first.continues:
        notes.append(_("fortsætter %(code)s") % {"code": first.continues})
    if any(hasattr(item, "recording") for item in items):
        notes.append(_("kan høres"))
    if any(hasattr(item, "withdrawal") for item in items):
        notes.append(_("gået ud"))
    return notes


def told(comparison: Comparison) -> list[Told]:
    """Each change as a heading, a sentence and the words that differ."""
    return [_told(change) for change in comparison.changes]


def _told(change: Change) -> Told:
    fields = {
        "topic": _("Emne"),
        "question": _("Spørgsmål"),
        "low": _("Ord ved 0"),
        "middle": _("Ord ved 5"),
        "high": _("Ord ved 10"),
        "intro": _("Før det første spørgsmål"),
    }
    sentences = {
        Kind.NEW: _("Nyt spørgsmål. Det får sin egen kurve."),
        Kind.GONE: _("Spørgsmålet er ikke med mere. Svarene bliver stående."),
        Kind.REWORDED: _("Andre ord. Kurven går videre."),
        Kind.MAPPED: _("Fortsætter %(code)s. Kurven går videre under et nyt navn.") % {"code": change.mapped_from},
        Kind.SET: _("Samme ord, andre indstillinger eller en anden plads."),
    }
    edition = f" ({Track(change.edition).label})" if change.edition else ""
    heading = f"{change.topic}{edition}" if change.topic else _("Indledningen")
    words = sentences[change.kind] if change.topic else _("Andre ord.")
    return Told(heading, words, tuple((fields[field], before, after) for field, before, after in change.pairs))
