"""The two taps after a conversation, the same at both doors. Each is shown the own answer and never the other's."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from bordenden.foundation.rules import NotPossible
from bordenden.meetings import actions, queries
from bordenden.meetings.words import Helped
from bordenden.web.parts.talks import talk_part

if TYPE_CHECKING:
    from bordenden.meetings.models import Conversation, Helpfulness
    from bordenden.people.models import Person
    from bordenden.web.parts.talk_forms import HelpedForm


def tapped(held: Conversation, form: HelpedForm, *, by: Person, at: datetime) -> None:
    """Keep what was tapped. The second question adds to the answer of the first."""
    said = form.cleaned_data
    own = queries.own_answer(conversation=held, person=by)
    helped = said["helped"] or (Helped(own.helped) if own else None)
    used = said["used"] if said["used"] is not None else (own.used_assessment if own else None)
    if helped is None:
        raise NotPossible(_("Svar først på, om samtalen hjalp."))
    actions.say_helped(conversation=held, helped=helped, used_assessment=used, by=by, at=at)


def helped_context(
    row: Conversation, own: Helpfulness | None, *, name: str, seen: datetime, done_url: str
) -> dict[str, object]:
    """What `parts/helped.html` and the page around it need."""
    used = own.used_assessment if own else None
    return {
        "talk": talk_part(row, name=name, seen=seen),
        "helped": own,
        "answers": [(code, label) for code, label in Helped.choices],
        "used_answers": [("1", _("Ja"), used is True), ("0", _("Nej"), used is False)],
        "done_url": done_url,
    }
