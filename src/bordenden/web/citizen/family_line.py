"""A new common line of a family's plan: a goal or a step, with who takes it on. Both pages are made of this."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol
from uuid import UUID

from django.http import HttpResponse

from bordenden.families import queries
from bordenden.foundation.rules import NotPossible
from bordenden.web.citizen.family_forms import LineForm
from bordenden.web.parts.reader import family_and
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from datetime import datetime

    from bordenden.families.models import Family, Member, Undertaking
    from bordenden.people.models import Person


class SetsALine(Protocol):
    """The action of the page."""

    def __call__(
        self,
        *,
        family: Family,
        words: str,
        member: Member,
        supporters: str,
        form_key: UUID,
        by: Person,
        at: datetime,
    ) -> Undertaking: ...


def line_new(visit: Visit[Family], pk: UUID, set_line: SetsALine, template: str) -> HttpResponse:
    """The page with its form, or on to the family's plan when it is set."""
    with visit.reading():
        family = visit.reach(pk)
        members = {str(one.pk): one for one in queries.at_the_table(family=family, at=visit.at)}
        reader = family_and(family, visit.at)
    form = LineForm(visit.posted, members=[(key, one.person.given_name) for key, one in members.items()])
    if form.is_valid():
        try:
            sent = form.cleaned_data
            sent["member"] = members[sent["member"]]
            with visit.writing(pk) as held:
                set_line(family=held, by=visit.viewer.person, at=visit.at, **sent)
            return visit.go("family", pk)
        except NotPossible as refusal:
            form.refuse(refusal)
    return visit.show(template, {"family": family, "reader": reader}, form)
