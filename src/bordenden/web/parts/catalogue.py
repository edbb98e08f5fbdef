"""A page of the catalogue as every door shows it: what was asked, what was found, and the way on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from bordenden.offers.queries import found
from bordenden.offers.words import Area
from bordenden.web.design.parts import Pager
from bordenden.web.parts.offers import OfferLine, offer_line
from bordenden.web.parts.offers_form import OffersForm
from bordenden.web.parts.paging import cut

if TYPE_CHECKING:
    from bordenden.pathways.models import Table

OFFERS_A_PAGE = 20
EVERYTHING = ("", _("Alle"))


@dataclass(frozen=True, slots=True)
class CataloguePart:
    """One page of what was found. `areas` are the big buttons: code, words, whether it is the one chosen.

    Where something was typed the pager sends it along: `number`, and whether there are pages before and after.
    """

    asked: OffersForm
    areas: tuple[tuple[str, str, bool], ...]
    lines: tuple[OfferLine, ...]
    found: int
    pager: Pager
    number: int


def catalogue_part(
    table: Table, request: HttpRequest, asked: OffersForm, *, at: datetime, link: Callable[[UUID], str]
) -> CataloguePart:
    """Two queries: how many there are, and the rows of the page."""
    rows = found(table=table, sought=asked.sought, at=at)
    sent = request.POST if request.method == "POST" else request.GET
    page = cut(rows, sent.get("side"), size=OFFERS_A_PAGE, also=asked.address_part)
    areas = [EVERYTHING, *Area.choices]
    return CataloguePart(
        asked,
        tuple((code, str(words), code == asked.area) for code, words in areas),
        tuple(offer_line(row, link(row.pk)) for row in page.rows),
        rows.count(),
        page.pager,
        page.number,
    )
