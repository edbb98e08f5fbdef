"""Publishing a quarter of any kind of figures: checked in a snapshot, frozen in one write."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.evaluation.publication import Publishable, publish, quarters_to_publish
from bordenden.foundation.rules import NotPossible
from bordenden.web.insight.forms import PublishForm
from bordenden.web.insight.frame import menu
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.programmes.models import Programme


def publish_quarter(
    visit: Visit[Programme], programme: UUID, *, code: str, publishable: Callable[..., Publishable], template: str
) -> HttpResponse:
    """The attack takes its time, so it runs in a snapshot; only the freezing is a write."""
    with visit.reading():
        thing = visit.reach(programme)
        form = PublishForm(visit.posted, quarters_to_publish(programme=thing, at=visit.at, code=code))
        try:
            safe = publishable(programme=thing, quarter=form.chosen, at=visit.at) if form.is_valid() else None
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
    return visit.show(template, {"programme": thing, "nav_items": menu()}, form)
