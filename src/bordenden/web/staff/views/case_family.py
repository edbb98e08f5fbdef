"""Familiens plan, as the coordinator meets it: who is with them, how far each part is, what is common."""

from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bordenden.access import acts
from bordenden.contactlog import queries as log
from bordenden.families import queries
from bordenden.web.design.parts import Event
from bordenden.web.parts.family import common_part, how_far
from bordenden.web.parts.paging import cut
from bordenden.web.parts.said_when import day
from bordenden.web.staff.staff_door import only_staff
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.families.models import Family

VISITS = 10


@opens(acts.FAMILY_READ)
def case_family(visit: Visit["Family"], pk: UUID) -> HttpResponse:
    """No word of a part stands here; those opened for him he reads one by one."""
    family = visit.reach(pk, "table")
    only_staff(visit, family)
    sitting = queries.circle(family=family, at=visit.at, ages=visit.viewer.ages())
    rows = partial(log.visits, table=family.table)
    visits = cut(rows, visit.request.GET.get("besoeg"), size=VISITS, word="besoeg", label=_("Besøg"))
    context = {
        "visits": [Event(day(one.happened_at), _("Besøg"), _minutes(one.minutes)) for one in visits.rows],
        "visits_pager": visits.pager,
        "family": family,
        "how_far": how_far(sitting),
        "members": [_member(visit, one) for one in sitting],
        "common": common_part(family, side=visit.request.GET.get("side")),
        "may_invite": visit.may(acts.FAMILY_INVITE, family),
    }
    return visit.show("staff/case_family.html", context)


def _minutes(number: int) -> str:
    return ngettext("%(number)d minut", "%(number)d minutter", number) % {"number": number}


def _member(visit: Visit["Family"], one: queries.Sitting) -> dict[str, Any]:
    part = one.member.part
    return {
        "name": one.member.person.given_name,
        "group": one.group.label,
        "read_url": reverse("shared_part", args=(part.pk,)) if visit.may(acts.PART_READ, part) else "",
        "care_url": reverse("family_care", args=(part.pk,)) if visit.may(acts.MEMBER_CARE, part) else "",
    }
