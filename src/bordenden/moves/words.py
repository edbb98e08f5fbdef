"""The words of moving: what she answers, and how long what goes along lies ready."""

from datetime import timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

# Nobody has received it by then: it is deleted there. Everything in it stands at the closed table, hers to read.
LIES_READY = timedelta(days=365)


class MoveAnswer(models.TextChoices):
    """Whether what is hers goes along."""

    YES = "yes", _("Ja, tag det med")
    NO = "no", _("Nej, begynd forfra")
