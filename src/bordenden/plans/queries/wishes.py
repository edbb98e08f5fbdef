"""Reads of what she has chosen, by her table: for pages that do not begin at the plan."""

from django.db.models import QuerySet

from bordenden.offers.models import Offer
from bordenden.pathways.models import Table
from bordenden.plans.models import Chosen
from bordenden.plans.words import ENDED


def chosen_at(*, table: Table) -> QuerySet[Chosen]:
    """What she has chosen and not ended, in her order, each with its offer."""
    rows = Chosen.objects.filter(table=table).exclude(status__in=ENDED)
    return rows.select_related("offer").order_by("position", "pk")


def wish_at(*, table: Table, offer: Offer) -> Chosen | None:
    """What she has chosen of this offer, while it stands."""
    return chosen_at(table=table).filter(offer=offer).first()
