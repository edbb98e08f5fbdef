"""Efter forløbet: how it went on one day after the exit, and who says so; her own answer stands."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.utils.timezone import localdate

from bordenden.access import acts
from bordenden.followup import actions
from bordenden.foundation.rules import NotPossible
from bordenden.pathways.queries import at_the_head
from bordenden.web.parts.after_exit import known_words, when_words
from bordenden.web.parts.names import given_names
from bordenden.web.staff.follow_up_form import FollowUpForm
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.followup.models import FollowUp


@opens(acts.FOLLOW_UP_NOTE)
def follow_up(visit: Visit["FollowUp"], pk: UUID) -> HttpResponse:
    """The form; where she has answered herself, her answer and no form."""
    form = FollowUpForm(visit.posted)
    refused = False
    if form.is_valid():
        try:
            with visit.writing(pk) as held:
                actions.note(follow_up=held, by=visit.viewer.person, at=visit.at, **form.said())
                return visit.go("case", held.table_id)
        except NotPossible as refusal:
            form.add_error(None, str(refusal))
            refused = True
    with visit.reading():
        reached = visit.reach(pk, "table", "exit")
        if refused:
            form.show_what_stands(reached)
        elif not form.is_bound:
            form = FollowUpForm.shown(reached)
        context = {
            "row": reached,
            "when": when_words(reached),
            "known": known_words(reached),
            "how": reached.exit.get_reason_display(),
            "name": given_names(at_the_head(table=reached.table, at=visit.at)),
            "come": reached.due_on <= localdate(visit.at),
        }
        return visit.show("staff/follow_up.html", context, form)
