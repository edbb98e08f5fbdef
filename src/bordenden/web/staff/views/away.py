"""Jeg er væk: a colleague takes over at all the caseworker's own tables for some days; back again in one tap."""

from typing import TYPE_CHECKING

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.pathways import actions
from bordenden.pathways.queries import absences
from bordenden.programmes.queries import colleagues
from bordenden.web.staff.absence import END, AwayForm, absences_part
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.pathways.models import Table


@opens(acts.SUBSTITUTE_SET)
def away(visit: Visit["Table"]) -> HttpResponse:
    """Two days and a button a colleague; who stands in already, and the way back."""
    others = colleagues(of=visit.viewer.person, at=visit.at)
    if visit.request.POST.get("do") == END:
        with visit.writing_all() as tables:
            actions.end_substitution(tables=tables, by=visit.viewer.person, at=visit.at)
            return visit.go("away")
    form = AwayForm(visit.posted, colleagues=others, at=visit.at)
    if form.is_valid():
        try:
            with visit.writing_all() as tables:
                actions.stand_in(tables=tables, **form.cleaned_data, by=visit.viewer.person, at=visit.at)
                return visit.go("away")
        except NotPossible as refused:
            form.add_error(None, str(refused))
    with visit.reading():
        own = visit.reachable()
        context = {
            "colleagues": list(others),
            "absences": absences_part(absences(tables=own, at=visit.at)),
            "own": own.count(),
        }
        return visit.show("staff/away.html", context, form)
