"""What somebody is at her table, in the words she would use herself."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from bordenden.pathways.words import SeatRole

ROLES: dict[SeatRole, Promise] = {
    SeatRole.HEAD: _("for bordenden"),
    SeatRole.COORDINATOR: _("sagsbehandler"),
    SeatRole.MENTOR: _("mentor"),
    SeatRole.GUEST: _("gæst"),
    SeatRole.SUBSTITUTE: _("vikar"),
    SeatRole.FAMILY: _("for bordenden i familien"),
    SeatRole.SUPERVISOR: _("faglig leder"),
}
