"""The words of reviews: what counts as a sign of life, whether they talked, and how they go on."""

from django.db import models
from django.utils.translation import gettext_lazy as _

# So many days without any sign of life until somebody is to ask how she is, where the project says nothing else.
USUAL_DAYS = 90
FEWEST_DAYS, MOST_DAYS = 14, 365
# Nobody is written out unheard: on so many different days somebody has tried to reach her.
LEAST_TRIES = 2
LONGEST_PAUSE_DAYS = 182


class LifeSign(models.TextChoices):
    """What counts as a sign of life. This is the whole list; docs/features/stille.md says where each is found."""

    CONTACT = "contact", _("I har haft kontakt")
    STEP = "step", _("Et lille skridt")
    WORDS = "words", _("Egne ord eller et mål")
    DECISION = "decision", _("Et valg eller et ja til planen")
    SHEET = "sheet", _("Svar på en vurdering")
    TALK = "talk", _("En samtale")
    MESSAGE = "message", _("En besked")
    HELP = "help", _("Et spørgsmål")


class Heard(models.TextChoices):
    """Whether she took part in the review."""

    TOGETHER = "together", _("Vi har talt om det sammen")
    NOT_REACHED = "not_reached", _("Vi har ikke fået fat i hinanden")


class Onwards(models.TextChoices):
    """How they go on; a person decides it."""

    AS_IT_IS = "as_it_is", _("Vi går videre som nu")
    CHANGED = "changed", _("Vi går videre med en ændret plan")
    PAUSE = "pause", _("Vi holder en pause")
    END = "end", _("Vi afslutter forløbet")
