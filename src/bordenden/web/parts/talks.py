"""Conversations as both doors show them: when and where, the agenda, agreements, the note with her view first.

`name` is her given name at the caseworker's door and "" where she reads herself. Mit bord shows
`next_talk(...)` with `parts/next_talk.html`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.utils.formats import date_format
from django.utils.timezone import localdate, localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from bordenden.meetings import queries
from bordenden.meetings.words import OWN_PART, Contribution, Settled, Side, Where
from bordenden.web.parts.moments import moment
from bordenden.web.parts.said_when import day, on_day

if TYPE_CHECKING:
    from bordenden.meetings.models import AgendaItem, Agreement, Conversation, Note
    from bordenden.meetings.queries import Held
    from bordenden.pathways.models import Table
    from bordenden.people.models import Person

TOMORROW = 1
_GAVE = {
    (True, Contribution.MIRROR): gettext_lazy("%(staff)s sagde tilbage, hvad du sagde"),
    (True, Contribution.KNOWLEDGE): gettext_lazy("%(staff)s fortalte dig noget"),
    (True, Contribution.FACILITATE): gettext_lazy("%(staff)s hjalp dig på vej"),
    (False, Contribution.MIRROR): gettext_lazy("Spejlede"),
    (False, Contribution.KNOWLEDGE): gettext_lazy("Delte viden"),
    (False, Contribution.FACILITATE): gettext_lazy("Hjalp på vej"),
}


@dataclass(frozen=True, slots=True)
class TalkPart:
    """A planned conversation: when and where in words; `url` is the page about it."""

    when: str
    where: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class ItemPart:
    """A line of the agenda: who put it there, what became of it ("" while open), where one may change it."""

    words: str
    who: str
    became: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class AgreementPart:
    """An agreement: whose, by when, whether done; `url` is where its owner marks it."""

    words: str
    facts: str
    done: bool
    url: str = ""


@dataclass(frozen=True, slots=True)
class NotePart:
    """What was said, her own view first. `gave` pairs a contribution with its line."""

    citizen_view: str
    summary: str
    gave: tuple[tuple[str, str], ...]
    can: str
    cannot: str
    because: str
    written: str

    @property
    def frames(self) -> bool:
        """Whether the caseworker has said what he can and cannot."""
        return bool(self.can or self.cannot or self.because)


@dataclass(frozen=True, slots=True)
class HeldPart:
    """A conversation that was held: who wrote of it, the note, corrections beside it, the agenda, what was agreed."""

    when: str
    where: str
    staff: str
    notes: tuple[NotePart, ...]
    items: tuple[ItemPart, ...]
    agreements: tuple[AgreementPart, ...]
    url: str = ""


@dataclass(frozen=True, slots=True)
class NextTalk:
    """For Mit bord and the case page: the next conversation (None: none planned) and how much stands on its list."""

    talk: TalkPart | None
    items: str
    url: str


def next_talk(table: Table, *, name: str, seen: datetime, url: str) -> NextTalk:
    """What `parts/next_talk.html` needs; `url` leads on. Two queries."""
    coming = queries.next_conversation(table=table, at=seen)
    count = queries.waiting_items(table=table, coming=coming).count()
    said = ngettext("%(number)d ting at tale om", "%(number)d ting at tale om", count) % {"number": count}
    return NextTalk(talk_part(coming, name=name, seen=seen) if coming else None, said if count else "", url)


def talk_part(row: Conversation, *, name: str, seen: datetime, url: str = "") -> TalkPart:
    """A conversation as words."""
    return TalkPart(talk_moment(row.starts_at, seen=seen), _where(row, name), url)


def talk_moment(when: datetime, *, seen: datetime) -> str:
    """ "i dag kl. 10.00", "i morgen kl. 10.00", "onsdag den 4. marts kl. 10.00", with the year when it is another."""
    local = localtime(when)
    time = date_format(local, "TIME_FORMAT")
    ahead = (localdate(when) - localdate(seen)).days
    if ahead < 0 or ahead == 0:
        return moment(when, seen=seen)
    if ahead == TOMORROW:
        return _("i morgen kl. %(time)s") % {"time": time}
    same_year = local.year == localdate(seen).year
    said = date_format(local, "MONTH_DAY_FORMAT" if same_year else "DATE_FORMAT")
    return _("%(weekday)s den %(day)s kl. %(time)s") % {
        "weekday": date_format(local, "l"),
        "day": said,
        "time": time,
    }


def item_part(row: AgendaItem, *, reader: Person, url: str = "") -> ItemPart:
    """A line of the agenda as words."""
    became = {Settled.DONE.value: _("Talt om"), Settled.CARRIED.value: _("Med til næste gang")}
    who = _("dig") if row.put_by_id == reader.pk else row.put_by.given_name
    written = _("Fra familiens plan") if row.topic == OWN_PART else _("Skrevet af %(who)s") % {"who": who}
    return ItemPart(row.words, written, became.get(row.settled, ""), url)


def agreement_part(row: Agreement, *, name: str, staff: str, url: str = "") -> AgreementPart:
    """An agreement as words. `staff` is the caseworker's given name."""
    hers = row.owner == Side.CITIZEN
    whose = (name or _("Dig")) if hers else staff
    facts = [
        _("Hvem: %(who)s") % {"who": whose},
        _("Senest den %(day)s") % {"day": on_day(row.by_on)} if row.by_on and not row.done_at else "",
        _("Klaret den %(day)s") % {"day": day(row.done_at)} if row.done_at else "",
    ]
    return AgreementPart(row.words, " · ".join(one for one in facts if one), row.done_at is not None, url)


