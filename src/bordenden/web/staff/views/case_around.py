"""Rundt om planen: whom she can call, how they keep in touch, the mentor's role, and how many professionals."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from bordenden.access import acts
from bordenden.access.acts import Act
from bordenden.pathways.queries import at_the_head
from bordenden.plans import queries
from bordenden.plans.words import ContactRole
from bordenden.web.parts.around import contact_part, form_line, kept_part, role_part, turn_words
from bordenden.web.parts.names import given_names
from bordenden.web.parts.said_when import whose
from bordenden.web.staff.staff_door import only_staff
from bordenden.web.staff.views.case import Way
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.plans.models import Plan
    from bordenden.plans.queries import Contact


@opens(acts.PLAN_READ)
def case_around(visit: Visit["Plan"], plan: UUID) -> HttpResponse:
    """To read; what may be written has its own pages."""
    reached = visit.reach(plan, "table", "owner")
    only_staff(visit, reached)
    name = name_of(reached, visit)
    listed = queries.all_contacts_of(plan=reached, at=visit.at)
    mentors = [one for one in listed if one.role == ContactRole.MENTOR]
    role = queries.mentor_role_of(plan=reached, at=visit.at) if mentors else None
    proposed = queries.proposed_contact(plan=reached)
    around = queries.professionals_of(plan=reached, at=visit.at)
    context = {
        "name": name,
        "owner": whose(name),
        "plan": plan,
        "turn": turn_words(queries.awaited(plan=reached), staff="", her=name),
        "contacts": [contact_part(one, hers=False) for one in listed if not one.taken_off],
        "gaps": _gaps(mentors, name, lacks_role=bool(mentors) and role is None),
        "kept": kept_part(reached, at=visit.at, name=name),
        "proposed": form_line(proposed) if proposed else "",
        "mentor": mentors[0].name if mentors else "",
        "role": role_part(role) if role else None,
        "around": around,
        "ways": _ways(visit, reached, uses_team=around.uses_team, mentor=bool(mentors)),
    }
    return visit.show("staff/case_around.html", context)


def name_of(plan: "Plan", visit: Visit["Plan"]) -> str:
    """The given name of whoever the plan is about; a family's heads are asked for."""
    return given_names([plan.owner] if plan.owner else at_the_head(table=plan.table, at=visit.at))


def _gaps(mentors: "list[Contact]", name: str, *, lacks_role: bool) -> list[str]:
    """What somebody has to see to, one line each."""
    unreachable = [one.name for one in mentors if one.lacks]
    said = [
        _("%(name)s kan ikke ringe til %(mentor)s: telefon eller træffetid mangler. Bed %(mentor)s skrive det.")
        % {"name": name, "mentor": mentor}
        for mentor in unreachable
    ]
    return [*said, _("Planen siger ikke, hvad mentoren er der for.")] if lacks_role else said


def _ways(visit: Visit["Plan"], plan: "Plan", *, uses_team: bool, mentor: bool) -> list[Way]:
    """The pages on which one may write, as far as their acts are open."""
    pages: list[tuple[Act[Plan], str, str, bool]] = [
        (acts.PLAN_CONTACT_SET, "case_plan_contact", _("Skriv en på listen"), True),
        (acts.CONTACT_FORM_PROPOSE, "contact_form_propose", _("Foreslå, hvordan I holder kontakt"), True),
        (acts.MENTOR_ROLE_WRITE, "mentor_role", _("Skriv, hvad mentoren er der for"), mentor),
        (acts.GUIDANCE_NOTE, "guidance_note", _("Samarbejdet med uddannelsesvejledningen"), True),
        (acts.TEAM_ADVISE, "team_advice", _("Det, teamet anbefaler"), uses_team),
        (acts.PART_APPROVE, "part_approve", _("Stå inde for din del af planen"), True),
    ]
    return [
        Way(words, reverse(page, args=(plan.pk,)))
        for act, page, words, here in pages
        if here and visit.may(act, plan)
    ]
