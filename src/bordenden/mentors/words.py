"""The words of mentors: where a mentor comes from, which languages are spoken, what she said to the offer."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class MentorFrom(models.TextChoices):
    """Where a mentor comes from; anybody the municipality finds suited may be one."""

    PEER = "peer", _("Har selv prøvet det")
    VOLUNTEER = "volunteer", _("Frivillig")
    COMPANY = "company", _("Fra en arbejdsplads")
    SCHOOL = "school", _("Fra en skole")
    MUNICIPAL = "municipal", _("Ansat i kommunen")
    EXTERNAL = "external", _("Fra et firma eller en forening")


class Language(models.TextChoices):
    """A language a mentor can talk with her in; the codes are ISO 639-1."""

    DA = "da", _("Dansk")
    EN = "en", _("Engelsk")
    AR = "ar", _("Arabisk")
    SO = "so", _("Somali")
    TR = "tr", _("Tyrkisk")
    KU = "ku", _("Kurdisk")
    FA = "fa", _("Persisk")
    PL = "pl", _("Polsk")
    UK = "uk", _("Ukrainsk")
    TI = "ti", _("Tigrinya")
    # Django itself translates "Urdu", in lower case: ours has a context of its own.
    UR = "ur", pgettext_lazy("language", "Urdu")
    BS = "bs", _("Bosnisk")
    KL = "kl", _("Grønlandsk")


class OfferAnswer(models.TextChoices):
    """What she said when she was offered a mentor."""

    YES = "yes", _("Ja tak")
    LATER = "later", _("Ikke lige nu")
    NO = "no", _("Nej tak")


class Parted(models.TextChoices):
    """Why a mentor no longer sits there: nobody is asked for a reason."""

    CITIZEN = "citizen", _("Du valgte det")
    MENTOR = "mentor", _("Din mentor kan ikke mere")
    LEFT = "left", _("Din mentor er stoppet som mentor")
    COURSE = "course", _("Dit forløb er slut")


# A written agreement is for six months at most, and may be renewed (domain.md section 5, LAB chapter 26).
LONGEST_AGREEMENT_MONTHS = 6
# So many days before its last day it is time to talk about whether to renew it.
ENDS_SOON_DAYS = 14
# Whoever has been in a course so long without being offered a mentor is offered one by the municipality itself.
OFFERED_AT_LATEST_DAYS = 14
MOST_AT_ONCE = 30
LONGEST_ABOUT, LONGEST_BACKGROUND, LONGEST_HOURS, LONGEST_NOTE = 600, 300, 120, 4000
