"""Mentorens rolle: what the mentor is there for and does; every wording is kept."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.plans import actions, queries
from bordenden.web.design.parts import Event
from bordenden.web.parts.around import role_part
from bordenden.web.parts.drafts import draft_offers
from bordenden.web.parts.paging import cut
from bordenden.web.staff.around_forms import RoleForm
from bordenden.web.staff.views.case_around import name_of
from bordenden.web.threshold.drafting import close_draft, draft_address, draft_for, drafts_of
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.plans.models import Plan

DRAFT = "mentor_role"


@opens(acts.MENTOR_ROLE_WRITE)
def mentor_role(visit: Visit["Plan"], plan: UUID) -> HttpResponse:
    """The form, and below it what was written before."""
    form = RoleForm(visit.posted)
    if form.is_valid():
        with form.heeding(visit, newer="words"), visit.writing(plan) as held:
            _write(held, visit, form)
            close_draft(visit)
            return visit.go("case_around", plan)
    with visit.reading():
        reached = visit.reach(plan, "table", "owner")
        page = cut(queries.mentor_roles_of(plan=reached), visit.request.GET.get("side"))
        mentors, newest = queries.mentors_of(plan=reached, at=visit.at), queries.mentor_role_of(plan=reached)
        drafted = None if form.is_bound else draft_for(visit, DRAFT, reached, new=False)
        if drafted:
            now = {"words": newest.words, "tasks": newest.tasks} if newest else {}
            form = RoleForm(initial=drafted.initial(**now, version=newest.version if newest else 0))
        parts = [role_part(row) for row in page.rows]
        context = {
            "name": name_of(reached, visit),
            "plan": plan,
            "mentor": mentors[0].given_name if mentors else "",
            "history": [Event(part.since, f"{part.name}: {part.words}", "\n".join(part.tasks)) for part in parts],
            "pager": page.pager,
            "stale": form.stale,
            "offers": draft_offers(drafted, texts=("words", "tasks"), draft_url=draft_address(visit), seen=visit.at),
            "draft_url": draft_address(visit),
        }
        return visit.show("staff/mentor_role.html", context, form)


def _write(plan: "Plan", visit: Visit["Plan"], form: RoleForm) -> None:
    said, mentors = form.cleaned_data, queries.mentors_of(plan=plan, at=visit.at)
    if not mentors:
        raise NotPossible(_("Der sidder ingen mentor ved bordet."))
    actions.write_mentor_role(
        plan=plan,
        mentor=mentors[0],
        words=said["words"],
        tasks=said["tasks"],
        version=said["version"],
        form_key=said["form_key"],
        by=visit.viewer.person,
        at=visit.at,
    )


mentor_role_draft = drafts_of(mentor_role, DRAFT)
