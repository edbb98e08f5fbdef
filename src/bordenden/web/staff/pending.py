"""A caseworker's unfinished drafts as lines of a list: whose table, what it is, and the way to go on with it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bordenden.web.parts.moments import moment

if TYPE_CHECKING:
    from uuid import UUID

    from django.utils.functional import _StrPromise

    from bordenden.drafts.queries import Kept
    from bordenden.drafts.slots import Slot

BEGINS = 80
# The fields that hold words, the best to know a draft again by first.
TEXTS = ("summary", "answer", "words", "grounds", "citizen_view", "citizen_words")


@dataclass(frozen=True, slots=True)
class Way:
    """What a form is called in the list, its page, and whether the page is the table's, the plan's or its own."""

    label: _StrPromise
    page: str
    at_table: bool = False
    on_plan: bool = False

    def leads_to(self, slot: Slot, plans: dict[UUID, UUID]) -> UUID | None:
        """What its page is about; None for a plan that is not there."""
        if self.on_plan:
            return plans.get(slot.table) if slot.table else None
        return slot.table if self.at_table else slot.thing


# By the form's code; a test holds it complete against every draft address of this door.
WAYS: dict[str, Way] = {
    "contact.new": Way(gettext_lazy("Ny kontakt"), "contact_new", at_table=True),
    "contact.correct": Way(gettext_lazy("Ret ved at tilføje"), "contact_correct"),
    "course.end": Way(gettext_lazy("Afslut forløbet"), "course_end"),
    "referral.make": Way(gettext_lazy("Spørg, om borgeren vil være med"), "referral_new"),
    "referral.paper": Way(gettext_lazy("Svar på papir"), "referral_paper"),
    "conversation.note": Way(gettext_lazy("Skriv om samtalen"), "conversation_note"),
    "help.answer": Way(gettext_lazy("Svar på et spørgsmål"), "help_answer"),
    "plan.pen": Way(gettext_lazy("Skrevet, mens borgeren talte"), "pen", on_plan=True),
    "message": Way(gettext_lazy("Besked"), "case_thread"),
    "review.hold": Way(gettext_lazy("Når I ikke hører fra en borger"), "review"),
    "own_view": Way(gettext_lazy("Mit blik"), "own_view", at_table=True),
    "mentor_role": Way(gettext_lazy("Hvad mentoren er der for"), "mentor_role", on_plan=True),
    "mentor_agreement": Way(gettext_lazy("Aftale med en mentor"), "mentor_agreement_new", at_table=True),
    "guidance_note": Way(gettext_lazy("Samarbejdet med uddannelsesvejledningen"), "guidance_note", on_plan=True),
    "team_advice": Way(gettext_lazy("Det, teamet anbefaler"), "team_advice", on_plan=True),
}
COMMENT = "comment."


@dataclass(frozen=True, slots=True)
class DraftLine:
    """One draft. `name` is "" where the writer no longer sits; then there is no way on and no word of it is shown."""

    name: str
    label: str
    when: str
    begins: str
    key: str
    url: str
    old: bool


def draft_lines(
    drafts: Iterable[Kept], *, names: dict[UUID, str], plans: dict[UUID, UUID], seen: datetime
) -> list[DraftLine]:
    """`names` and `plans` are of the tables the writer sits at, by the table's id."""
    limit = seen - timedelta(days=settings.OLD_DRAFT_DAYS)
    return [_line(kept, names, plans, seen, limit) for kept in drafts]


def _line(kept: Kept, names: dict[UUID, str], plans: dict[UUID, UUID], seen: datetime, limit: datetime) -> DraftLine:
    table = kept.slot.table
    name = names.get(table, "") if table else ""
    return DraftLine(
        name=name,
        label=_label(kept),
        when=moment(kept.saved_at, seen=seen),
        begins=_begins(kept) if name else "",
        key=str(kept.slot.thing),
        url=_url(kept, plans) if name else "",
        old=kept.saved_at < limit,
    )


def _label(kept: Kept) -> str:
    if kept.slot.form.startswith(COMMENT):
        return _("Skriv ved siden af")
    way = WAYS.get(kept.slot.form)
    return str(way.label) if way else _("En tekst")


def _url(kept: Kept, plans: dict[UUID, UUID]) -> str:
    """Where to go on with it; "" for a form this door does not know."""
    slot, asks = kept.slot, f"?kladde={kept.slot.thing}"
    if slot.form.startswith(COMMENT) and slot.table in plans:
        return reverse("comment_new", args=(plans[slot.table], slot.form.removeprefix(COMMENT))) + asks
    way = WAYS.get(slot.form)
    about = way.leads_to(slot, plans) if way else None
    return reverse(way.page, args=(about,)) + asks if way and about else ""


def _begins(kept: Kept) -> str:
    words = (kept.fields.get(name, "") for name in TEXTS)
    first = next((word for word in words if isinstance(word, str) and word.strip()), "")
    return Truncator(" ".join(first.split())).chars(BEGINS)
