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
from bordenden.web.parts.paging import cut, page_number
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.plans.models import Chosen, Plan
    from bordenden.web.parts.paging import Cut

MOVED = "flyttet"
A_PAGE = 20


@opens(acts.CHOSEN_ORDER)
def chosen_order(visit: Visit[Plan], pk: UUID) -> HttpResponse:
    """The list as it is saved; whoever moved on an older one is shown both orders, and moves again."""
    form = OrderForm(visit.posted)
    saved: str | None = None
    if form.is_valid():
        try:
            with visit.writing(pk) as held:
                asked = _move(visit, held, form)
            answer = visit.go("chosen_order", pk)
            answer["Location"] += asked
            return answer
        except Stale as refusal:
            form.refuse(refusal)
            saved = refusal.saved
        except NotPossible as refusal:
            form.refuse(refusal)
    with visit.reading():
        plan = visit.reach(pk)
        keys = queries.keys_in_order(plan=plan)
        page = cut(queries.chosen_on(plan=plan), _asked_for(visit), size=A_PAGE)
        context = {
            "plan": pk,
            "rows": [chosen_part(row) for row in page.rows],
            "first": (page.number - 1) * A_PAGE + 1,
            "last": len(keys),
            "seen": queries.order_seen(keys),
            "moved": _moved(visit, page),
            "stale": [] if saved is None else [_stale(form, saved, queries.chosen_on(plan=plan))],
            "pager": page.pager,
        }
        return visit.show("citizen/chosen_order.html", context, form)


def _asked_for(visit: Visit[Plan]) -> str:
    return visit.request.GET.get("side", "")


def _move(visit: Visit[Plan], plan: Plan, form: OrderForm) -> str:
    """One up or down, or to the top, or a new order of what the page shows; gives where the page goes on."""
    sent, by = form.cleaned_data, visit.viewer.person
    rows = list(queries.chosen_on(plan=plan))
    if sent["order"]:
        wanted = _in_their_places(sent["order"], rows)
        actions.reorder(plan=plan, wanted=wanted, seen=sent["seen"], by=by, at=visit.at)
        page = page_number(_asked_for(visit))
        return f"?side={page}" if page > 1 else ""
    asked = sent["up"] or sent["down"] or sent["top"]
    row = next((row for row in rows if row.pk == asked), None)
    if row is None:
        raise NotPossible(_("Det står ikke på din plan mere."))
    if sent["top"]:
        wanted = [row, *(one for one in rows if one != row)]
        now = actions.reorder(plan=plan, wanted=wanted, seen=sent["seen"], by=by, at=visit.at)
    else:
        now = actions.move(chosen=row, up=bool(sent["up"]), seen=sent["seen"], by=by, at=visit.at)
    page = now.index(row) // A_PAGE + 1
    return (f"?side={page}&" if page > 1 else "?") + f"{MOVED}={row.pk}"


def _in_their_places(order: str, rows: Sequence[Chosen]) -> list[Chosen]:
    """The things sent, in their new order, in the places they held together; all others stay where they are."""
    by_id = {str(row.pk): row for row in rows}
    sent = [by_id[one] for one in order.split(",") if one in by_id]
    if not sent or len(set(sent)) < len(sent):
        raise NotPossible(_("Der mangler noget i rækkefølgen. Prøv igen."))
    new = iter(sent)
    moved = set(sent)
    return [next(new) if row in moved else row for row in rows]


def _stale(form: OrderForm, saved: str, rows: Iterable[Chosen]) -> StaleText:
    """What she was about to do, beside the order as it is."""
    sent = form.cleaned_data
    names = {str(row.pk): row.title for row in rows}
    if sent["order"]:
        lines = (names.get(one, "") for one in sent["order"].split(","))
        mine = "\n".join(f"{number}. {name}" for number, name in enumerate(lines, start=1))
    else:
        way = _("Flyt ned: %(what)s") if sent["down"] else _("Flyt op: %(what)s")
        mine = way % {"what": names.get(str(sent["up"] or sent["down"] or sent["top"]), "")}
    return StaleText(_("Rækkefølgen"), mine, saved)


def _moved(visit: Visit[Plan], page: Cut[Chosen]) -> dict[str, object]:
    """What was moved just now, and where it stands: the keyboard goes on from there."""
    asked = visit.request.GET.get(MOVED, "")
    for number, row in enumerate(page.rows, start=(page.number - 1) * A_PAGE + 1):
        if str(row.pk) == asked:
            return {"pk": row.pk, "title": row.title, "number": number}
    return {}
