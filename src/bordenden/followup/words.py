"""The words of following up: after how many months, how it went, and who said so."""

from django.db import models
from django.utils.translation import gettext_lazy as _

# The status of one day, so many months after the last day of the course (domain.md 5.3).
MONTHS = (1, 3, 6, 12)


class Status(models.TextChoices):
    """How it went on that day."""

    ORDINARY_JOB = "ordinary_job", _("Ordinært job")
    FLEXJOB = "flexjob", _("Fleksjob")
    ORDINARY_EDUCATION = "ordinary_education", _("Ordinær uddannelse eller læreplads")
    BENEFITS = "benefits", _("På ydelse")
    BACK = "back", _("Med i projektet igen")
    OTHER = "other", _("Andet")
    UNREACHED = "unreached", _("Kunne ikke få kontakt")
    DECLINED = "declined", _("Har valgt ikke at svare")


# Where hours and a place are kept; of all else nobody asks.
AT_A_PLACE = (Status.ORDINARY_JOB, Status.FLEXJOB, Status.ORDINARY_EDUCATION)
# What nobody but she says, and what she has no reason to say.
HERS_ALONE = (Status.DECLINED,)
NOT_HERS = (Status.UNREACHED, Status.BACK)


class Teller(models.TextChoices):
    """Who said so."""

    CITIZEN = "citizen", _("Borgeren selv")
    PLACE = "place", _("Arbejdsgiveren eller skolen")
    RECORDS = "records", _("Kommunens egne oplysninger")
    NOBODY = "nobody", _("Ingen: vi fik ikke kontakt")
