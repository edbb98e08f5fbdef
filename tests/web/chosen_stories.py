"""What the tests of chosen things share: Amina's by the name of its offer's starter, and the offers themselves."""

from bordenden.offers.models import Offer, Waiting
from bordenden.plans.models import Chosen
from tests.cast import Cast


def hers(cast: Cast, starter: str) -> Chosen:
    """What Amina has chosen of that offer."""
    return Chosen.objects.get(table=cast.aminas_table, offer__starter=starter)


def jens_place() -> Waiting:
    """The place Jens has been offered."""
    return Waiting.objects.get(state="offered")


def offer(cast: Cast, starter: str) -> Offer:
    """Fjordby's offer."""
    return Offer.objects.get(municipality=cast.fjordby, starter=starter)
