"""Muligheder, I har set på: the caseworker ticks what was gone through, and reads what was before."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.offers import actions, queries
from bordenden.offers.words import Area
from bordenden.pathways.queries import at_the_head
from bordenden.web.design.parts import NavItem
from bordenden.web.parts.names import given_names
from bordenden.web.parts.paging import cut
from bordenden.web.parts.shown_offers import days_of
from bordenden.web.staff.offers_form import OffersShownForm
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.offers.models import Offer
    from bordenden.pathways.models import Table
    from bordenden.web.parts.paging import Cut

A_PAGE, BEFORE = 25, 20


@opens(acts.OFFERS_SHOW)
def case_offers(visit: Visit["Table"], table: UUID) -> HttpResponse:
    """One area at a time, so that a long catalogue can be gone through."""
    with visit.reading():
        reached = visit.reach(table, "municipality")
        area, page = _asked(visit, reached)
        form = OffersShownForm(visit.posted, page.rows, localdate(visit.at))
        valid = form.is_valid()
    if valid:
        try:
            with visit.writing(table) as held:
                _show(visit, held, form)
            return visit.go("case_offers", table)
        except NotPossible as refused:
            form.add_error(None, str(refused))
    with visit.reading():
        context = {
            "table": reached,
            "name": given_names(at_the_head(table=reached, at=visit.at)),
            "areas": [NavItem(_("Alle"), "?", current=not area), *(_link(one, area) for one in Area)],
            "offers": page.rows,
            "pager": page.pager,
            "days": days_of(queries.presented(table=reached)[:BEFORE]),
        }
        return visit.show("staff/case_offers.html", context, form)


def _asked(visit: Visit["Table"], table: "Table") -> "tuple[str, Cut[Offer]]":
    """The offers of the page that was asked for."""
    area = visit.request.GET.get("omraade", "")
    area = area if area in Area.values else ""
    rows = queries.published(municipality=table.municipality, at=visit.at)
    also = f"omraade={area}" if area else ""
    return area, cut(rows.filter(area=area) if area else rows, visit.request.GET.get("side"), size=A_PAGE, also=also)


def _link(area: Area, asked: str) -> NavItem:
    return NavItem(str(area.label), f"?omraade={area}", current=area == asked)


def _show(visit: Visit["Table"], held: "Table", form: OffersShownForm) -> None:
    actions.show_offers(
        table=held,
        offers=form.ticked,
        on=form.cleaned_data["on"],
        in_a_group=form.in_a_group,
        form_key=form.cleaned_data["form_key"],
        by=visit.viewer.person,
        at=visit.at,
    )
