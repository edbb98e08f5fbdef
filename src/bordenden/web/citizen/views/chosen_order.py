"""Min rækkefølge: what she has chosen moved up and down with buttons, by keyboard, or dragged."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible, Stale
from bordenden.plans import actions, queries
from bordenden.web.citizen.chosen_forms import OrderForm
from bordenden.web.design.parts import StaleText
from bordenden.web.parts.chosen import chosen_part
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.plans.models import Chosen, Plan

MOVED = "flyttet"


@opens(acts.CHOSEN_ORDER)
def chosen_order(visit: Visit[Plan], pk: UUID) -> HttpResponse:
    """The list as it is saved; whoever moved on an older one is shown both orders, and moves again."""
    form = OrderForm(visit.posted)
    stale: tuple[StaleText, ...] = ()
    if form.is_valid():
        try:
            with visit.writing(pk) as held:
                moved = _move(visit, held, form)
            answer = visit.go("chosen_order", pk)
            answer["Location"] += f"?{MOVED}={moved}" if moved else ""
            return answer
        except Stale as refusal:
            form.refuse(refusal)
            stale = (StaleText(_("Rækkefølgen"), _wanted(form), refusal.saved),)
        except NotPossible as refusal:
            form.refuse(refusal)
    with visit.reading():
        rows = list(queries.chosen_on(plan=visit.reach(pk)))
        context = {
            "plan": pk,
            "rows": [chosen_part(row) for row in rows],
            "seen": queries.order_seen(rows),
            "moved": _moved(visit, rows),
            "stale": [_named(text, rows) for text in stale],
        }
        return visit.show("citizen/chosen_order.html", context, form)


def _move(visit: Visit[Plan], plan: Plan, form: OrderForm) -> str:
    """One up or down, or the whole order; gives what was moved."""
    sent, by = form.cleaned_data, visit.viewer.person
    if sent["order"]:
        wanted = _rows(sent["order"], queries.chosen_on(plan=plan))
        actions.reorder(plan=plan, wanted=wanted, seen=sent["seen"], by=by, at=visit.at)
        return ""
    asked = sent["up"] or sent["down"]
    row = queries.chosen_on(plan=plan).filter(pk=asked).first() if asked else None
    if row is None:
        raise NotPossible(_("Det står ikke på din plan mere."))
    actions.move(chosen=row, up=bool(sent["up"]), seen=sent["seen"], by=by, at=visit.at)
    return str(row.pk)


def _rows(order: str, rows: Iterable[Chosen]) -> list[Chosen]:
    """The things in the order sent; what is not on her plan is left out, and then something is missing."""
    by_id = {str(row.pk): row for row in rows}
    return [by_id[one] for one in order.split(",") if one in by_id]


def _wanted(form: OrderForm) -> str:
    """What she was about to do, by the ids; `_named` puts the words in."""
    sent = form.cleaned_data
    if sent["order"]:
        return str(sent["order"])
    return f"up {sent['up']}" if sent["up"] else f"down {sent['down']}"


def _named(text: StaleText, rows: Sequence[Chosen]) -> StaleText:
    names = {str(row.pk): row.title for row in rows}
    way, _space, one = text.mine.partition(" ")
    if way in {"up", "down"}:
        words = _("Flyt op: %(what)s") if way == "up" else _("Flyt ned: %(what)s")
        return StaleText(text.label, words % {"what": names.get(one, "")}, text.saved)
    lines = [f"{number}. {names.get(one, '')}" for number, one in enumerate(text.mine.split(","), start=1)]
    return StaleText(text.label, "\n".join(lines), text.saved)


def _moved(visit: Visit[Plan], rows: Sequence[Chosen]) -> dict[str, object]:
    """What was moved just now, and where it stands: the keyboard goes on from there."""
    asked = visit.request.GET.get(MOVED, "")
    for number, row in enumerate(rows, start=1):
        if str(row.pk) == asked:
            return {"pk": row.pk, "title": row.title, "number": number}
    return {}
