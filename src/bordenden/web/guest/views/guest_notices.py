"""Sådan får du besked, for whoever sits at somebody else's table: by mail or paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.utils.translation import gettext as _

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.people import actions
from bordenden.web.guest.frame import menu
from bordenden.web.parts.notices import NoticesForm, chosen_before, notices_part
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.people.models import Person


@opens(acts.NOTICES_SET)
def guest_notices(visit: Visit[Person]) -> HttpResponse:
    """One's own, and nobody else's: the address names nobody."""
    form = NoticesForm(visit.posted, hers=False, paper=True)
    if form.is_valid():
        try:
            with visit.writing(visit.viewer.pk) as person:
                actions.choose_notices(person=person, by=person, at=visit.at, **form.said)
            return visit.go("guest_notices")
        except NotPossible as refusal:
            form.add_error("email", str(refusal))
    with visit.reading():
        person = visit.reach(visit.viewer.pk)
        form.initial = chosen_before(person)
        part = notices_part(person, unsaid=_("Du har ikke valgt endnu. Indtil da får du ikke besked."))
        return visit.show("guest/guest_notices.html", {"part": part, "nav_items": menu("guest_notices")}, form)
