"""Vikar hos én borger: the same as being away, at one table."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.pathways import actions
from bordenden.pathways.queries import absences, at_the_head
from bordenden.programmes.queries import colleagues
from bordenden.web.parts.names import given_names
from bordenden.web.staff.absence import END, AwayForm, absences_part
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.pathways.models import Table


@opens(acts.SUBSTITUTE_SET)
def substitute(visit: Visit["Table"], table: UUID) -> HttpResponse:
    """Two days and a button a colleague, for this citizen alone."""
    others = colleagues(of=visit.viewer.person, at=visit.at)
    if visit.request.POST.get("do") == END:
        with visit.writing(table) as reached:
            actions.end_substitution(tables=[reached], by=visit.viewer.person, at=visit.at)
            return visit.go("substitute", table)
    form = AwayForm(visit.posted, colleagues=others, at=visit.at)
    if form.is_valid():
        try:
            with visit.writing(table) as reached:
                actions.stand_in(tables=[reached], **form.cleaned_data, by=visit.viewer.person, at=visit.at)
                return visit.go("substitute", table)
        except NotPossible as refused:
            form.add_error(None, str(refused))
    with visit.reading():
        reached = visit.reach(table)
        context = {
            "table": reached,
            "name": given_names(at_the_head(table=reached, at=visit.at)),
            "colleagues": list(others),
            "absences": absences_part(absences(tables=visit.reachable().filter(pk=reached.pk), at=visit.at)),
        }
        return visit.show("staff/substitute.html", context, form)
