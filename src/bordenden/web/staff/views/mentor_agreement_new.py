"""Skriv aftalen med en mentor: the first, the next after it, or one that waits in other words."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.mentors import actions, queries
from bordenden.pathways.queries import at_the_head
from bordenden.plans.queries import mentor_role_of, plan_of
from bordenden.web.parts.drafts import draft_offers
from bordenden.web.parts.mentoring import terms_part
from bordenden.web.parts.names import given_names
from bordenden.web.staff.mentor_form import MentorAgreementForm, proposed
from bordenden.web.threshold.drafting import close_draft, draft_address, draft_for, drafts_of
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from datetime import datetime

    from bordenden.mentors.models import MentorAgreement
    from bordenden.pathways.models import Seat, Table
    from bordenden.plans.models import MentorRole

DRAFT = "mentor_agreement"


@opens(acts.MENTOR_AGREEMENT_WRITE)
def mentor_agreement_new(visit: Visit[Table], table: UUID) -> HttpResponse:
    """Nothing counts before she and the mentor say yes to it."""
    form = MentorAgreementForm(visit.posted)
    if form.is_valid():
        with form.heeding(visit, newer="hours"), visit.writing(table) as held:
            _write(visit, held, form)
            close_draft(visit)
            return visit.go("case_mentor", table)
    with visit.reading():
        reached = visit.reach(table)
        seat = queries.mentor_of(table=reached, at=visit.at)
        rows = tuple(queries.agreements_of(seat=seat)[:1]) if seat else ()
        newest = rows[0] if rows else None
        if form.stale and newest:
            form.beside(newest)
        standing = queries.agreement_of(seat=seat) if seat and newest else None
        drafted = None if form.is_bound or seat is None else draft_for(visit, DRAFT, seat)
        if drafted and seat:
            begins = proposed(standing, _role(reached, seat), visit.at)
            version = newest.version if newest else 0
            form = MentorAgreementForm(initial=drafted.initial(**begins, version=version, seat=seat.pk))
        context = {
            "name": given_names(at_the_head(table=reached, at=visit.at)),
            "table": table,
            "mentor": seat.person.given_name if seat else "",
            **_seen(standing, visit.at),
            "stale": form.stale,
            "offers": draft_offers(drafted, texts=("words", "tasks"), draft_url=draft_address(visit), seen=visit.at),
            "draft_url": draft_address(visit),
        }
        return visit.show("staff/mentor_agreement_new.html", context, form)


def _write(visit: Visit[Table], table: Table, form: MentorAgreementForm) -> None:
    seat = queries.mentor_of(table=table, at=visit.at)
    if seat is None:
        raise NotPossible(_("Mentoren sidder ikke længere ved bordet."))
    if seat.pk != form.cleaned_data["seat"]:
        raise NotPossible(_("Der er valgt en anden mentor, mens du skrev. Åbn siden igen."))
    actions.write_agreement(
        seat=seat,
        terms=form.terms(),
        version=form.cleaned_data["version"],
        form_key=form.cleaned_data["form_key"],
        by=visit.viewer.person,
        at=visit.at,
    )


def _role(table: Table, seat: Seat) -> MentorRole | None:
    """What the plan says this mentor is there for."""
    plan = plan_of(table=table)
    role = mentor_role_of(plan=plan) if plan else None
    return role if role is not None and role.mentor_id == seat.person_id else None


def _seen(standing: MentorAgreement | None, at: datetime) -> dict[str, object]:
    """What stands before the writer: one agreed to, that goes on until its last day, or what is wanted otherwise."""
    terms = terms_part(standing, at=at) if standing else None
    return {
        "renews": terms if terms and terms.agreed else None,
        "rewrites": terms is not None and not terms.agreed,
        "wanted": terms.wanted if terms else "",
        "wanted_by_her": terms is not None and terms.wanted_by_her,
    }


mentor_agreement_new_draft = drafts_of(mentor_agreement_new, DRAFT)
