"""Om mig som mentor: the own words, languages and room, as whoever chooses reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404, HttpResponse

from bordenden.access import acts
from bordenden.mentors import actions, queries
from bordenden.mentors.words import MentorFrom
from bordenden.web.guest.frame import menu
from bordenden.web.guest.mentor_form import MyMentoringForm
from bordenden.web.parts.drafts import draft_offers
from bordenden.web.parts.mentor_fields import WORDS, shown_of
from bordenden.web.threshold.drafting import close_draft, draft_address, draft_for, drafts_of
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.mentors.models import MentorProfile
    from bordenden.people.models import Person

DRAFT = "mentor.self"


@opens(acts.MENTOR_SELF)
def my_mentoring(visit: Visit[Person]) -> HttpResponse:
    """One's own, and nobody else's: the address names nobody. Who has no profile finds no page."""
    form = MyMentoringForm(visit.posted)
    if form.is_valid():
        with form.heeding(visit, newer="about"), visit.writing(visit.viewer.pk) as person:
            _write(visit, _profile_of(person), form)
            close_draft(visit)
            return visit.go("my_mentoring")
    with visit.reading():
        person = visit.reach(visit.viewer.pk)
        profile = _profile_of(person)
        taken = queries.taken_by(profile=profile)
        drafted = None if form.is_bound else draft_for(visit, DRAFT, person)
        if drafted:
            # A box without a tick is not sent: the draft of somebody who ticked none holds none.
            ticked = {"languages": None} if drafted.chosen else {}
            form = MyMentoringForm(initial=drafted.initial(**{**shown_of(profile), **ticked}))
        context = {
            "profile": profile,
            "taken": taken,
            "too_many": taken > profile.capacity,
            "shown": profile.shown_at is not None and profile.left_at is None,
            "stale": form.stale,
            "offers": draft_offers(drafted, texts=WORDS, draft_url=draft_address(visit), seen=visit.at),
            "draft_url": draft_address(visit),
            "nav_items": menu(),
        }
        return visit.show("guest/my_mentoring.html", context, form)


def _write(visit: Visit[Person], profile: MentorProfile, form: MyMentoringForm) -> None:
    described = form.described(MentorFrom(profile.comes_from))
    version = form.cleaned_data["version"]
    actions.change_profile(profile=profile, described=described, version=version, by=visit.viewer.person, at=visit.at)


def _profile_of(person: Person) -> MentorProfile:
    profile = queries.profile_of(person=person)
    if profile is None:
        raise Http404
    return profile


my_mentoring_draft = drafts_of(my_mentoring, DRAFT)
