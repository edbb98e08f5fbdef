"""Hent en liste: a caseworker's own citizens by case number, stage and next deadline, as a file."""

from typing import TYPE_CHECKING

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.pathways.queries import by_number
from bordenden.web.staff.lists import ListForm, as_file, asked_kind, of_cases
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.pathways.models import Table


@opens(acts.CASE_LIST_TAKE)
def case_list(visit: Visit["Table"]) -> HttpResponse:
    """What the file will hold, by a number alone; a tap hands it out, and each who stands on it reads so."""
    with visit.reading():
        number = by_number(tables=visit.reachable()).count()
        form = ListForm(visit.posted, number)
        if number and visit.posted is not None and form.is_valid():
            rows = by_number(tables=visit.taken_out(form.what_for))
            return as_file(of_cases(list(rows[form.lines]), visit.at), asked_kind(visit.posted), visit.at)
        return visit.show("staff/case_list.html", {"number": number}, form)
