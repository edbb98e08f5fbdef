"""Borde, jeg sidder ved: where somebody has opened a room for the guest, or chosen her or him as mentor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from bordenden.access import acts, gate
from bordenden.mentors.queries import profile_of
from bordenden.pathways.queries import heads_of
from bordenden.web.guest.frame import menu
from bordenden.web.parts.names import given_names
from bordenden.web.parts.paging import cut, pager_of
from bordenden.web.parts.said_when import whose
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from bordenden.pathways.models import Table


@opens(acts.GUEST_TABLE_READ)
def guest_tables(visit: Visit[Table]) -> HttpResponse:
    """Each table by the name of who sits at its head."""
    page = visit.page_of(visit.reachable().order_by("opened_at", "pk"))
    tables = list(page.object_list)
    chosen = cut(_not_opened(visit), visit.request.GET.get("valgt"), word="valgt", label=_("Dig som mentor"))
    heads = heads_of(tables=[*tables, *chosen.rows], at=visit.at)
    names = {table.pk: given_names(heads.get(table.pk, [])) for table in (*tables, *chosen.rows)}
    context = {
        "rows": [(whose(names[table.pk]), reverse("guest_table", args=[table.pk])) for table in tables],
        "pager": pager_of(page),
        "chosen": [(names[table.pk], reverse("guest_mentor", args=[table.pk])) for table in chosen.rows],
        "chosen_pager": chosen.pager,
        "described": profile_of(person=visit.viewer.person) is not None,
        "nav_items": menu("guest_tables"),
    }
    return visit.show("guest/guest_tables.html", context)


def _not_opened(visit: Visit[Table]) -> QuerySet[Table]:
    """Where one was chosen as mentor and nothing is open yet."""
    mentored = gate.reachable(visit.viewer, acts.MENTORING_READ, at=visit.at)
    opened = gate.reachable(visit.viewer, acts.GUEST_TABLE_READ, at=visit.at)
    return mentored.exclude(pk__in=opened.order_by()).order_by("opened_at", "pk")
