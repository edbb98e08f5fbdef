"""A proposal of who takes whom, as the leader reads and changes it: case numbers, names of staff, a reason each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from django import forms
from django.conf import settings
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bordenden.foundation.rules import NotPossible
from bordenden.pathways.actions import HandedOn
from bordenden.pathways.queries import Placed, Takers, ToPlace, Why, place
from bordenden.pathways.words import LeavingReason
from bordenden.web.design.parts import Cell, Row, Table
from bordenden.web.parts.paging import cut_found

if TYPE_CHECKING:
    from django.http import QueryDict

    from bordenden.pathways.models import Table as CitizensTable
    from bordenden.people.models import Person

PICK, SHOWN = "pick-", 20
# The tables with a tick, and whom they are given to: one choice for all of them, however long the list is.
GIVE, WHO = "give", "who"
MOVE = "move"
CHANGED = gettext_lazy("Forslaget er regnet om. Se det igennem, og tryk så igen.")
NO_TICK = gettext_lazy("Du har valgt %(name)s, men ikke sat kryds ved nogen. Sæt kryds ved dem, det gælder.")
CHOOSE = {"required": gettext_lazy("Vælg noget her."), "invalid_choice": gettext_lazy("Vælg noget på listen.")}


class PlacingForm(forms.Form):
    """Why, where somebody leaves; and the mark of the proposal that was on the page."""

    because = forms.ChoiceField(
        label=gettext_lazy("Hvorfor skifter de sagsbehandler?"),
        choices=[("", gettext_lazy("Vælg …")), *LeavingReason.choices],
        help_text=gettext_lazy("Borgeren får det at vide med venlige ord. Aldrig noget privat."),
        error_messages=CHOOSE,
    )
    stops = forms.BooleanField(
        label=gettext_lazy("Hvervet i projektet slutter samtidig"), required=False, initial=True
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: QueryDict | None, *, reason: bool, stops: bool = False) -> None:
        """Only what is to be done is checked; what only turns a page keeps what was chosen so far."""
        sent = data is not None and data.get("do") == MOVE
        kept = {"because": data.get("because"), "stops": "stops" in data} if data is not None else {}
        super().__init__(data if sent else None, initial=kept)
        if not reason:
            del self.fields["because"]
        if not stops:
            del self.fields["stops"]

    @property
    def reason(self) -> LeavingReason:
        """Why, once the form is valid; where nobody leaves it is kept nowhere."""
        return LeavingReason(self.cleaned_data.get("because") or LeavingReason.OTHER)


@dataclass(frozen=True, slots=True)
class Line:
    """A table as it stands in the proposal: its case number, who takes it and why."""

    key: str
    reference: str
    to: str
    why: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """The whole proposal, worked out anew each time it is shown or done; `untold`: chosen, but for nobody."""

    placed: tuple[Placed, ...]
    takers: Takers
    chosen: dict[CitizensTable, Person]
    untold: Person | None = None

    @property
    def mark(self) -> str:
        """The same for the same proposal: what is done is what was shown, or it is shown again."""
        lines = (f"{one.what.table.pk}:{one.to.pk if one.to else ''}" for one in self.placed)
        return sha256("\n".join(lines).encode()).hexdigest()[:32]

    @property
    def tables(self) -> list[HandedOn]:
        """What is done: those nobody takes are left as they are."""
        return [HandedOn(one.what.table, one.to) for one in self.placed if one.to is not None]

    @property
    def no_tick(self) -> str:
        """What is said to whoever chose somebody and ticked nothing; "" otherwise."""
        return str(NO_TICK) % {"name": self.untold.name} if self.untold else ""

    def check(self, seen: str) -> None:
        """Raises NotPossible unless this is the proposal that was shown, and all that was chosen is in it."""
        if self.untold:
            raise NotPossible(self.no_tick)
        if self.mark != seen:
            raise NotPossible(str(CHANGED))


def proposal(what: Sequence[ToPlace], takers: Takers, posted: QueryDict | None) -> Proposal:
    """With what was chosen by hand, now or before; a choice that does not exist (any more) is none."""
    people = {str(person.pk): person for person in takers.loads}
    chosen, whom, ticked = {}, None, set()
    if posted is not None:
        whom, ticked = people.get(posted.get(WHO, "")), set(posted.getlist(GIVE))
        for one in what:
            key = str(one.table.pk)
            picked = whom if key in ticked else people.get(posted.get(f"{PICK}{key}", ""))
            if picked is not None:
                chosen[one.table] = picked
    placed = place(what=what, loads=takers.loads, most=settings.CASELOAD_MOST, chosen=chosen)
    return Proposal(tuple(placed), takers, chosen, whom if whom and not ticked else None)


def proposal_part(found: Proposal, asked: str | None) -> dict[str, Any]:
    """What the template shows: a page of lines, who would have how many, and all that was chosen so far."""
    page = cut_found(found.placed, asked, size=SHOWN)
    return {
        "lines": [_line(one) for one in page.rows],
        "kept": [(f"{PICK}{table.pk}", person.pk) for table, person in found.chosen.items()],
        "choices": [(person.pk, person.name, person == found.untold) for person in found.takers.loads],
        "no_tick": found.no_tick,
        "loads": _loads(found),
        "unreachable": [person.name for person in found.takers.unreachable],
        "unplaced": sum(one.to is None for one in found.placed),
        "number": len(found.placed),
        "page": page.number,
        "before": page.number - 1,
        "after": page.number + 1 if len(found.placed) > page.number * SHOWN else 0,
        "mark": found.mark,
        "most": settings.CASELOAD_MOST,
    }


def shown_tables(found: Proposal, asked: str | None) -> Iterable[CitizensTable]:
    """Those whose case numbers stand on the page: a look at each."""
    return [one.what.table for one in cut_found(found.placed, asked, size=SHOWN).rows]


def _line(one: Placed) -> Line:
    reference = one.what.reference or _("uden sagsnummer")
    return Line(str(one.what.table.pk), reference, one.to.name if one.to else "", _why(one))


def _why(one: Placed) -> str:
    said = {
        Why.CHOSEN: _("Du har valgt det."),
        Why.BEFORE: _("Har siddet ved bordet før."),
        Why.ROOM: _("Har færrest åbne forløb: %(number)s med dette."),
        Why.ALL_FULL: _("Alle har %(most)s åbne forløb eller flere. Vælg selv."),
        Why.NOBODY: _("Ingen kan tage det: De sidder ved bordet som noget andet, eller der er ingen."),
    }
    return said[one.why] % {"number": number_format(one.load), "most": number_format(settings.CASELOAD_MOST)}


def _loads(found: Proposal) -> Table:
    columns = (_("Sagsbehandler"), _("Åbne forløb nu"), _("Får"), _("Bagefter"))
    got = Counter(one.to.pk for one in found.placed if one.to)
    runs = Counter(one.to.pk for one in found.placed if one.to and one.what.runs)
    each = ((who.name, now, got[who.pk], now + runs[who.pk]) for who, now in found.takers.loads.items())
    return Table(_("Sådan bliver det"), columns, tuple(_load(name, numbers) for name, *numbers in each))


def _load(name: str, numbers: list[int]) -> Row:
    return Row(Cell(name), tuple(Cell(number_format(number), number=True) for number in numbers))
