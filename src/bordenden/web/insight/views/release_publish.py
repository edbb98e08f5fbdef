"""Udgiv tal: the agency publishes a quarter, after the attack has found nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.evaluation.publication import publishable_exits
from bordenden.evaluation.words import EXITS
from bordenden.web.insight.publishing import publish_quarter
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.programmes.models import Programme


@opens(acts.RELEASE_PUBLISH)
def release_publish(visit: Visit[Programme], programme: UUID) -> HttpResponse:
    """Who left and why."""
    template = "insight/release_publish.html"
    return publish_quarter(visit, programme, code=EXITS, publishable=publishable_exits, template=template)
