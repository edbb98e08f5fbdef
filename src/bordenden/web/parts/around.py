"""Who stands around a plan, as words: whom to call, how they keep in touch, what a mentor is there for, whose turn.

The citizen's door says "you", the staff door her name; what is the same to all stands here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from bordenden.contactlog.words import Channel, Place
from bordenden.plans import queries
from bordenden.plans.words import Awaits, ContactRole, Rhythm
from bordenden.programmes.words import Department
from bordenden.web.parts.said_when import day, on_day, whose

if TYPE_CHECKING:
    from bordenden.people.models import Person
    from bordenden.plans.models import ContactAgreement, MentorRole, Plan, ProposedContact
    from bordenden.plans.queries import Contact, Noted

# What somebody on the list is, said by others than her.
ROLE_WORDS: dict[ContactRole, Promise] = {
    ContactRole.COORDINATOR: gettext_lazy("Sagsbehandler"),
    ContactRole.MENTOR: gettext_lazy("Mentor"),
    ContactRole.DEPARTMENT: gettext_lazy("Afdeling i kommunen"),
    ContactRole.GUIDANCE: gettext_lazy("Ungdommens Uddannelsesvejledning"),
    ContactRole.PROVIDER: gettext_lazy("Dem, der står for et tilbud"),
    ContactRole.OTHER: gettext_lazy("En anden"),
}
# The ways as one says them to her; a channel of the contact log may be called otherwise there.
CHANNELS: dict[Channel, Promise] = {
    Channel.PHONE: gettext_lazy("I taler i telefon"),
    Channel.MEETING: gettext_lazy("I mødes"),
    Channel.TEXT: gettext_lazy("I skriver sms"),
    Channel.LETTER: gettext_lazy("I skriver breve"),
    Channel.VISIT: gettext_lazy("Hjemmebesøg"),
}
PLACES: dict[Place, Promise] = {
    Place.REMOTE: gettext_lazy("hver for sig"),
    Place.JOBCENTRE: gettext_lazy("på jobcentret"),
    Place.HOME: gettext_lazy("i hjemmet"),
    Place.ACTIVITY: gettext_lazy("der, hvor man er i gang"),
    Place.OUTDOORS: gettext_lazy("ude, for eksempel på gåtur"),
}


@dataclass(frozen=True, slots=True)
class ContactPart:
    """Somebody to call. `lacks`: whoever must be reachable, and is not."""

    key: str
    role: str
    name: str
    phone: str
    hours: str
    where: str
    lacks: bool


@dataclass(frozen=True, slots=True)
class AgreedPart:
    """How they agreed to keep in touch, in one line; `words` hers, `since` the day, `version` counts them."""

    line: str
    words: str
    since: str
    version: int


@dataclass(frozen=True, slots=True)
class KeptPart:
    """How it goes: `line` says how long since, `longer` whether it is longer than agreed."""

    agreed: AgreedPart
    every: str
    line: str
    longer: bool


@dataclass(frozen=True, slots=True)
class RolePart:
    """What a mentor is there for: words, and one line a task."""

    name: str
    words: str
    tasks: tuple[str, ...]
    since: str
    version: int


@dataclass(frozen=True, slots=True)
class NotePart:
    """A dated note: the day, with whom or who took part, about which goal, the words, who wrote it."""

    day: str
    who: str
    words: str
    goal: str
    by: str


@dataclass(frozen=True, slots=True)
class RelevantPart:
    """Whom to call, and a mentor's own role, None for others."""

    contacts: tuple[ContactPart, ...]
    role: RolePart | None


def contact_part(contact: Contact, *, hers: bool) -> ContactPart:
    """`hers`: said to her ("Min mentor")."""
    role = str(contact.role.label if hers else ROLE_WORDS[contact.role])
    where = ", ".join(
        part for part in (str(contact.department.label) if contact.department else "", contact.where) if part
    )
    return ContactPart(str(contact.pk), role, contact.name, contact.phone, contact.hours, where, contact.lacks)


