"""The words of programmes: tracks and offices, with their Danish labels."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Track(models.TextChoices):
    """Which way a project points; drives editions and rules."""

    EDUCATION = "udd", _("Uddannelse")
    JOB = "job", _("Job")


class OfficeRole(models.TextChoices):
    """An office is held in an organisation and never reaches a table."""

    PROJECT_LEADER = "project_leader", _("Projektleder")
    CASEWORKER = "caseworker", _("Sagsbehandler")
    AGENCY = "agency", _("Styrelsen")
    EVALUATOR = "evaluator", _("Evaluator")
    ADMINISTRATOR = "administrator", _("Administrator")
