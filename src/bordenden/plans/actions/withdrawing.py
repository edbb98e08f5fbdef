"""Takes an offer out of the catalogue; on the plans where somebody waited for it the wish stays, and says so."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from bordenden.audit.actions import Actor
from bordenden.offers.actions import withdraw
from bordenden.offers.models import Offer
from bordenden.offers.words import WaitingState
from bordenden.plans.models import Chosen, ChosenMark
from bordenden.plans.words import ChosenStatus


@transaction.atomic
def withdraw_offer(*, offer: Offer, by: Actor, at: datetime) -> int:
    """The offer is withdrawn; whoever waited is told, and has it as a wish again. Gives how many were told.

    It is no decision of hers, so the influence record says nothing of it. Raises NotPossible as `withdraw` does.
    """
    told = withdraw(offer=offer, by=by, at=at)
    waited = Chosen.objects.select_for_update().filter(
        offer=offer,
        waiting__state=WaitingState.WITHDRAWN,
        status__in=[ChosenStatus.WAITING, ChosenStatus.OFFERED],
    )
    for chosen in waited.order_by("pk"):
        chosen.status, chosen.status_at, chosen.version = ChosenStatus.WISH, at, chosen.version + 1
        chosen.save(update_fields=["status", "status_at", "version"])
        ChosenMark.objects.create(
            table_id=chosen.table_id,
            municipality_id=chosen.municipality_id,
            chosen=chosen,
            status=chosen.status,
            at=at,
            by_id=by.pk,
            why=_("Tilbuddet findes ikke mere."),
        )
    return told
