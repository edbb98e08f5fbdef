"""Vælg en mentor: who has room, sifted by language and by where from; those without room folded below."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from bordenden.access import acts
from bordenden.mentors import queries
from bordenden.web.citizen.mentor_forms import MentorsForm
from bordenden.web.citizen.mentor_words import mentor_card
from bordenden.web.parts.paging import cut
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.pathways.models import Table

MENTORS_A_PAGE, FULL_A_PAGE = 20, 10
FULL = "fulde"


@opens(acts.MENTORS_READ)
def mentors(visit: Visit[Table], pk: UUID) -> HttpResponse:
    """What she looks for stands in the address as codes, and is kept nowhere."""
    table = visit.reach(pk, "municipality")
    asked = MentorsForm.of(visit.request.GET)
    seat = queries.mentor_of(table=table, at=visit.at)
    place, language, comes_from = table.municipality, asked.language, asked.comes_from
    rows = queries.to_choose(municipality=place, language=language, comes_from=comes_from)
    others = queries.without_room(municipality=place, language=language, comes_from=comes_from)
    sent, also = visit.request.GET, asked.address_part
    page = cut(rows, sent.get("side"), size=MENTORS_A_PAGE, also=also, label=_("Dem med plads"))
    full = cut(others, sent.get(FULL), size=FULL_A_PAGE, also=also, word=FULL, label=_("Dem uden plads"))
    context = {
        "table": pk,
        "asked": asked,
        "found": rows.count(),
        "cards": [mentor_card(one, seat) for one in queries.choices(page.rows)],
        "pager": page.pager,
        "full": [mentor_card(one, seat) for one in queries.choices(full.rows)],
        "full_pager": full.pager,
        "full_open": FULL in sent,
    }
    return visit.show("citizen/mentors.html", context)
