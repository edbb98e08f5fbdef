"""Rundt om mig: whom she can call, how they keep in touch, what a mentor is there for, and whose turn it is."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.plans import queries
from bordenden.plans.words import ContactRole
from bordenden.web.citizen.her_door import only_her
from bordenden.web.parts.around import (
    contact_part,
    form_line,
    kept_part,
    note_part,
    role_part,
    turn_words,
)
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.plans.models import Plan
    from bordenden.plans.queries import Contact


@opens(acts.PLAN_READ)
def around(visit: Visit[Plan], pk: UUID) -> HttpResponse:
    """All of it on one page, to read; each part has its own page to change it."""
    plan = visit.reach(pk)
    only_her(visit, plan)
    listed = queries.all_contacts_of(plan=plan, at=visit.at)
    staff, mentor = given(listed, ContactRole.COORDINATOR), given(listed, ContactRole.MENTOR)
    role = queries.mentor_role_of(plan=plan, at=visit.at) if mentor else None
    proposed, noted = queries.proposed_contact(plan=plan), queries.noted_beside(plan=plan)
    context = {
        "plan": pk,
        "table": plan.table_id,
        "turn": turn_words(queries.awaited(plan=plan), staff=staff),
        "contacts": [contact_part(one, hers=True) for one in listed if not one.taken_off],
        "kept": kept_part(plan, at=visit.at),
        "proposed": form_line(proposed) if proposed else "",
        "proposed_by": proposed.proposal.proposed_by.given_name if proposed else "",
        "staff": staff,
        "mentor": mentor,
        "role": role_part(role) if role else None,
        "notes": [note_part(note) for note in noted if not note.team],
        "advice": [note_part(note) for note in noted if note.team],
    }
    return visit.show("citizen/around.html", context)


def given(listed: list[Contact], role: ContactRole) -> str:
    """The given name of whoever sits there in the role, "" for nobody."""
    return next((one.person.given_name for one in listed if one.role == role and one.person), "")
