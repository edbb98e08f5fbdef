"""Mentor: the offer and the answer, who was chosen, how it stands with the agreement, and what there was before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.utils.functional import Promise
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.mentors import actions, queries
from bordenden.mentors.actions.agreeing import FURTHEST_AHEAD
from bordenden.mentors.words import ENDS_SOON_DAYS, OfferAnswer
from bordenden.pathways.queries import at_the_head
from bordenden.web.design.parts import Event
from bordenden.web.parts.mentoring import days_words, terms_part
from bordenden.web.parts.names import given_names
from bordenden.web.parts.paging import cut
from bordenden.web.parts.said_when import day, on_day
from bordenden.web.staff.mentor_form import ONE_DAY
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.mentors.models import MentorAgreement, MentorOffering
    from bordenden.mentors.queries import Mentoring
    from bordenden.pathways.models import Seat, Table

EARLIER = 10
ANSWERED: dict[str, Promise] = {
    OfferAnswer.YES: gettext_lazy("%(name)s sagde ja tak den %(day)s."),
    OfferAnswer.LATER: gettext_lazy("%(name)s svarede “ikke lige nu” den %(day)s."),
    OfferAnswer.NO: gettext_lazy("%(name)s sagde nej tak den %(day)s."),
}
FIRST, AGAIN = "first", "again"


@dataclass(frozen=True, slots=True)
class OfferPart:
    """What was offered and answered, in lines; `may` says how the button reads, "" for none."""

    lines: tuple[str, ...]
    may: str


@opens(acts.MENTOR_OFFER)
def case_mentor(visit: Visit[Table], table: UUID) -> HttpResponse:
    """To read; and to offer."""
    refused = ""
    if visit.posted is not None:
        try:
            with visit.writing(table) as held:
                actions.offer(table=held, by=visit.viewer.person, at=visit.at)
            return visit.go("case_mentor", table)
        except NotPossible as refusal:
            refused = str(refusal)
    with visit.reading():
        reached = visit.reach(table)
        name = given_names(at_the_head(table=reached, at=visit.at))
        how = queries.mentoring_of(table=reached, at=visit.at)
        context = {
            "name": name,
            "table": table,
            "offer": _offer(how, name),
            "refused": refused,
            "may_write": visit.may(acts.MENTOR_AGREEMENT_WRITE, reached),
            **_chosen(how, visit.at),
            **_before(visit, reached, how),
        }
        answer = visit.show("staff/case_mentor.html", context)
        answer.status_code = 422 if refused else 200
        return answer


def _offer(how: Mentoring, name: str) -> OfferPart:
    if how.offering is None:
        said = _("%(name)s er ikke tilbudt en mentor endnu.") % {"name": name}
        return OfferPart((said,) if how.seat is None else (), FIRST if how.seat is None else "")
    lines = (_offered(how.offering), _answered(how.offering, name))
    turned_down = how.seat is None and how.offering.answer in {OfferAnswer.LATER, OfferAnswer.NO}
    return OfferPart(lines, AGAIN if turned_down else "")


def _offered(offering: MentorOffering) -> str:
    on = day(offering.offered_at)
    if offering.offered_by is None:
        return _("Tilbudt den %(day)s.") % {"day": on}
    return _("Tilbudt den %(day)s af %(name)s.") % {"day": on, "name": offering.offered_by.given_name}


def _answered(offering: MentorOffering, name: str) -> str:
    if offering.answered_at is None:
        return _("%(name)s har ikke svaret endnu.") % {"name": name}
    return str(ANSWERED[offering.answer]) % {"name": name, "day": day(offering.answered_at)}


def _chosen(how: Mentoring, at: datetime) -> dict[str, object]:
    """Who was chosen, the agreement that counts, and the one that waits, None where there is none."""
    if how.seat is None:
        return {"mentor": None, "counts": None, "waits": None, "soon": False, "since": "", "renew_from": ""}
    newest, standing = how.agreement, how.standing
    waits = newest if newest is not None and not newest.agreed else None
    counts = standing or (newest if newest is not None and newest.agreed else None)
    return {
        "mentor": how.seat.person,
        "since": day(how.seat.starts_at),
        "counts": terms_part(counts, at=at) if counts else None,
        "waits": terms_part(waits, at=at) if waits else None,
        "soon": counts is not None and waits is None and _soon(counts, newest, at),
        "renew_from": _renew_from(newest, at) if newest is not None and waits is None else "",
    }


def _soon(counts: MentorAgreement, newest: MentorAgreement | None, at: datetime) -> bool:
    """Nothing newer is agreed, and it is over within two weeks, or over."""
    return newest == counts and (counts.last_on - localdate(at)).days <= ENDS_SOON_DAYS


def _renew_from(newest: MentorAgreement, at: datetime) -> str:
    """The day from which the next may be written, where that is still to come."""
    day_of_it = newest.last_on + ONE_DAY - FURTHEST_AHEAD
    return on_day(day_of_it) if day_of_it > localdate(at) else ""


def _before(visit: Visit[Table], table: Table, how: Mentoring) -> dict[str, object]:
    """Earlier agreements with this mentor, and who was mentor before; each paged by itself."""
    asked = visit.request.GET
    gone = cut(
        queries.earlier_mentors(table=table, at=visit.at),
        asked.get("mentorer"),
        size=EARLIER,
        word="mentorer",
        label=_("Tidligere mentorer"),
    )
    shown: dict[str, object] = {"gone": [_gone(seat) for seat in gone.rows], "gone_pager": gone.pager}
    if how.seat is None:
        return {**shown, "earlier": (), "earlier_pager": None}
    now = [one.pk for one in (how.agreement, how.standing) if one is not None]
    rows = queries.agreements_of(seat=how.seat).exclude(pk__in=now)
    page = cut(rows, asked.get("aftaler"), size=EARLIER, word="aftaler", label=_("Aftaler før"))
    return {**shown, "earlier": [_earlier(one) for one in page.rows], "earlier_pager": page.pager}


def _earlier(agreement: MentorAgreement) -> Event:
    how = _("Blev skrevet om") if agreement.dropped_at is not None else _("Begge sagde ja")
    said = f"{days_words(agreement)}. {agreement.hours}\n{agreement.role.words}"
    return Event(_("Skrevet %(day)s") % {"day": day(agreement.written_at)}, how, said)


def _gone(seat: Seat) -> str:
    until = day(seat.ends_at) if seat.ends_at else ""
    return _("%(name)s, fra %(first)s til %(last)s") % {
        "name": seat.person.name,
        "first": day(seat.starts_at),
        "last": until,
    }
