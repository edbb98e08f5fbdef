"""What the tests of the keeper's pages send and ask for."""

from typing import Any

from bordenden.offers.models import Catalogue, Offer
from bordenden.offers.queries import catalogue_of
from tests.cast import Cast, client_of

# Whoever may not, in one list: the citizen, her caseworker, her mentor, the neighbours' leader, evaluator, agency.
NOT_THEIRS = ("amina", "bo", "mie", "niels", "eva", "stine")
SAID: dict[str, Any] = {
    "name": "Gåtur om morgenen",
    "topic": "health:body",
    "kind": "activity",
    "about": "I går en tur sammen.",
    "for_whom": "Dig, der gerne vil ud.",
    "provider": "Sundhedshuset",
    "provider_kind": "municipal",
    "department": "health",
    "place": "Fjordparken",
    "times": "Tirsdag kl. 9",
    "starts": "04-05-2026\r\n01-06-2026",
    "capacity": "4",
    "cost": "1200",
    "legal_basis": "Sundhedsloven § 119",
    "end_criterion": "",
    "contact_name": "Dorte Hede",
    "contact_phone": "20 00 00 44",
    "contact_hours": "hverdage 9–12",
}


def fjordbys(cast: Cast) -> Catalogue:
    """The catalogue of the story."""
    found = catalogue_of(municipality=cast.fjordby)
    assert found is not None
    return found


def offer(cast: Cast, starter: str) -> Offer:
    """One of Fjordby's offers."""
    return Offer.objects.get(municipality=cast.fjordby, starter=starter)


def refused_to_others(cast: Cast, url: str) -> None:
    """404 for everybody who does not keep Fjordby's catalogue; Lis and Gry come in."""
    statuses = {name: client_of(getattr(cast, name)).get(url).status_code for name in NOT_THEIRS}
    assert statuses == dict.fromkeys(NOT_THEIRS, 404)
    assert client_of(cast.lis).get(url).status_code == 200
