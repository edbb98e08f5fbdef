"""The note of a conversation that was held: written once into the note and the contact log, corrected by adding."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Required, TypedDict, Unpack

from django.db import transaction
from django.utils.translation import gettext as _

from bordenden.audit.actions import record
from bordenden.contactlog import actions as contactlog
from bordenden.contactlog.models import Entry
from bordenden.contactlog.queries import standing_of
from bordenden.contactlog.words import Channel, Direction, Initiator, Outcome, Place
from bordenden.foundation.ids import FormKey, new_id
from bordenden.foundation.rules import AlreadySent, NotPossible, Stale
from bordenden.meetings.actions.sides import side_of
from bordenden.meetings.models import AgendaItem, Agreement, Conversation, Note
from bordenden.meetings.queries import agenda_of, may_be_noted, standing_note
from bordenden.meetings.words import Contribution, Settled, Side, Where
from bordenden.people.models import Person

# How a conversation stands in the contact log.
LOGGED: dict[Where, tuple[Channel, Place]] = {
    Where.PHONE: (Channel.PHONE, Place.REMOTE),
    Where.HOME: (Channel.VISIT, Place.HOME),
    Where.JOBCENTRE: (Channel.MEETING, Place.JOBCENTRE),
    Where.ACTIVITY: (Channel.MEETING, Place.ACTIVITY),
    Where.OUTDOORS: (Channel.MEETING, Place.OUTDOORS),
}


class Said(TypedDict, total=False):
    """What was said. `gave` has a line ("" for none) for each contribution that is ticked."""

    citizen_view: str
    summary: Required[str]
    gave: dict[Contribution, str]
    can: str
    cannot: str
    because: str


@dataclass(frozen=True, slots=True)
class Agreed:
    """One agreement; hers unless it is said otherwise."""

    words: str
    owner: Side = Side.CITIZEN
    by_on: date | None = None


@transaction.atomic
def note(
    *,
    conversation: Conversation,
    version: int,
    form_key: FormKey,
    by: Person,
    at: datetime,
    agreed: Sequence[Agreed] = (),
    talked_about: Sequence[AgendaItem] = (),
    held_at: datetime | None = None,
    minutes: int | None = None,
    **said: Unpack[Said],
) -> Note:
    """Note what was said, and the contact with it; once noted, each further note is added as the next version.

    `version` is what the writer saw, 0 for none. The first note settles the agenda: what was talked about is
    done, all else is carried on. Raises Stale when somebody has noted in between, NotPossible before the day and
    for a cancelled conversation, AlreadySent when this form was sent before with other words.
    """
    held = Conversation.objects.select_for_update(of=("self",)).select_related("table").get(pk=conversation.pk)
    facts = _facts(said)
    sent = Note.objects.filter(conversation=held, form_key=form_key).first()
    if sent is not None:
        return _the_same(sent, facts)
    if not may_be_noted(conversation=held, at=at):
        raise NotPossible(_("Skriv om samtalen, når I har holdt den."))
    stands = _what_the_writer_saw(held, version)
    made = _written(held, version + 1, form_key, by, at, facts)
    made.entry = _log_again(made, stands) if stands else _log_first(made, held_at, minutes)
    made.save(force_insert=True)
    if stands is None:
        _settle(held, talked_about, at)
        held.held_at = made.entry.happened_at
        held.save(update_fields=["held_at"])
    _agree(made, agreed, at)
    record(act="conversation.note", by=by, thing=made, at=at)
    return made


def _written(
    held: Conversation, version: int, form_key: FormKey, by: Person, at: datetime, facts: dict[str, object]
) -> Note:
    """The row, not yet saved: it needs its contact first."""
    place = {"table_id": held.table_id, "municipality_id": held.municipality_id, "conversation": held}
    return Note(**place, version=version, written_by=by, written_at=at, form_key=form_key, **facts)


def _what_the_writer_saw(held: Conversation, version: int) -> Note | None:
    stands = standing_note(conversation=held)
    if (stands.version if stands else 0) != version:
        saved = stands.summary if stands else ""
        raise Stale(_("En anden har skrevet imens. Se begge tekster."), saved, stands.version if stands else 0)
    return stands


def _facts(said: Said) -> dict[str, object]:
    summary = said["summary"].strip()
    if not summary:
        raise NotPossible(_("Skriv en linje om, hvad I talte om."))
    gave = said.get("gave", {})
    facts: dict[str, object] = {"summary": summary}
    for kind in Contribution:
        facts[kind.value] = kind in gave
        facts[f"{kind.value}_how"] = gave.get(kind, "").strip()
    facts["citizen_view"] = said.get("citizen_view", "").strip()
    facts["can"] = said.get("can", "").strip()
    facts["cannot"] = said.get("cannot", "").strip()
    facts["because"] = said.get("because", "").strip()
    return facts


def _the_same(sent: Note, facts: dict[str, object]) -> Note:
    if any(getattr(sent, name) != value for name, value in facts.items()):
        raise AlreadySent(sent.summary)
    return sent


def _log_first(note: Note, held_at: datetime | None, minutes: int | None) -> Entry:
    """The contact this conversation was, so that nothing is typed twice."""
    held, at = note.conversation, note.written_at
    channel, place = LOGGED[Where(held.place)]
    hers = side_of(thing=held, by=held.arranged_by, at=held.arranged_at) == Side.CITIZEN
    return contactlog.note(
        table=held.table,
        form_key=note.form_key,
        citizen_view=note.citizen_view,
        summary=note.summary,
        channel=channel,
        place=place,
        direction=Direction.IN if hers else Direction.OUT,
        minutes=held.minutes if minutes is None else minutes,
        happened_at=held_at or min(held.starts_at, at),
        by=note.written_by,
        at=at,
    )


def _log_again(note: Note, stands: Note) -> Entry:
    """A correction of what the log tells as well is added there too; the rest of the log's entry stays."""
    if (stands.citizen_view, stands.summary) != (note.citizen_view, note.summary):
        logged = standing_of(entry=stands.entry)
        contactlog.correct(
            entry=stands.entry,
            version=logged.version,
            form_key=note.form_key,
            citizen_view=note.citizen_view,
            summary=note.summary,
            channel=Channel(logged.channel),
            direction=Direction(logged.direction),
            initiator=Initiator(logged.initiator),
            place=Place(logged.place),
            outcome=Outcome(logged.outcome),
            minutes=logged.minutes,
            happened_at=logged.happened_at,
            by=note.written_by,
            at=note.written_at,
        )
    return stands.entry


