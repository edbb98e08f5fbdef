"""Hvad fylder mest? Cards grouped by the part of life they are about; she picks a few, or none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.assessments import actions, queries
from bordenden.assessments.words import Area
from bordenden.foundation.rules import NotPossible
from bordenden.web.citizen.asking import to_next
from bordenden.web.citizen.sheet_forms import ItemsForm
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.assessments.models import Item, Sheet
    from bordenden.assessments.queries import Progress


@dataclass(frozen=True, slots=True)
class Group:
    """The cards of one part of life; each with whether it is ticked."""

    title: str
    cards: tuple[tuple[Item, bool], ...]


@opens(acts.SHEET_ANSWER)
def sheet_picks(visit: Visit[Sheet], pk: UUID) -> HttpResponse:
    """None is ticked beforehand but what she picked herself."""
    with visit.reading():
        reached = visit.reach(pk)
        stand = queries.hers(sheet=reached)
        form = ItemsForm(visit.posted, items=[question.item for question in stand.questions])
    if form.is_valid():
        try:
            with visit.writing(pk) as held:
                before = [question.item.pk for question in stand.questions if question.picked]
                actions.pick(sheet=held, items=form.ticked(before), by=visit.viewer.person, at=visit.at)
                way = to_next(held, queries.hers(sheet=held))
            return visit.go(way.page, *way.args)
        except NotPossible as error:
            form.add_error(None, str(error))
    if reached.finished_at is not None and visit.posted is None:
        return visit.go("sheet_done", pk)
    context = {"sheet": reached, "groups": _groups(stand), "on": to_next(reached, stand).url}
    return visit.show("citizen/sheet_picks.html", context, form)


def _groups(stand: Progress) -> list[Group]:
    """In the order of the parts of life; a part without a question is not shown."""
    found: dict[str, list[tuple[Item, bool]]] = {area.value: [] for area in Area}
    for question in sorted(stand.questions, key=lambda one: one.item.position):
        found[question.item.area].append((question.item, question.picked))
    return [Group(str(Area(code).label), tuple(cards)) for code, cards in found.items() if cards]
