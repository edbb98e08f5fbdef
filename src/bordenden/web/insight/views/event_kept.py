"""Et arrangement hos den, der passer det: change it, publish it, call it off."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.offers import actions
from bordenden.web.design.parts import StaleText
from bordenden.web.insight.keeper_forms import ButtonForm, EventForm, pressed_of, refuse
from bordenden.web.insight.keeping import around
from bordenden.web.insight.kept_drafts import drafts_beside
from bordenden.web.threshold.drafting import close_draft, drafts_of
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.offers.models import Event

DRAFT = "event.kept"
TEXTS = ("name", "about")
# What the buttons beside the form do, by the name they send.
BUTTONS = {"publish": actions.publish_event, "cancel": actions.cancel_event}


@opens(acts.EVENT_KEEP)
def event_kept(visit: Visit[Event], pk: UUID) -> HttpResponse:
    """One form, and a button for what may be done now."""
    stale: tuple[StaleText, ...] = ()
    pressed = pressed_of(visit.posted, BUTTONS)
    with visit.reading():
        event = visit.reach(pk, "municipality")
        edit = EventForm.of(None if pressed else visit.posted, event)
        button = ButtonForm(visit.posted if pressed else None)
        valid = button.is_valid() or edit.is_valid()
    if valid:
        try:
            with visit.writing(pk) as held:
                _do(visit, held, pressed, edit)
            return visit.go("event_kept", pk)
        except NotPossible as refused:
            stale = refuse(refused, edit, button)
    with visit.reading():
        context = {
            "event": event,
            "over": event.ends_at <= visit.at,
            "edit": edit,
            "stale": stale,
            **drafts_beside(visit, edit, DRAFT, event, texts=TEXTS),
            **around(event.municipality, "events_kept"),
        }
        return visit.show("insight/event_kept.html", context, button if pressed else edit)


def _do(visit: Visit[Event], held: Event, pressed: str, edit: EventForm) -> None:
    by, at = visit.viewer.person, visit.at
    if pressed:
        BUTTONS[pressed](event=held, by=by, at=at)
    else:
        version = edit.cleaned_data["version"] or 0
        actions.change_event(event=held, said=edit.said, version=version, by=by, at=at)
        close_draft(visit)


event_kept_draft = drafts_of(event_kept, DRAFT)