def note_part(row: Note, *, name: str, seen: datetime) -> NotePart:
    """A version of a note as words."""
    staff = row.written_by.given_name
    gave = [
        (str(_GAVE[not name, kind]) % {"staff": staff}, getattr(row, f"{kind.value}_how"))
        for kind in Contribution
        if getattr(row, kind.value)
    ]
    said = {"who": row.written_by.name, "when": moment(row.written_at, seen=seen)}
    written = _("Skrevet af %(who)s %(when)s") if row.version == 1 else _("Rettet af %(who)s %(when)s")
    return NotePart(row.citizen_view, row.summary, tuple(gave), row.can, row.cannot, row.because, written % said)


def held_part(
    held: Held,
    *,
    name: str,
    reader: Person,
    seen: datetime,
    url: str = "",
    mark: Callable[[Agreement], str] | None = None,
) -> HeldPart:
    """A conversation of `queries.earlier` as words; `mark` leads to an agreement."""
    row, notes = held.talk, held.notes
    staff = notes[0].written_by.given_name if notes else ""
    return HeldPart(
        moment(row.held_at or row.starts_at, seen=seen),
        _where(row, name),
        staff,
        tuple(note_part(one, name=name, seen=seen) for one in notes),
        tuple(item_part(one, reader=reader) for one in held.agenda),
        tuple(agreement_part(one, name=name, staff=staff, url=mark(one) if mark else "") for one in held.agreements),
        url,
    )


def agreement_parts(
    rows: Iterable[Agreement], *, name: str, staff: str, mark: Callable[[Agreement], str]
) -> list[AgreementPart]:
    """Agreements as words, each with the way to it."""
    return [agreement_part(row, name=name, staff=staff, url=mark(row)) for row in rows]


def _where(row: Conversation, name: str) -> str:
    """Where, and for how long; nobody's home is a citizen's: it is hers."""
    minutes = ngettext("%(number)d minut", "%(number)d minutter", row.minutes) % {"number": row.minutes}
    if row.place == Where.HOME:
        at_home = _("Hjemme hos %(name)s") % {"name": name} if name else _("Hjemme hos dig")
        return f"{at_home} · {minutes}"
    return f"{row.get_place_display()} · {minutes}"
