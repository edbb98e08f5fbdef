"""The words of moving: what she answers."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class MoveAnswer(models.TextChoices):
    """Whether what is hers goes along."""

    YES = "yes", _("Ja, tag det med")
    NO = "no", _("Nej, begynd forfra")
