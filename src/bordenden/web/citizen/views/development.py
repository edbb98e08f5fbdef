"""Min udvikling: what she said last time and says now, in words first, then how it is now, then over time."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import reverse

from bordenden.access import acts
from bordenden.assessments import queries
from bordenden.plans.queries import plan_of
from bordenden.web.citizen.met import met
from bordenden.web.parts.development import hers_part
from bordenden.web.parts.said_when import day
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.pathways.models import Table

# Kept in her browser, sent to this page only.
COOKIE, WORDS = "vis", "ord"
A_YEAR = 365 * 24 * 60 * 60


@opens(acts.DEVELOPMENT_READ)
def development(visit: Visit[Table], pk: UUID) -> HttpResponse:
    """Her own page: it says "you", so whoever she opened the room for has a page at another door."""
    reached = visit.reach(pk)
    if not visit.may(acts.TABLE_READ, reached):
        raise Http404
    if visit.posted is not None:
        return _switched(visit, pk)
    words = visit.request.COOKIES.get(COOKIE) == WORDS
    curves, wellbeing = queries.her_curves(table=reached), queries.her_wellbeing(table=reached)
    part = hers_part(curves, wellbeing, words=words)
    context = {
        "table": reached,
        "plan": plan_of(table=reached),
        "part": part,
        "words": words,
        "met": met(reached, curves, wellbeing, at=visit.at),
        "today": day(visit.at),
    }
    return visit.show("citizen/development.html", context)


def _switched(visit: Visit[Table], pk: UUID) -> HttpResponse:
    """The same page in words or in numbers, remembered in her browser."""
    response = visit.go("development", pk)
    path = reverse("development", args=[pk])
    if visit.request.POST.get("vis") != WORDS:
        response.delete_cookie(COOKIE, path=path, samesite="Lax")
        return response
    secure = visit.request.is_secure()
    response.set_cookie(COOKIE, WORDS, max_age=A_YEAR, path=path, secure=secure, httponly=True, samesite="Lax")
    return response
