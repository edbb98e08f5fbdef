"""What kinds of entry the audit knows, and what somebody may take a list out for."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """What was done. A list look is stored once per viewer, table, act and hour; everything else always."""

    LOOK = "look", _("Set")
    LIST = "list", _("Set på en liste")
    WRITE = "write", _("Skrevet")
    EXPORT = "export", _("Hentet ud")
    LOGIN = "login", _("Logget ind")


class Purpose(models.TextChoices):
    """What a list was taken out for: the `basis` of each of its looks, in words whoever stands on it reads."""

    DEADLINES = "purpose.deadlines", _("Holde øje med frister")
    MEETING = "purpose.meeting", _("Forberede et møde i teamet")
    WORKLOAD = "purpose.workload", _("Planlægge mit arbejde")
    OWN_SYSTEM = "purpose.own_system", _("Føre frister i kommunens eget system")


LOOKS = (Kind.LOOK, Kind.LIST, Kind.EXPORT)
