"""All that writes about offers: the catalogue and its starter set, what is around it, and the lines."""

from bordenden.offers.actions.around import say_need, show_offers, take_back_need
from bordenden.offers.actions.catalogue import (
    OfferSaid,
    as_said,
    begin_catalogue,
    change_offer,
    copy_starters,
    open_catalogue,
    publish,
    withdraw,
    write_offer,
)
from bordenden.offers.actions.events import EventSaid, cancel_event, change_event, publish_event, write_event
from bordenden.offers.actions.keeping_hers import attend, lay_back, lay_beside, save, unsave
from bordenden.offers.actions.library import (
    change_material,
    copy_materials,
    publish_material,
    withdraw_material,
    write_material,
)
from bordenden.offers.actions.lines import decline, end_place, join, leave, let_go, prioritise, take
from bordenden.offers.actions.places import give_places, hold_line, pass_on
from bordenden.offers.actions.reading import BrokenStarter
from bordenden.offers.actions.starting import SHIPPED, Imported, import_starter

__all__ = [
    "SHIPPED",
    "BrokenStarter",
    "EventSaid",
    "Imported",
    "OfferSaid",
    "as_said",
    "attend",
    "begin_catalogue",
    "cancel_event",
    "change_event",
    "change_material",
    "change_offer",
    "copy_materials",
    "copy_starters",
    "decline",
    "end_place",
    "give_places",
    "hold_line",
    "import_starter",
    "join",
    "lay_back",
    "lay_beside",
    "leave",
    "let_go",
    "open_catalogue",
    "pass_on",
    "prioritise",
    "publish",
    "publish_event",
    "publish_material",
    "save",
    "say_need",
    "show_offers",
    "take",
    "take_back_need",
    "unsave",
    "withdraw",
    "withdraw_material",
    "write_event",
    "write_material",
    "write_offer",
]