def agreed_part(agreed: ContactAgreement) -> AgreedPart:
    """An agreement as words."""
    return AgreedPart(form_line(agreed), agreed.words, day(agreed.agreed_at), agreed.version)


def form_line(one: ContactAgreement | ProposedContact) -> str:
    """ "I taler i telefon. Hver 14. dag." """
    way = str(CHANNELS[Channel(one.channel)])
    where = f" {PLACES[Place(one.place)]}" if one.place else ""
    return f"{way}{where}. {every_words(one.every_days)}."


def every_words(days: int) -> str:
    """How often, in the words it was chosen by."""
    known = {rhythm.value: str(rhythm.label) for rhythm in Rhythm}
    return known.get(days) or ngettext("Hver dag", "Hver %(days)d. dag", days) % {"days": days}


def kept_part(plan: Plan, *, at: datetime, name: str = "") -> KeptPart | None:
    """The agreement and how it goes; `name` is hers where somebody else reads it. One query."""
    seen = queries.in_touch(plan=plan, at=at)
    if seen is None:
        return None
    return KeptPart(
        agreed_part(seen.agreement), every_words(seen.every).lower(), since_line(seen.days, name), seen.longer
    )


def since_line(days: int | None, name: str = "") -> str:
    """How long since they talked: said to her, or with her name to somebody else."""
    if days is None:
        return _("I har ikke talt med hinanden endnu.")
    if days == 0:
        return _("I har talt med hinanden i dag.")
    ago = ngettext("%(days)d dag", "%(days)d dage", days) % {"days": days}
    if name:
        return _("Sidste kontakt med %(name)s var for %(ago)s siden.") % {"name": name, "ago": ago}
    return _("Sidst talte I sammen for %(ago)s siden.") % {"ago": ago}


def role_part(role: MentorRole) -> RolePart:
    """A mentor's role as words."""
    lines = tuple(line.strip() for line in role.tasks.splitlines() if line.strip())
    return RolePart(role.mentor.given_name, role.words, lines, day(role.written_at), role.version)


def relevant_part(plan: Plan, *, reader: Person, at: datetime, whole: bool = False) -> RelevantPart:
    """What somebody she has opened the plan for sees of it: not her private people, and a role only the mentor's own.

    `whole`: whoever works at her table sees all of it.
    """
    listed = queries.contacts_of(plan=plan, at=at)
    is_mentor = any(one.role == ContactRole.MENTOR and one.person == reader for one in listed)
    role = queries.mentor_role_of(plan=plan, at=at) if is_mentor or whole else None
    shown = tuple(contact_part(one, hers=False) for one in listed if whole or one.role != ContactRole.OTHER)
    return RelevantPart(shown, role_part(role) if role else None)


def note_part(note: Noted) -> NotePart:
    """What was agreed with the guidance, or a team said, as words."""
    who = ", ".join(str(area.label) for area in Department if area in note.who.split()) if note.team else note.who
    return NotePart(on_day(note.on), who, note.words, note.goal, note.by)


def turn_words(found: frozenset[Awaits], *, staff: str, her: str = "") -> str:
    """Whose turn it is to write, in one line: said to her, or with her name to her caseworker."""
    first = queries.first_in(found)
    if first is None:
        return _("Det er ingens tur lige nu.")
    if her:
        return _("Det er %(owner)s tur.") % {"owner": whose(her)} if first in queries.HERS else str(TO_STAFF[first])
    if first in queries.HERS:
        return _("Det er din tur. %(what)s.") % {"what": first.label}
    return _("%(name)s skriver. %(what)s.") % {"name": staff or _("Din nye sagsbehandler"), "what": first.label}


TO_STAFF: dict[Awaits, Promise] = {
    Awaits.HELP: gettext_lazy("Det er din tur: der er bedt om noget, og svaret mangler."),
    Awaits.STEP: gettext_lazy("Det er din tur: der er bedt om hjælp til et skridt."),
}
