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


# Whoever stands in line, and whoever holds a place (a place that is offered is held for her until its deadline).
IN_LINE = frozenset({WaitingState.WAITING})
HOLDS_A_PLACE = frozenset({WaitingState.OFFERED, WaitingState.TAKEN})
STILL_IN = IN_LINE | HOLDS_A_PLACE
DAYS_TO_ANSWER = 7
