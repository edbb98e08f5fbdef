"""The words of the contact log: channel, direction, initiator, place and what came of it."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Channel(models.TextChoices):
    """How the contact was had."""

    PHONE = "phone", _("Telefon")
    MEETING = "meeting", _("Møde")
    TEXT = "text", _("Sms")
    LETTER = "letter", _("Brev eller Digital Post")
    VISIT = "visit", _("Besøg")


class Direction(models.TextChoices):
    """Which way the contact went, seen from the municipality."""

    IN = "in", _("Fra borgeren")
    OUT = "out", _("Til borgeren")


class Initiator(models.TextChoices):
    """Who took the first step."""

    CITIZEN = "citizen", _("Borgeren")
    STAFF = "staff", _("Os")
    OTHER = "other", _("En anden")


class Place(models.TextChoices):
    """Where it took place."""

    REMOTE = "remote", _("Hver for sig")
    JOBCENTRE = "jobcentre", _("Jobcentret")
    HOME = "home", _("Hjemme hos borgeren")
    ACTIVITY = "activity", _("På aktivitetsstedet")
    OUTDOORS = "outdoors", _("Ude: gåtur, café")


class Outcome(models.TextChoices):
    """What came of it. An absence is met with care, never with a sanction."""

    REACHED = "reached", _("Vi fik talt sammen")
    NO_ANSWER = "no_answer", _("Vi nåede ikke hinanden")
    ABSENT = "absent", _("Borgeren kom ikke")
