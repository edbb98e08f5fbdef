"""Ret listen: she says who stands first among those she can call, and who comes off."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.plans import actions, queries
from bordenden.web.citizen.forms import WholeForm
from bordenden.web.parts.around import contact_part
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.plans.models import Plan

MOVES = {"up": True, "down": False}


@opens(acts.PLAN_CONTACT_ORDER)
def contact_order(visit: Visit[Plan], pk: UUID) -> HttpResponse:
    """The list with its buttons; below it whoever sits at her table and is not on it."""
    form = WholeForm(visit.posted)
    if visit.posted is not None:
        try:
            with visit.writing(pk) as held:
                _do(held, visit)
            return visit.go("contact_order", pk)
        except NotPossible as refusal:
            form.add_error(None, str(refusal))
    with visit.reading():
        plan = visit.reach(pk)
        listed = queries.all_contacts_of(plan=plan, at=visit.at)
        context = {
            "plan": pk,
            "contacts": [contact_part(one, hers=True) for one in listed if not one.taken_off],
            "off": [contact_part(one, hers=True) for one in listed if one.taken_off],
        }
        return visit.show("citizen/contact_order.html", context, form)


def _do(plan: Plan, visit: Visit[Plan]) -> None:
    """An unknown button, or one for somebody who is gone, does nothing."""
    sent, by = visit.request.POST, visit.viewer.person
    listed = queries.all_contacts_of(plan=plan, at=visit.at)
    one = next((one for one in listed if str(one.pk) == sent.get("who")), None)
    do = sent.get("do", "")
    if one is None:
        return
    if do == "off":
        actions.take_off_contact(plan=plan, contact=one, by=by, at=visit.at)
    elif do == "back":
        actions.put_back_contact(plan=plan, contact=one, by=by, at=visit.at)
    elif do in MOVES:
        actions.move_contact(plan=plan, contact=one, up=MOVES[do], by=by, at=visit.at)
