"""What the keeper does to an offer, with the plans following: the line moves, and each plan says where she stands."""

from datetime import datetime

from django.db import transaction

from bordenden.audit.actions import Actor
from bordenden.offers import actions as offers
from bordenden.offers.actions import OfferSaid
from bordenden.offers.models import Offer
from bordenden.plans.actions.choosing_steps import follow


@transaction.atomic
def change_offer(*, offer: Offer, said: OfferSaid, version: int, by: Actor, at: datetime) -> Offer:
    """As `offers.actions.change_offer`; whoever more room gives a place to reads it on her plan too."""
    changed = offers.change_offer(offer=offer, said=said, version=version, by=by, at=at)
    follow(offer=changed, at=at)
    return changed


@transaction.atomic
def withdraw_offer(*, offer: Offer, by: Actor, at: datetime) -> int:
    """As `offers.actions.withdraw`; whoever waited has it as a wish again, with the reason. Gives how many were told.

    It is no decision of hers, so the influence record says nothing of it.
    """
    told = offers.withdraw(offer=offer, by=by, at=at)
    follow(offer=offer, at=at)
    return told
