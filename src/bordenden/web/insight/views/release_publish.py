"""Udgiv tal: the agency publishes a quarter, after the attack has found nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.evaluation.publication import publish, publishable_exits, quarters_to_publish
from bordenden.foundation.rules import NotPossible
from bordenden.web.insight.forms import PublishForm
from bordenden.web.insight.frame import menu
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.programmes.models import Programme


@opens(acts.RELEASE_PUBLISH)
def release_publish(visit: Visit[Programme], programme: UUID) -> HttpResponse:
    """The attack takes its time, so it runs in a snapshot; only the freezing is a write."""
    with visit.reading():
        thing = visit.reach(programme)
        form = PublishForm(visit.posted, quarters_to_publish(programme=thing, at=visit.at))
        try:
            safe = publishable_exits(programme=thing, quarter=form.chosen, at=visit.at) if form.is_valid() else None
        except NotPossible as refused:
            safe = None
            form.add_error(None, str(refused))
    if safe is not None:
        try:
            with visit.writing(programme):
                release = publish(safe, by=visit.viewer, at=visit.at)
            return visit.go("release", release.pk)
        except NotPossible as refused:
            form.add_error(None, str(refused))
    return visit.show("insight/release_publish.html", {"programme": thing, "nav_items": menu()}, form)
