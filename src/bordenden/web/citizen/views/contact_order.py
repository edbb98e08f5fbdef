"""Ret listen: she says who stands first among those she can call, and who comes off."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.plans import actions, queries
from bordenden.web.citizen.forms import WholeForm
from bordenden.web.parts.around import contact_part
from bordenden.web.parts.paging import cut_found, page_number
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.plans.models import Plan

MOVES = {"up": True, "down": False}
A_PAGE = 20


@opens(acts.PLAN_CONTACT_ORDER)
def contact_order(visit: Visit[Plan], pk: UUID) -> HttpResponse:
    """The list with its buttons; below it whoever sits at her table and is not on it."""
    form = WholeForm(visit.posted)
    if visit.posted is not None:
        try:
            with visit.writing(pk) as held:
                goes_on = _do(held, visit)
            answer = visit.go("contact_order", pk)
            answer["Location"] += f"?side={goes_on}" if goes_on > 1 else ""
            return answer
        except NotPossible as refusal:
            form.add_error(None, str(refusal))
    with visit.reading():
        plan = visit.reach(pk)
        listed = queries.all_contacts_of(plan=plan, at=visit.at)
        on, off = ([one for one in listed if one.taken_off == away] for away in (False, True))
        asked = visit.request.GET
        page = cut_found(on, asked.get("side"), size=A_PAGE, label=_("Listen"))
        beside = cut_found(off, asked.get("af"), size=A_PAGE, word="af", label=_("Ikke på listen"))
        context = {
            "plan": pk,
            "contacts": [contact_part(one, hers=True) for one in page.rows],
            "first": (page.number - 1) * A_PAGE + 1,
            "last": len(on),
            "pager": page.pager,
            "off": [contact_part(one, hers=True) for one in beside.rows],
            "off_pager": beside.pager,
        }
        return visit.show("citizen/contact_order.html", context, form)


def _do(plan: Plan, visit: Visit[Plan]) -> int:
    """An unknown button, or one for somebody who is gone, does nothing. Gives the page to go on from."""
    sent, by = visit.request.POST, visit.viewer.person
    listed = queries.all_contacts_of(plan=plan, at=visit.at)
    one = next((one for one in listed if str(one.pk) == sent.get("who")), None)
    do, page = sent.get("do", ""), page_number(visit.request.GET.get("side", ""))
    if one is None:
        return page
    if do == "off":
        actions.take_off_contact(plan=plan, contact=one, by=by, at=visit.at)
    elif do == "back":
        actions.put_back_contact(plan=plan, contact=one, by=by, at=visit.at)
    elif do in MOVES:
        moved = actions.move_contact(plan=plan, contact=one, up=MOVES[do], by=by, at=visit.at)
        return next((place for place, other in enumerate(moved) if other.pk == one.pk), 0) // A_PAGE + 1
    return page
