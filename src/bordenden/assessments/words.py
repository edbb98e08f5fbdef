"""The words of assessments: which instrument is hers, and what an answer can be."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

MIN_VURDERING = "min-vurdering"


class AnswerKind(models.TextChoices):
    """What she did with a question; only `rated` carries a value."""

    RATED = "rated", _("Svaret")
    SKIPPED = "skipped", _("Sprunget over")
    DECLINED = "declined", _("Vil ikke svare")


def spoken(text: str) -> str:
    """A text of an instrument in the reader's language; as it was written where it has no translation."""
    return pgettext("instrument", text)
