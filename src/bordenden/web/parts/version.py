"""A version of the plan as pages and paper show it: its parts in the municipality's order, and what has changed.

Both doors and the print are drawn from the same `VersionPart`; it reads the version's data and asks no database.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from bordenden.plans.queries import Line, Sort, differences
from bordenden.plans.words import ChosenStatus, DecisionAbout, PlanKind, PrintPart, StatementKind
from bordenden.web.design.parts import Cell, Row, Table
from bordenden.web.parts import version_said as said

if TYPE_CHECKING:
    from bordenden.plans.queries import Content, Difference, Layout, PartOf


@dataclass(frozen=True, slots=True)
class Item:
    """Something in a list: a few words before it ("" for none), and the words."""

    lead: str
    text: str


@dataclass(frozen=True, slots=True)
class Section:
    """One part of the plan: a table and items beneath it, one of them, or nothing yet (`none` says so).

    `sort` is the code of the part, `more` how many rows are not shown.
    """

    sort: str
    title: str
    table: Table | None = None
    items: tuple[Item, ...] = ()
    none: str = ""
    more: int = 0


@dataclass(frozen=True, slots=True)
class Change:
    """One difference in words: what befell it, and the line before and now."""

    part: str
    lead: str
    text: str


@dataclass(frozen=True, slots=True)
class VersionPart:
    """A whole version. `heading` follows the kind of the plan, `heads` is who it is for."""

    heading: str
    heads: str
    intro: str
    sections: tuple[Section, ...]

    @property
    def cut(self) -> bool:
        """Whether some of it is not shown."""
        return any(section.more for section in self.sections)


@said.in_one_language()
def version_part(content: Content, layout: Layout, *, most: int | None = None) -> VersionPart:
    """The version in the order of the layout; with `most` each part shows so many rows, and says how many more."""
    heads = _(" og ").join(content["heads"])
    whole = (_SECTIONS[one.part](content, one) for one in layout.parts if _shown(content, one.part))
    sections = tuple(whole if most is None else (_cut(section, most) for section in whole))
    return VersionPart(heading_of(content["kind"]), heads, layout.intro, sections)


def _cut(section: Section, most: int) -> Section:
    rows = section.table.rows if section.table else section.items
    if len(rows) <= most:
        return section
    table = replace(section.table, rows=section.table.rows[:most]) if section.table else None
    return replace(section, table=table, items=section.items[:most], more=len(rows) - most)


def heading_of(kind: str) -> str:
    """What the plan is called to her: the office's own name for it stands nowhere she reads."""
    return {
        PlanKind.RESOURCE: _("Min plan i ressourceforløbet"),
        PlanKind.FAMILY: _("Familiens plan"),
    }.get(PlanKind(kind), _("Min plan"))


def _shown(content: Content, part: PrintPart) -> bool:
    """A part that is about nobody and nothing has no heading; what must be there says that it is not there yet."""
    if part == PrintPart.BARRIERS:
        return bool(content["barriers"])
    if part == PrintPart.MENTOR:
        return content["mentor"] is not None
    return True


def _list(one: PartOf, items: list[Item], none: str) -> Section:
    return Section(one.part, one.title, items=tuple(items), none="" if items else none)


def _table(one: PartOf, columns: tuple[str, ...], rows: Sequence[tuple[str, ...]], none: str) -> Section:
    if not rows:
        return Section(one.part, one.title, none=none)
    drawn = tuple(Row(Cell(row[0]), tuple(Cell(cell) for cell in row[1:])) for row in rows)
    return Section(one.part, one.title, Table(one.title, columns, drawn))


def _words(content: Content, one: PartOf) -> Section:
    items = [Item(said.label(StatementKind, row["kind"]), row["words"]) for row in content["statements"]]
    return _list(one, items, _("Jeg har ikke skrevet noget her endnu."))


def _goals(content: Content, one: PartOf) -> Section:
    return _list(one, [Item("", said.goal(row)) for row in content["goals"]], _("Ingen mål endnu."))


def _barriers(content: Content, one: PartOf) -> Section:
    return _list(one, [Item("", row["words"]) for row in content["barriers"]], "")


def _steps(content: Content, one: PartOf) -> Section:
    rows = [(row["words"], said.who_takes(row), said.when(row)) for row in content["steps"]]
    return _table(one, (_("Skridt"), _("Hvem"), _("Hvornår")), rows, _("Ingen små skridt endnu."))


def _chosen(content: Content, one: PartOf) -> Section:
    """What was refused takes no number among it: it stands beneath, with the reason."""
    stands = [row for row in content["chosen"] if row["status"] != ChosenStatus.NOT_GRANTED]
    refused = tuple(Item(row["name"], said.refused(row)) for row in content["chosen"] if row not in stands)
    rows = [(said.what(row), said.where_and_who(row), said.how_far(row)) for row in stands]
    numbered = [(f"{place}. {row[0]}", *row[1:]) for place, row in enumerate(rows, start=1)]
    columns = (_("Hvad"), _("Hvor og hvem"), _("Tempo og hvor langt"))
    return replace(_table(one, columns, numbered, _("Intet valgt endnu.")), items=refused)