def _settle(held: Conversation, talked_about: Sequence[AgendaItem], at: datetime) -> None:
    """What was talked about is done; all else stays her topic and waits for the next conversation."""
    done = {item.pk for item in talked_about}
    # She may take one off at this very moment: whoever holds the rows first decides, and no note is lost by it.
    rows = AgendaItem.objects.select_for_update().filter(
        pk__in=[item.pk for item in agenda_of(conversation=held, at=at)]
    )
    for item in rows.order_by("position", "put_at", "pk"):
        item.conversation, item.settled_at = held, at
        item.settled = Settled.DONE if item.pk in done else Settled.CARRIED
        item.save(update_fields=["conversation", "settled", "settled_at"])
        if item.settled == Settled.CARRIED:
            AgendaItem.objects.create(
                table_id=item.table_id,
                municipality_id=item.municipality_id,
                topic=item.topic,
                words=item.words,
                side=item.side,
                put_by_id=item.put_by_id,
                put_at=item.put_at,
                position=item.position,
                carried_from=item,
                form_key=new_id(),
            )


def _agree(made: Note, agreed: Sequence[Agreed], at: datetime) -> None:
    lines = [one for one in agreed if one.words.strip()]
    for position, one in enumerate(lines, start=1):
        Agreement.objects.create(
            table_id=made.table_id,
            municipality_id=made.municipality_id,
            conversation_id=made.conversation_id,
            note=made,
            position=position,
            words=one.words.strip(),
            owner=one.owner,
            by_on=one.by_on,
            agreed_at=at,
        )
