"""Notes as they leave for the municipality's own journal: as text to paste and as PDF, always in Danish."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import override

from bordenden.contactlog.words import Outcome, Urgency
from bordenden.pathways.queries import course, seats_ever
from bordenden.pathways.words import SeatRole
from bordenden.web.design.printing import pdf

if TYPE_CHECKING:
    from collections.abc import Callable

    from bordenden.contactlog.models import Entry
    from bordenden.pathways.models import Seat, Table

P = ParamSpec("P")
T = TypeVar("T")
Pair = tuple[str, str]
TEMPLATE = Path(__file__).parent / "print" / "journal.typ"


@dataclass(frozen=True, slots=True)
class Telling:
    """One telling of a contact: the note as first written, or a correction. `words` are texts with their labels."""

    title: str
    facts: tuple[Pair, ...]
    words: tuple[Pair, ...]
    written: str


@dataclass(frozen=True, slots=True)
class Note:
    """One contact with every telling of it, the first one first."""

    title: str
    facts: tuple[Pair, ...]
    tellings: tuple[Telling, ...]


@dataclass(frozen=True, slots=True)
class Notes:
    """What is handed out at once: one contact or several of one citizen."""

    title: str
    author: str
    facts: tuple[Pair, ...]
    notes: tuple[Note, ...]


def in_danish(said: Callable[P, T]) -> Callable[P, T]:
    """The journal is a Danish authority's, whatever language the caseworker's own pages are in."""

    @wraps(said)
    def danish(*args: P.args, **kwargs: P.kwargs) -> T:
        with override("da"):
            return said(*args, **kwargs)

    return danish


@in_danish
def notes_of(table: Table, chains: Iterable[list[Entry]], *, author: str, at: datetime) -> Notes:
    """`chains`: each contact as it was first written and its corrections, in order. Two queries, however many."""
    heads = [seat for seat in seats_ever(table=table) if seat.role == SeatRole.HEAD]
    newest = course(table=table)
    facts = (
        (_("Sagsnummer"), newest.reference if newest else _("Intet forløb endnu")),
        (_("Kopieret"), _("%(when)s af %(who)s") % {"when": _moment(at), "who": author}),
    )
    notes = tuple(_note(chain, heads) for chain in chains)
    return Notes(_("Notat fra kontaktloggen i Bordenden"), author, facts, notes)


def as_text(notes: Notes) -> str:
    """To paste: one line a fact, an empty line between what belongs apart."""
    blocks = [f"{notes.title}\n{_lines(notes.facts)}"]
    for note in notes.notes:
        blocks.append(f"{note.title}\n{_lines(note.facts)}")
        for telling in note.tellings:
            words = "\n".join(f"{label}: {text}" for label, text in telling.words)
            blocks.append(f"{telling.title}\n{_lines(telling.facts)}\n{words}\n{telling.written}")
    return "\n\n".join(blocks) + "\n"


@in_danish
def as_pdf(notes: Notes, *, at: datetime) -> bytes:
    """To attach; what was typed stands in it sign for sign."""
    return pdf(TEMPLATE, asdict(notes), at=at)


def _note(chain: list[Entry], heads: list[Seat]) -> Note:
    stands = chain[-1]
    met = stands.outcome in {Outcome.REACHED, Outcome.SENT}
    facts = (
        (_("Dato"), _moment(stands.happened_at)),
        (_("Deltagere") if met else _("Parter"), _participants(chain, heads)),
    )
    title = _("Kontakt den %(day)s") % {"day": date_format(localtime(stands.happened_at), "DATE_FORMAT")}
    return Note(title, facts, tuple(_telling(entry) for entry in chain))


def _participants(chain: list[Entry], heads: list[Seat]) -> str:
    """Who sat at the head when it happened, and the ones who wrote about it."""
    when = chain[-1].happened_at
    seated = [s for s in heads if s.starts_at <= when and (s.ends_at is None or when < s.ends_at)] or heads
    citizens = sorted({(seat.person.sort_key, seat.person.name) for seat in seated})
    said = [_("%(name)s (borger)") % {"name": name} for _key, name in citizens]
    writer = chain[0].written_by
    title = writer.title[:1].lower() + writer.title[1:]
    said.append(f"{writer.name} ({title})" if title else writer.name)
    return ", ".join(said)


def _telling(entry: Entry) -> Telling:
    said = {"who": entry.written_by.name, "when": _moment(entry.written_at)}
    first = entry.corrects_id is None
    words = [(_("Borgeren siger selv"), entry.citizen_view)] if entry.citizen_view else []
    return Telling(
        _("Notat") if first else _("Rettelse %(number)d") % {"number": entry.version - 1},
        tuple(_facts(entry)),
        (*words, (_("Indhold"), entry.summary)),
        (_("Skrevet af %(who)s %(when)s") if first else _("Rettet af %(who)s %(when)s")) % said,
    )


def _facts(entry: Entry) -> Iterable[Pair]:
    yield _("Tidspunkt"), _moment(entry.happened_at)
    yield _("Kontaktform"), f"{entry.get_channel_display()}, {entry.get_direction_display().lower()}"
    yield _("Udfald"), entry.get_outcome_display()
    yield _("Sted"), entry.get_place_display()
    yield _("Minutter"), str(entry.minutes)
    yield _("Taget af"), entry.get_initiator_display()
    if entry.about:
        yield _("Emner"), ", ".join(str(topic.label) for topic in entry.about)
    if entry.urgency != Urgency.NONE:
        yield _("Haster"), entry.get_urgency_display()
    if entry.replies_to is not None:
        yield _("Svar på"), _("kontakten %(when)s") % {"when": _moment(entry.replies_to.happened_at)}


def _lines(pairs: Iterable[Pair]) -> str:
    return "\n".join(f"{label}: {value}" for label, value in pairs)


def _moment(when: datetime) -> str:
    local = localtime(when)
    said = {"day": date_format(local, "DATE_FORMAT"), "time": date_format(local, "TIME_FORMAT")}
    return _("%(day)s kl. %(time)s") % said
