"""Jeg vil gerne: an offer becomes a wish on her plan, with her own reason, built on her own words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.plans import actions
from bordenden.plans.queries import plan_of, words_to_link
from bordenden.web.citizen.in_the_catalogue import on_offer
from bordenden.web.citizen.offer_forms import WishForm
from bordenden.web.parts.reader import reader_of
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.pathways.models import Table
    from bordenden.plans.models import Statement


@opens(acts.CHOSEN_WISH)
def wish_new(visit: Visit[Table], pk: UUID, offer: UUID) -> HttpResponse:
    """A table whose plan is not begun gets one with the first wish."""
    with visit.reading():
        table = visit.reach(pk, "municipality")
        wanted = on_offer(table, offer, at=visit.at)
        form = WishForm(visit.posted, said=said_at(table))
        context = {"table": pk, "offer": offer, "name": wanted.name, "reader": reader_of(table, visit.at)}
    if form.is_valid():
        try:
            with visit.writing(pk) as held:
                keep(visit, held, form, offer=wanted)
            return visit.go("offer", pk, offer)
        except NotPossible as refusal:
            form.refuse(refusal)
    with visit.reading():
        return visit.show("citizen/wish_new.html", context, form)


def said_at(table: Table) -> list[Statement]:
    """What she has said that a wish may build on, the newest first."""
    plan = plan_of(table=table)
    return list(words_to_link(plan=plan)) if plan else []


def keep(visit: Visit[Table], table: Table, form: WishForm, **more: Any) -> None:  # noqa: ANN401
    """The plan, begun where it is not, and the wish on it."""
    by = visit.viewer.person
    plan = actions.begin(table=table, by=by, at=visit.at)
    actions.wish(plan=plan, by=by, at=visit.at, **more, **form.told)