def _mentor(content: Content, one: PartOf) -> Section:
    mentor = content["mentor"]
    call = said.joined((mentor["name"], said.phone(mentor), mentor["hours"]), ", ")
    does = [Item(_("Det hjælper min mentor med"), mentor["does"])] if mentor["does"] else []
    tasks = [Item(_("Aftalt lige nu"), "; ".join(mentor["tasks"]))] if mentor["tasks"] else []
    return _list(one, [Item("", call), *does, *tasks], "")


def _contacts(content: Content, one: PartOf) -> Section:
    rows = [(row["name"], said.who(row), said.phone(row) or "–", row["hours"] or "–") for row in content["contacts"]]
    columns = (_("Navn"), _("Hvem er det?"), _("Telefon"), _("Hvornår?"))
    return _table(one, columns, rows, _("Ingen at ringe til endnu."))


def _agreement(content: Content, one: PartOf) -> Section:
    items = [Item("", said.agreed_form(row)) for row in content["agreements"]]
    return _list(one, items, _("Ikke aftalt endnu."))


def _influence(content: Content, one: PartOf) -> Section:
    named = said.things(content)
    rows = [
        (
            said.joined((said.label(DecisionAbout, row["about"]), named.get(row["thing"], "")), ": "),
            row["proposed_by"],
            row["decided_by"],
            said.on(row["decided_on"]),
        )
        for row in content["decisions"]
    ]
    columns = (_("Det handler om"), _("Foreslået af"), _("Bestemt af"), _("Dag"))
    return _table(one, columns, rows, _("Intet er bestemt endnu."))


def _to_write(_content: Content, one: PartOf) -> Section:
    """Lines to write on: they stand on paper alone."""
    return Section(one.part, one.title)


_SECTIONS: dict[PrintPart, Callable[[Content, PartOf], Section]] = {
    PrintPart.WORDS: _words,
    PrintPart.GOALS: _goals,
    PrintPart.BARRIERS: _barriers,
    PrintPart.STEPS: _steps,
    PrintPart.CHOSEN: _chosen,
    PrintPart.MENTOR: _mentor,
    PrintPart.CONTACTS: _contacts,
    PrintPart.AGREEMENT: _agreement,
    PrintPart.INFLUENCE: _influence,
    PrintPart.CHANGES: _to_write,
    PrintPart.SIGNATURE: _to_write,
}


@said.in_one_language()
def changes(before: Content | None, now: Content) -> tuple[Change, ...]:
    """What a layman reads: new since last time, changed, no longer there. Nothing before there was a plan."""
    if before is None:
        return ()
    return tuple(_change(one) for one in differences(list(_lines(before)), list(_lines(now))))


def _change(one: Difference) -> Change:
    part = said.label(PrintPart, one.part)
    if one.sort == Sort.NEW:
        return Change(part, _("Nyt siden sidst:"), one.now)
    if one.sort == Sort.GONE:
        return Change(part, _("Ikke mere med:"), one.before)
    lead = _("Ændret:") if one.sort == Sort.CHANGED else _("Ny rækkefølge:")
    return Change(part, lead, _("før “%(before)s”, nu “%(now)s”") % {"before": one.before, "now": one.now})


def _lines(content: Content) -> Iterator[Line]:
    """Every line a change of which means something to her."""
    for row in content["statements"]:
        words = said.label(StatementKind, row["kind"])
        yield Line(PrintPart.WORDS, row["kind"], f"{words}: {row['words']}")
    for row in content["goals"]:
        yield Line(PrintPart.GOALS, row["id"], said.goal(row))
    for row in content["barriers"]:
        yield Line(PrintPart.BARRIERS, row["id"], row["words"])
    for row in content["steps"]:
        text = said.joined((row["words"], said.who_takes(row), said.when(row)))
        yield Line(PrintPart.STEPS, row["id"], text, passing=bool(row["done_on"]))
    for row in content["chosen"]:
        text = said.joined((row["name"], said.how_far(row)))
        yield Line(PrintPart.CHOSEN, row["id"], text, name=row["name"], ordered=True)
    yield from _lines_around(content)


def _lines_around(content: Content) -> Iterator[Line]:
    mentor = content["mentor"]
    if mentor is not None:
        does = said.joined((mentor["does"], "; ".join(mentor["tasks"])))
        yield Line(PrintPart.MENTOR, "mentor", said.joined((mentor["name"], does), ": "))
    for row in content["contacts"]:
        text = said.joined((row["name"], said.who(row), row["phone"], row["hours"]), ", ")
        yield Line(PrintPart.CONTACTS, row["id"], text)
    for row in content["agreements"]:
        yield Line(PrintPart.AGREEMENT, row["with"], said.agreed_form(row))
