"""The words of the contact log: channel, direction, place, what came of it, what is usual; what help is asked for."""

from enum import StrEnum, auto

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
    """What came of it. Only `REACHED` counts as contact; an absence is met with care."""

    REACHED = "reached", _("Vi fik kontakt")
    SENT = "sent", _("Sendt, intet svar endnu")
    NO_ANSWER = "no_answer", _("Vi nåede ikke hinanden")
    ABSENT = "absent", _("Borgeren kom ikke")


class HelpKind(models.TextChoices):
    """What she asks for: a call, an answer to something she wonders about, or an answer to something else."""

    CALL_ME = "call_me", _("Ring til mig")
    WONDER = "wonder", _("Noget, jeg undrer mig over")
    OTHER = "other", _("Et spørgsmål")


class Topic(models.TextChoices):
    """What a contact was about: a few words that are the same everywhere, so that they can be counted."""

    PLAN = "plan", _("Mål og plan")
    WORK = "work", _("Arbejde og praktik")
    EDUCATION = "education", _("Uddannelse")
    HEALTH = "health", _("Helbred")
    EVERYDAY = "everyday", _("Hverdag")
    FAMILY = "family", _("Familie og netværk")
    MONEY = "money", _("Økonomi og bolig")
    RULES = "rules", _("Regler og rettigheder")


class Urgency(models.TextChoices):
    """Whether an answer can wait as answers usually do (docs/domain.md 3: adapted response time)."""

    NONE = "none", _("Nej")
    PLACEMENT_FOUND = "placement_found", _("Har fundet en plads")
    AT_RISK = "at_risk", _("Plads eller job er i fare")


class CopyFormat(models.TextChoices):
    """How a note left for the municipality's journal."""

    TEXT = "text", _("Tekst")
    PDF = "pdf", _("PDF")


class Turn(StrEnum):
    """Who the table waits for after its newest contact."""

    CARE = auto()
    OURS = auto()
    TRY = auto()
    WAITING = auto()
    NONE = auto()


# What a thirty-second entry leaves out is what is usual; all of it can be changed under "Mere".
WRITTEN = frozenset({Channel.TEXT, Channel.LETTER})
USUAL_PLACE: dict[Channel, Place] = {
    Channel.PHONE: Place.REMOTE,
    Channel.MEETING: Place.JOBCENTRE,
    Channel.TEXT: Place.REMOTE,
    Channel.LETTER: Place.REMOTE,
    Channel.VISIT: Place.HOME,
}
USUAL_MINUTES: dict[Channel, int] = {
    Channel.PHONE: 10,
    Channel.MEETING: 45,
    Channel.TEXT: 5,
    Channel.LETTER: 10,
    Channel.VISIT: 60,
}
USUAL_INITIATOR: dict[Direction, Initiator] = {
    Direction.IN: Initiator.CITIZEN,
    Direction.OUT: Initiator.STAFF,
}


def asks(channel: Channel, direction: Direction, outcome: Outcome) -> bool:
    """Whether the citizen waits for us after such a contact: she wrote, or she called and got nobody."""
    return direction == Direction.IN and (
        outcome == Outcome.NO_ANSWER or (outcome != Outcome.ABSENT and channel in WRITTEN)
    )


def usual_outcome(channel: Channel, direction: Direction) -> Outcome:
    """A text or letter that went out has reached nobody yet; every other contact did."""
    return Outcome.SENT if direction == Direction.OUT and channel in WRITTEN else Outcome.REACHED


def usual_minutes(channel: Channel, outcome: Outcome) -> int:
    """The usual length of such a contact; no time was spent together where nobody met."""
    return 0 if outcome in {Outcome.NO_ANSWER, Outcome.ABSENT} else USUAL_MINUTES[channel]


# When she is answered at the latest, in working days after she asked. To find out who looked, and why, takes longer.
ANSWERED_IN_WORKING_DAYS: dict[HelpKind, int] = {HelpKind.CALL_ME: 1, HelpKind.OTHER: 2}
WONDER_ANSWERED_IN_DAYS = 14
