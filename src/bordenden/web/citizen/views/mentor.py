"""En mentor: what there is to know of one mentor, and the choice."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.mentors import actions, queries
from bordenden.plans.queries import plan_of, to_build_on
from bordenden.web.citizen.mentor_forms import ChooseForm
from bordenden.web.citizen.mentor_words import mentor_card, two_at_the_head
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.mentors.models import MentorProfile
    from bordenden.pathways.models import Table


@opens(acts.MENTOR_CHOOSE)
def mentor(visit: Visit[Table], pk: UUID, profile: UUID) -> HttpResponse:
    """The mentor is seated at once and sees nothing: what to open is the next thing she decides."""
    with visit.reading():
        table = visit.reach(pk, "municipality")
        one = _shown(table, profile)
        form = ChooseForm(visit.posted, asks=not _has_said(table))
    if form.is_valid():
        try:
            with visit.writing(pk) as held:
                words = form.cleaned_data.get("words", "")
                seat = actions.choose(table=held, profile=one, by=visit.viewer.person, at=visit.at, words=words)
            return visit.go("rooms", seat.pk)
        except NotPossible as refusal:
            form.refuse(refusal)
    with visit.reading():
        return visit.show("citizen/mentor.html", _context(visit, table, one), form)


def _shown(table: Table, pk: UUID) -> MentorProfile:
    """Of this municipality, shown and not gone; 404 for everybody else."""
    rows = queries.to_choose(municipality=table.municipality, with_room=False)
    found: MentorProfile = get_object_or_404(rows, pk=pk)
    return found


def _has_said(table: Table) -> bool:
    """Whether there are words of hers that the choice can build on."""
    plan = plan_of(table=table)
    return plan is not None and to_build_on(plan=plan) is not None


def _context(visit: Visit[Table], table: Table, profile: MentorProfile) -> dict[str, object]:
    seat = queries.mentor_of(table=table, at=visit.at)
    [choice] = queries.choices([profile])
    return {
        "table": table.pk,
        "card": mentor_card(choice, seat, whole=True),
        "now": seat.person.given_name if seat else "",
        "two": two_at_the_head(table, visit.at),
    }
