"""En mentor er stoppet: how many lose their mentor and what stays is said before it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.mentors import actions, queries
from bordenden.web.insight.keeper_forms import ButtonForm
from bordenden.web.insight.keeping import menu_of
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.mentors.models import MentorProfile


@opens(acts.MENTOR_KEEP)
def mentor_leaves(visit: Visit[MentorProfile], pk: UUID) -> HttpResponse:
    """A number and no names: whoever keeps the list sees no table."""
    form = ButtonForm(visit.posted)
    if form.is_valid():
        with visit.writing(pk) as held:
            actions.leaves(profile=held, by=visit.viewer.person, at=visit.at)
        return visit.go("mentor_kept", pk)
    profile = visit.reach(pk, "municipality", "person")
    context = {
        "profile": profile,
        "taken": queries.taken_by(profile=profile),
        "nav_items": menu_of(profile.municipality, "mentors_kept"),
    }
    return visit.show("insight/mentor_leaves.html", context, form)
