"""The words of people: how somebody wants to hear that there is something to see."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Wish(models.TextChoices):
    """Which way somebody wants to hear; whatever is chosen, everything stands in the house itself."""

    EMAIL = "email", _("En mail")
    PAPER = "paper", _("Et brev på papir")
    NONE = "none", _("Ingen af delene. Jeg logger selv ind og ser efter.")
