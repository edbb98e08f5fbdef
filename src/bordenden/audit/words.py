"""What kinds of entry the audit knows."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """What was done. A list look is stored once per viewer, table, act and hour; everything else always."""

    LOOK = "look", _("Set")
    LIST = "list", _("Set på en liste")
    WRITE = "write", _("Skrevet")
    EXPORT = "export", _("Hentet ud")
    LOGIN = "login", _("Logget ind")


LOOKS = (Kind.LOOK, Kind.LIST, Kind.EXPORT)
