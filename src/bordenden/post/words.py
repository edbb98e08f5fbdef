"""The words of letters: what they are about, which way they go, and what became of them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """What a letter is about. An e-mail says no more than that there is something to see."""

    PLACE_OFFERED = "place_offered", _("Der er en plads til dig")
    PLACE_PASSED_ON = "place_passed_on", _("Pladsen er gået videre")
    OFFER_WITHDRAWN = "offer_withdrawn", _("Et tilbud findes ikke mere")
    DECISION = "decision", _("Svar på det, du har bedt om")
    PROPOSAL = "proposal", _("Der er et forslag til dig")
    MESSAGE = "message", _("Der er en besked til dig")
    PLAN_READY = "plan_ready", _("Din plan er klar")
    HANDOVER_DUE = "handover_due", _("En plan skal gives videre på papir")
    FOLLOW_UP = "follow_up", _("Hvordan går det?")
    MENTOR_ANSWER = "mentor_answer", _("Nyt om en mentor")
    AGREEMENT_ENDS = "agreement_ends", _("En aftale slutter snart")
    STEP_DUE = "step_due", _("Et lille skridt")
    NEW_CASEWORKER = "new_caseworker", _("Du har fået en ny sagsbehandler")
    FAMILY_LEFT = "family_left", _("Du er ikke med i familiens plan mere")
    JOINING = "joining", _("Vil du være med?")
    COURSE_STOPPED = "course_stopped", _("Et forløb er slut")


class Way(models.TextChoices):
    """Which way a letter goes."""

    EMAIL = "email", _("E-mail")
    PAPER = "paper", _("Brev på papir")


class State(models.TextChoices):
    """What became of a letter."""

    WAITING = "waiting", _("Venter")
    SENT = "sent", _("Sendt")
    CANCELLED = "cancelled", _("Ikke længere nødvendigt")
    UNWANTED = "unwanted", _("Ikke ønsket")
    FAILED = "failed", _("Kunne ikke sendes")
