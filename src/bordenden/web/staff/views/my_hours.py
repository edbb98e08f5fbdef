"""Min telefon og træffetid: what every citizen of his reads on her first page."""

from typing import TYPE_CHECKING

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible, Stale
from bordenden.people import actions
from bordenden.web.parts.seen import both_hours
from bordenden.web.staff.hours_form import HoursForm
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.people.models import Person


@opens(acts.HOURS_SET)
def my_hours(visit: Visit["Person"]) -> HttpResponse:
    """One's own, and nobody else's: the address names nobody."""
    form = HoursForm(visit.posted)
    if form.is_valid():
        try:
            with visit.writing(visit.viewer.pk) as person:
                said = {**form.cleaned_data, "seen": form.last_seen}
                actions.set_hours(person=person, by=person, at=visit.at, **said)
            return visit.go("caseload")
        except Stale as refused:
            both_hours(form, refused)
        except NotPossible as refusal:
            form.add_error(None, str(refusal))
    with visit.reading():
        person = visit.reach(visit.viewer.pk)
        form.initial = {"phone": person.phone, "reachable": person.reachable, "seen": person.where_and_when}
        return visit.show("staff/my_hours.html", {"given_name": person.given_name, "stale": form.stale}, form)
