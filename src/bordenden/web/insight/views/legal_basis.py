"""Retsgrundlag: the order by which nothing follows for participants from saying no; the agency writes it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.programmes import actions
from bordenden.programmes.queries import order_of
from bordenden.web.insight.basis_form import BasisForm
from bordenden.web.insight.frame import menu
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.programmes.models import Programme


@opens(acts.LEGAL_BASIS_SET)
def legal_basis(visit: Visit[Programme], programme: UUID) -> HttpResponse:
    """Text, link and day; all empty where there is none."""
    with visit.reading():
        reached = visit.reach(programme)
        now = order_of(programme=reached)
        form = BasisForm(visit.posted, now)
    if form.is_valid():
        try:
            with visit.writing(programme) as held:
                actions.set_legal_basis(
                    programme=held, order=form.order, seen=form.seen, by=visit.viewer.person, at=visit.at
                )
            return visit.go("programme", programme)
        except NotPossible as refused:
            form.add_error(None, str(refused))
            form.show_what_stands(now)
    with visit.reading():
        context = {"programme": reached, "now": now, "refused": form.is_bound, "nav_items": menu("home")}
        return visit.show("insight/legal_basis.html", context, form)
