"""The words of assessments: what an instrument is for, its areas, what an answer can be, and who may see a sheet."""

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

MIN_VURDERING: Final = "min-vurdering"
MIN_TRIVSEL: Final = "min-trivsel"
CASEWORKERS_VIEW: Final = "sagsbehandlerens-blik"


class Purpose(models.TextChoices):
    """What an instrument is for; the first two are hers, the third is the caseworker's beside hers."""

    SITUATION = "situation", _("Min vurdering")
    WELLBEING = "wellbeing", _("Min trivsel")
    CASEWORKER = "caseworker", _("Sagsbehandlerens blik")


# The code of the one common instrument of each purpose.
CODES: Final = {
    Purpose.SITUATION: MIN_VURDERING,
    Purpose.WELLBEING: MIN_TRIVSEL,
    Purpose.CASEWORKER: CASEWORKERS_VIEW,
}


class Area(models.TextChoices):
    """The part of life a question belongs to (domain.md 1); area means are for staff and evaluation figures."""

    WORK = "work", _("Job eller uddannelse")
    HEALTH = "health", _("Helbred")
    EVERYDAY = "everyday", _("Hverdag")
    SELF = "self", _("Mig selv")
    COOPERATION = "cooperation", _("Samarbejde")
    WELLBEING = "wellbeing", _("Trivsel")
    LOCAL = "local", _("Spørgsmål fra kommunen")


class AnswerKind(models.TextChoices):
    """What she did with a question; only `rated` carries a value."""

    RATED = "rated", _("Svaret")
    SKIPPED = "skipped", _("Sprunget over")
    DECLINED = "declined", _("Vil ikke svare")


class Sharing(models.TextChoices):
    """What she decided about a finished sheet. Closed is the default: nobody but she sees it."""

    KEPT = "kept", _("Behold det selv")
    MEETING = "meeting", _("Vis det, når vi mødes")
    SENT = "sent", _("Send det")


def spoken(text: str) -> str:
    """A text of an instrument in the reader's language; as it was written where it has no translation."""
    return pgettext("instrument", text)
