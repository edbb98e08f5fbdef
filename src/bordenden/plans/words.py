"""The words of plans: what she may say in her own words, and who takes a step."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class StatementKind(models.TextChoices):
    """What she says in her own words. Nobody else writes it."""

    DREAM = "dream", _("Det drømmer jeg om")
    PROBLEM = "problem", _("Det, der gør det svært")
    SOLUTION = "solution", _("Det, der kan hjælpe mig")


class StepOwner(models.TextChoices):
    """Whose step it is; hers unless she says otherwise."""

    CITIZEN = "citizen", _("Mig selv")
    COORDINATOR = "coordinator", _("Min sagsbehandler")
    MENTOR = "mentor", _("Min mentor")
