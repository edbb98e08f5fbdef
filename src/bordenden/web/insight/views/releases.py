"""Udgivne tal: what has been published, newest first; anybody who is logged in may read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.urls import reverse

from bordenden.access import acts
from bordenden.evaluation.published import release_title
from bordenden.web.insight.frame import menu
from bordenden.web.parts.paging import pager_of
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.evaluation.models import Release


@opens(acts.RELEASE_READ)
def releases(visit: Visit[Release]) -> HttpResponse:
    """A line a release."""
    page = visit.page_of(visit.reachable().select_related("programme").order_by("-quarter", "-published_at", "pk"))
    rows = [(release_title(one), one.programme.name, reverse("release", args=[one.pk])) for one in page.object_list]
    return visit.show("insight/releases.html", {"rows": rows, "pager": pager_of(page), "nav_items": menu("releases")})
