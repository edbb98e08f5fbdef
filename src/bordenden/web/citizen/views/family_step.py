"""Et fælles lille skridt: somebody of the family says when it is done, and may take that back."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import Http404, HttpResponse

from bordenden.access import acts
from bordenden.families import actions
from bordenden.foundation.rules import NotPossible
from bordenden.web.citizen.plan_forms import MarkForm
from bordenden.web.parts.reader import family_and
from bordenden.web.parts.said_when import day
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.families.models import Undertaking


@opens(acts.UNDERTAKING_MARK)
def family_step(visit: Visit[Undertaking], pk: UUID) -> HttpResponse:
    """The step, who takes it, who stands by, and its mark."""
    form = MarkForm(visit.posted)
    if form.is_valid():
        try:
            with visit.writing(pk) as held:
                actions.mark_line(line=held, by=visit.viewer.person, at=visit.at, **form.cleaned_data)
            return visit.go("family", held.family_id)
        except NotPossible as refusal:
            form.refuse(refusal)
    with visit.reading():
        line = visit.reach(pk, "step", "member__person", "family")
        if line.step is None:
            raise Http404
        context = {
            "family": line.family_id,
            "words": line.step.words,
            "taken_by": line.member.person.given_name if line.member.left_at is None else "",
            "supporters": line.supporters,
            "done_on": day(line.step.done_at) if line.step.done_at else "",
            "reflection": line.step.reflection,
            "reader": family_and(line.family, visit.at),
        }
        return visit.show("citizen/family_step.html", context, form)
