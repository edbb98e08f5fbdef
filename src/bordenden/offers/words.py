"""The words of offers: areas, kinds, who provides them, and the waiting list."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Area(models.TextChoices):
    """The part of life an offer is about; the national four, that every catalogue must fill."""

    EMPLOYMENT = "employment", _("Job")
    EDUCATION = "education", _("Uddannelse")
    SOCIAL = "social", _("Hverdag og familie")
    HEALTH = "health", _("Sundhed")


class OfferKind(models.TextChoices):
    """Something she takes part in, or somebody she gets help from."""

    ACTIVITY = "activity", _("Noget at være med i")
    PERSON = "person", _("Et menneske, der hjælper")


class Category(models.TextChoices):
    """What within an area an offer is about, and what she may say she misses."""

    PLACEMENT = "placement", _("Prøv et arbejde")
    COMPANY = "company", _("Find en arbejdsplads")
    BRIDGING = "bridging", _("Prøv en uddannelse")
    BASICS = "basics", _("Læse, skrive og regne")
    GUIDANCE = "guidance", _("Tal om uddannelse")
    EVERYDAY = "everyday", _("Støtte i hverdagen")
    MENTOR = "mentor", _("En mentor")
    FAMILY = "family", _("Familie og børn")
    SUBSTANCES = "substances", _("Alkohol og stoffer")
    HOUSING = "housing", _("Et sted at bo")
    ECONOMY = "economy", _("Penge og gæld")
    NETWORK = "network", _("Mennesker og fællesskab")
    HEALTH_TALK = "health_talk", _("Tal om dit helbred")
    COPING = "coping", _("Smerter og svære tanker")
    PSYCHIATRY = "psychiatry", _("Støtte, når sindet er sårbart")
    BODY = "body", _("Søvn, mad og bevægelse")
    OTHER = "other", _("Noget andet")


class ProviderKind(models.TextChoices):
    """Who stands behind an offer."""

    MUNICIPAL = "municipal", _("Kommunen")
    REGION = "region", _("Regionen")
    PRIVATE = "private", _("Privat")
    CIVIL = "civil", _("Forening eller frivillige")


class WaitingState(models.TextChoices):
    """Where somebody is in the line for one offer."""

    WAITING = "waiting", _("Venter på en plads")
    OFFERED = "offered", _("Har fået en plads tilbudt")
    TAKEN = "taken", _("Har sagt ja til pladsen")
    DECLINED = "declined", _("Har sagt nej til pladsen")
    PASSED_ON = "passed_on", _("Fristen gik, og pladsen gik videre")
    LEFT = "left", _("Er gået ud af køen")
    ENDED = "ended", _("Er færdig, og pladsen er fri")
    WITHDRAWN = "withdrawn", _("Tilbuddet findes ikke mere")


# Which categories an area holds; "other" fits in each.
IN_AREA = {
    Area.EMPLOYMENT: (Category.PLACEMENT, Category.COMPANY, Category.OTHER),
    Area.EDUCATION: (Category.BRIDGING, Category.BASICS, Category.GUIDANCE, Category.OTHER),
    Area.SOCIAL: (
        Category.EVERYDAY,
        Category.MENTOR,
        Category.FAMILY,
        Category.SUBSTANCES,
        Category.HOUSING,
        Category.ECONOMY,
        Category.NETWORK,
        Category.OTHER,
    ),
    Area.HEALTH: (Category.HEALTH_TALK, Category.COPING, Category.PSYCHIATRY, Category.BODY, Category.OTHER),
}
# A catalogue opens, and stays, with something in each of these.
NEVER_EMPTY = (Area.EMPLOYMENT, Area.SOCIAL, Area.HEALTH)

# Whoever stands in line, and whoever holds a place (a place that is offered is held for her until its deadline).
IN_LINE = frozenset({WaitingState.WAITING})
HOLDS_A_PLACE = frozenset({WaitingState.OFFERED, WaitingState.TAKEN})
STILL_IN = IN_LINE | HOLDS_A_PLACE
DAYS_TO_ANSWER = 7
