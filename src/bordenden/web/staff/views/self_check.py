"""Min egen del: did I work with, and not for? For his own eyes, in codes alone."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.meetings import actions, queries
from bordenden.meetings.words import Check
from bordenden.web.staff.talk_forms import SelfCheckForm
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.meetings.models import Conversation


@opens(acts.CONVERSATION_CHECK)
def self_check(visit: Visit["Conversation"], conversation: UUID) -> HttpResponse:
    """Five lines with yes, partly, no; every one may be left out."""
    form = SelfCheckForm(visit.posted)
    if form.is_valid():
        try:
            with visit.writing(conversation) as held:
                answers = form.answers()
                actions.answer_self_check(conversation=held, answers=answers, by=visit.viewer.person, at=visit.at)
            return visit.go("conversation", conversation)
        except NotPossible as refusal:
            form.add_error(None, str(refusal))
    with visit.reading():
        row = visit.reach(conversation)
        own = queries.own_check(conversation=row, person=visit.viewer.person)
        if not form.is_bound and own is not None:
            form = SelfCheckForm(initial={check.value: getattr(own, check.value) for check in Check})
        mine = queries.was_held_by(conversation=row, person=visit.viewer.person)
        return visit.show("staff/self_check.html", {"conversation": row, "mine": mine}, form)
