"""Beskriv en mentor: somebody who is one already, or somebody new here; nobody is shown it yet."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.mentors import actions, queries
from bordenden.web.insight.keeping import keeper_menu
from bordenden.web.insight.kept_drafts import drafts_beside
from bordenden.web.insight.mentor_forms import NewMentorForm
from bordenden.web.parts.mentor_fields import WORDS
from bordenden.web.threshold.drafting import close_draft, drafts_of
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.mentors.models import MentorProfile
    from bordenden.offers.models import Catalogue
    from bordenden.people.models import Person

DRAFT = "mentor.new"
# Whoever is described leaves the list, so those after them come up.
LISTED = 100


@opens(acts.MENTORS_KEEP)
def mentor_new(visit: Visit[Catalogue], pk: UUID) -> HttpResponse:
    """One form for both: the list of those who sit as mentors is shown where there are any."""
    with visit.reading():
        thing = visit.reach(pk, "municipality")
        form = NewMentorForm(visit.posted, _known(visit, thing))
        valid = form.is_valid()
    if valid:
        with form.heeding(visit), visit.writing(pk) as held:
            made = _written(visit, held, form)
            close_draft(visit)
            return visit.go("mentor_kept", made.pk)
    with visit.reading():
        context = {
            "catalogue": thing,
            "nav_items": keeper_menu(pk, "mentors_kept"),
            **drafts_beside(visit, form, DRAFT, thing, texts=("given_name", *WORDS), new=True),
        }
        return visit.show("insight/mentor_new.html", context, form)


def _known(visit: Visit[Catalogue], thing: Catalogue) -> list[Person]:
    """Who is mentor and not described yet; and whom this very form has described, where it is sent again."""
    known = list(queries.without_profile(municipality=thing.municipality, most=LISTED))
    try:
        key = UUID(str((visit.posted or {"form_key": ""}).get("form_key", "")))
    except ValueError:
        return known
    again = queries.all_profiles(municipality=thing.municipality).filter(form_key=key).first()
    return [*known, again.person] if again else known


def _written(visit: Visit[Catalogue], held: Catalogue, form: NewMentorForm) -> MentorProfile:
    by, at, key, called = visit.viewer.person, visit.at, form.cleaned_data["form_key"], form.called
    if form.chosen is None:
        return actions.register_mentor(
            municipality=held.municipality, called=called, described=form.said, form_key=key, by=by, at=at
        )
    if called.phone:
        actions.call_at(person=form.chosen, phone=called.phone, reachable=called.reachable, by=by, at=at)
    return actions.open_profile(person=form.chosen, described=form.said, form_key=key, by=by, at=at)


mentor_new_draft = drafts_of(mentor_new, DRAFT)
