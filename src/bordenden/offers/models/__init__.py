"""Tables of offers: the catalogue and what is around it, and the lines of those who wait."""

from bordenden.offers.models.around import Need, Presentation
from bordenden.offers.models.catalogue import Offer, found_by
from bordenden.offers.models.hers import Attending, Saved
from bordenden.offers.models.keeping import Catalogue, Event, Material, StartDate
from bordenden.offers.models.lines import Waiting, WaitingMark

__all__ = [
    "Attending",
    "Catalogue",
    "Event",
    "Material",
    "Need",
    "Offer",
    "Presentation",
    "Saved",
    "StartDate",
    "Waiting",
    "WaitingMark",
    "found_by",
]
