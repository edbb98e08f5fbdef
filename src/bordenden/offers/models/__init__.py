"""Tables of offers: the catalogue, and the lines of those who wait."""

from bordenden.offers.models.catalogue import Offer
from bordenden.offers.models.lines import Waiting, WaitingMark

__all__ = ["Offer", "Waiting", "WaitingMark"]
