"""The words of conversations: where, whose, what came of an item, what the caseworker gave, whether it helped."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Where(models.TextChoices):
    """Where they will talk."""

    JOBCENTRE = "jobcentre", _("På jobcentret")
    PHONE = "phone", _("I telefonen")
    HOME = "home", _("Hjemme hos borgeren")
    ACTIVITY = "activity", _("På aktivitetsstedet")
    OUTDOORS = "outdoors", _("Ude: gåtur, café")


class Side(models.TextChoices):
    """Which side of the table: hers, or the caseworker's."""

    CITIZEN = "citizen", _("Borgeren")
    COORDINATOR = "coordinator", _("Sagsbehandleren")


class Settled(models.TextChoices):
    """What became of an item when the conversation was over; empty before that."""

    DONE = "done", _("Talt om")
    CARRIED = "carried", _("Med til næste gang")


class Contribution(models.TextChoices):
    """What a caseworker gives in a conversation; the citizen is the expert in her own life."""

    MIRROR = "mirror", _("Jeg spejlede: sagde tilbage, hvad jeg hørte")
    KNOWLEDGE = "knowledge", _("Jeg delte viden")
    FACILITATE = "facilitate", _("Jeg hjalp på vej: ringede, fulgte med, åbnede en dør")


class Helped(models.TextChoices):
    """Whether the conversation helped."""

    YES = "yes", _("Ja")
    SOMEWHAT = "somewhat", _("Lidt")
    NO = "no", _("Nej")


class Extent(models.TextChoices):
    """How far something was so."""

    YES = "yes", _("Ja")
    PARTLY = "partly", _("Delvist")
    NO = "no", _("Nej")


class Check(models.TextChoices):
    """What the caseworker asks of himself afterwards: did I work with her, and not for her?"""

    WITH = "worked_with", _("Det, borgeren kunne, gjorde borgeren selv, eller vi gjorde det sammen.")
    COACHING = "coaching", _("Jeg spurgte mere, end jeg svarede.")
    MOTIVATING = "motivating", _("Vi fandt noget, borgeren selv har lyst til at prøve.")
    RECOGNISING = "recognising", _("Jeg sagde højt, hvad jeg så, at borgeren kan.")
    PACE = "her_pace", _("Det var borgerens dagsorden og borgerens tempo.")


# The topic of an item by which somebody of a family presents the own part of the plan.
OWN_PART = "own_part"
LONGEST_WORDS, LONGEST_LINE, LONGEST_TEXT = 200, 300, 4000
USUAL_MINUTES = 45
