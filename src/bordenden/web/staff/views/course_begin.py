"""Begynd forløbet: what is still missing, one button each; and when nothing is, the begin."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.intake import actions
from bordenden.intake.queries import referral_behind
from bordenden.pathways.queries import at_the_head
from bordenden.plans import actions as plans
from bordenden.web.parts.names import given_names
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.pathways.models import Enrolment

REFUSED = 422


@opens(acts.COURSE_BEGIN)
def course_begin(visit: Visit[Enrolment], enrolment: UUID) -> HttpResponse:
    """A course that has begun, or is over, leads back to the case."""
    refused = ""
    if visit.posted is not None:
        try:
            with visit.writing(enrolment) as held:
                actions.begin_course(enrolment=held, by=visit.viewer.person, at=visit.at)
                _bring_her_hope_along(visit, held)
            return visit.go("case", held.table_id)
        except NotPossible as refusal:
            refused = str(refusal)
    with visit.reading():
        reached = visit.reach(enrolment, "table")
        if reached.activated_on is not None or reached.ended_on is not None:
            return visit.go("case", reached.table_id)
        context = {
            "enrolment": reached,
            "name": given_names(at_the_head(table=reached.table, at=visit.at)),
            "refused": refused,
        }
        answer = visit.show("staff/course_begin.html", context)
        answer.status_code = REFUSED if refused else answer.status_code
        return answer


def _bring_her_hope_along(visit: Visit[Enrolment], begun: Enrolment) -> None:
    """What she said with her yes are the first words of her plan, once; what she has written there since stands."""
    referral = referral_behind(enrolment=begun)
    if referral is not None and referral.hope:
        plans.begin_with_hope(
            table=begun.table,
            hope=referral.hope,
            head=referral.candidate.person,
            pen=referral.noted_by,
            by=visit.viewer.person,
            at=visit.at,
        )
