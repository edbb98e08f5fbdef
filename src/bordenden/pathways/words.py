"""The words of pathways: who sits at a table and why one leaves it, which rooms it has, how a course ends."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SeatRole(models.TextChoices):
    """Who somebody is at one table."""

    HEAD = "head", _("For bordenden")
    COORDINATOR = "coordinator", _("Koordinerende sagsbehandler")
    MENTOR = "mentor", _("Mentor")
    GUEST = "guest", _("Gæst")
    SUBSTITUTE = "substitute", _("Vikar")
    # A child for bordenden in the family's plan: nothing of what a head opens of a case.
    FAMILY = "family", _("For bordenden i familien")
    # Sees for a time whether the work is done well: to read, on days that always end, drawn by lot and never by name.
    SUPERVISOR = "supervisor", _("Faglig leder")


class Room(models.TextChoices):
    """What the citizen may open for somebody, one at a time."""

    PLAN = "plan", _("Min plan")
    DEVELOPMENT = "development", _("Min udvikling")
    CONTACTS = "contacts", _("Vores kontakt")


class ExitReason(models.TextChoices):
    """How a course ended; the first eight stand in the seed's own order (Jobcenter Aalborg)."""

    LEFT_BY_CHOICE = "left_by_choice", _("Borgeren har valgt at forlade projektet")
    FLEXJOB = "flexjob", _("Fleksjob")
    MOVED = "moved_municipality", _("Flytning til anden kommune")
    IMPRISONMENT = "imprisonment", _("Fængsel")
    ORDINARY_EDUCATION = "ordinary_education", _("Ordinær uddannelse")
    ORDINARY_JOB = "ordinary_job", _("Ordinært job")
    REHABILITATION = "rehabilitation", _("Revalidering")
    DISCHARGED = "discharged_by_caseworker", _("Udskrevet af sagsbehandler")
    DISABILITY_PENSION = "disability_pension", _("Førtidspension")
    RESOURCE_PROGRAMME = "resource_programme", _("Ressourceforløb")
    SICK = "sick", _("Sygdom")
    PARENTAL = "parental", _("Barsel")
    PENSION_AGE = "pension_age", _("Folkepension")
    DEATH = "death", _("Dødsfald")
    PROJECT_END = "project_end", _("Projektet er slut")
    OTHER = "other", _("Andet")


# Where she works or learns afterwards, and how many hours a week, is asked of these and of no others.
GOES_TO_A_PLACE = (ExitReason.ORDINARY_JOB, ExitReason.FLEXJOB, ExitReason.ORDINARY_EDUCATION)


class Decider(models.TextChoices):
    """Who decided that a course should end."""

    CITIZEN = "citizen", _("Borgeren")
    TOGETHER = "together", _("Borgeren og sagsbehandleren sammen")
    CASEWORKER = "caseworker", _("Sagsbehandleren")
    EVENT = "event", _("Ingen: det skete")


class LeavingReason(models.TextChoices):
    """Why one caseworker leaves a table and another sits down."""

    NEW_WORK = "new_work", _("Har fået andet arbejde")
    LONG_AWAY = "long_away", _("Er væk i lang tid")
    TOO_MANY = "too_many", _("Har for mange borgere")
    HER_WISH = "her_wish", _("Borgeren har ønsket det")
    MATCH = "match", _("En anden passer bedre til opgaven")
    ORGANISATION = "organisation", _("Arbejdet er delt på en ny måde")
    OTHER = "other", _("Andet")
