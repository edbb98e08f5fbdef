"""Min plan eller familiens? Somebody at the head begins a plan with the family."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.families import actions, queries
from bordenden.foundation.rules import NotPossible
from bordenden.web.citizen.family_forms import FamilyForm
from bordenden.web.parts.reader import reader_of
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.pathways.models import Table


@opens(acts.FAMILY_BEGIN)
def family_begin(visit: Visit[Table], pk: UUID) -> HttpResponse:
    """What they call themselves, and it is begun; who has a family is led to it."""
    form, by = FamilyForm(visit.posted), visit.viewer.person
    if form.is_valid():
        try:
            with visit.writing(pk) as table:
                family = actions.begin_family(table=table, by=by, at=visit.at, **form.cleaned_data)
            return visit.go("family", family.pk)
        except NotPossible as refusal:
            form.refuse(refusal)
    with visit.reading():
        table = visit.reach(pk)
        mine = queries.families_of(person=by, at=visit.at)
        context = {"table": table.pk, "mine": mine[:1], "reader": reader_of(table, visit.at)}
        return visit.show("citizen/family_begin.html", context, form)
