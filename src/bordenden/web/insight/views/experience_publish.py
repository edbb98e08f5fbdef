"""Udgiv tal om samarbejdet: trust, influence, whether it helped, belief; after the attack has found nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.evaluation.experience import publishable_experience
from bordenden.evaluation.words import EXPERIENCE
from bordenden.web.insight.publishing import publish_quarter
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.programmes.models import Programme


@opens(acts.RELEASE_PUBLISH)
def experience_publish(visit: Visit[Programme], programme: UUID) -> HttpResponse:
    """How they work together."""
    template = "insight/experience_publish.html"
    return publish_quarter(visit, programme, code=EXPERIENCE, publishable=publishable_experience, template=template)
