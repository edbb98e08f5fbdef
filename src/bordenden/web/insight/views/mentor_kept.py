"""En mentor hos den, der passer det: describe, show, hide, and where to call."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.forms import Form
from django.http import HttpResponse

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible, Stale
from bordenden.mentors import actions, queries
from bordenden.web.insight.keeper_forms import ButtonForm, pressed_of
from bordenden.web.insight.keeping import around, mentor_state
from bordenden.web.insight.kept_drafts import drafts_beside
from bordenden.web.insight.mentor_forms import KeptCallForm, ProfileForm
from bordenden.web.parts.mentor_fields import WORDS, shown_of, taken_words, too_many_words
from bordenden.web.parts.seen import both_hours
from bordenden.web.threshold.drafting import close_draft, drafts_of
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.mentors.models import MentorProfile

DRAFT = "mentor.kept"
# What the buttons beside the form do, by the name they send.
BUTTONS = {"show": actions.show, "hide": actions.hide}
CALL = "call"


@opens(acts.MENTOR_KEEP)
def mentor_kept(visit: Visit[MentorProfile], pk: UUID) -> HttpResponse:
    """The description in one form, telephone and hours in another, and the button for what may be done now."""
    pressed = pressed_of(visit.posted, (*BUTTONS, CALL))
    edit = ProfileForm(None if pressed else visit.posted)
    call = KeptCallForm(visit.posted if pressed == CALL else None)
    sent = next((one for one in (edit, call) if one.is_bound), ButtonForm(visit.posted))
    if sent.is_valid():
        try:
            with visit.writing(pk) as held:
                _do(visit, held, pressed, edit, call)
            return visit.go("mentor_kept", pk)
        except NotPossible as refused:
            _refuse(visit, sent, refused)
    with visit.reading():
        profile = visit.reach(pk, "municipality", "person")
        edit.initial = shown_of(profile)
        person = profile.person
        call.initial = {"phone": person.phone, "reachable": person.reachable, "seen": person.where_and_when}
        taken = queries.taken_by(profile=profile)
        context = {
            "profile": profile,
            "state": mentor_state(profile, taken),
            "taken": taken,
            "taken_words": taken_words(taken, profile.capacity),
            "too_many": too_many_words(taken, profile.capacity),
            "edit": edit,
            "call": call,
            "own_hours": queries.says_own_hours(person=profile.person, at=visit.at),
            **drafts_beside(visit, edit, DRAFT, profile, texts=WORDS),
            **around(profile.municipality, "mentors_kept"),
        }
        return visit.show("insight/mentor_kept.html", context, sent if visit.posted else edit)


def _refuse(visit: Visit[MentorProfile], sent: Form, refused: NotPossible) -> None:
    if isinstance(sent, KeptCallForm) and isinstance(refused, Stale):
        both_hours(sent, refused)
        return
    if not isinstance(sent, ProfileForm):
        sent.add_error(None, str(refused))
        return
    with sent.heeding(visit, newer="about"):
        raise refused


def _do(
    visit: Visit[MentorProfile], held: MentorProfile, pressed: str, edit: ProfileForm, call: KeptCallForm
) -> None:
    by, at = visit.viewer.person, visit.at
    if pressed == CALL:
        actions.call_at(person=held.person, by=by, at=at, **{**call.cleaned_data, "seen": call.last_seen})
    elif pressed:
        BUTTONS[pressed](profile=held, by=by, at=at)
    else:
        version = edit.cleaned_data["version"]
        actions.change_profile(profile=held, described=edit.said, version=version, by=by, at=at)
        close_draft(visit)


mentor_kept_draft = drafts_of(mentor_kept, DRAFT)
