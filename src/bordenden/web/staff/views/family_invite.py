"""En plads ved familiens bord: a grown-up among his own citizens is offered one, and says yes or not."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.families import actions, queries
from bordenden.foundation.rules import NotPossible
from bordenden.web.staff.family_forms import InviteForm
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.families.models import Family
    from bordenden.people.models import Person


@opens(acts.FAMILY_INVITE)
def family_invite(visit: Visit["Family"], pk: UUID) -> HttpResponse:
    """Only those he is coordinator of are to be chosen from; that he met their names is noted at their tables."""
    with visit.reading():
        family = visit.reach(pk)
        people = _people(visit, family)
    form = InviteForm(visit.posted, people=[(key, person.name) for key, person in people.items()])
    if form.is_valid():
        try:
            person = people[form.cleaned_data["person"]]
            with visit.writing(pk) as held:
                actions.invite(family=held, person=person, by=visit.viewer.person, at=visit.at)
            return visit.go("case_family", pk)
        except NotPossible as refusal:
            form.add_error(None, str(refusal))
    return visit.show("staff/family_invite.html", {"family": family, "people": people}, form)


def _people(visit: Visit["Family"], family: "Family") -> "dict[str, Person]":
    found = queries.who_may_be_invited(family=family, by=visit.viewer, at=visit.at)
    visit.named(found)
    return {str(seat.person_id): seat.person for seat in found}
