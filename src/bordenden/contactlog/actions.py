"""Writes of the contact log: note a contact, put a noted one right by adding to it; ask for help and answer."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Required, TypedDict, Unpack

from django.db import transaction
from django.db.models import F
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from bordenden.audit.actions import record
from bordenden.audit.models import Entry as Look
from bordenden.audit.words import LOOKS
from bordenden.contactlog.models import Entry, HelpRequest, JournalCopy
from bordenden.contactlog.queries import standing_of
from bordenden.contactlog.words import (
    ANSWERED_IN_WORKING_DAYS,
    USUAL_INITIATOR,
    USUAL_PLACE,
    WONDER_ANSWERED_IN_DAYS,
    Channel,
    CopyFormat,
    Direction,
    HelpKind,
    Initiator,
    Outcome,
    Place,
    Topic,
    Urgency,
    asks,
    usual_minutes,
    usual_outcome,
)
from bordenden.foundation.ids import FormKey
from bordenden.foundation.rules import SAID_AGAIN, AlreadySent, NotPossible, Stale
from bordenden.foundation.working_days import add_working_days
from bordenden.pathways.models import Table
from bordenden.people.models import Person


class Told(TypedDict, total=False):
    """What is told about a contact. Channel, direction and one line are enough; None is what is usual.

    `replies_to` is a contact from the citizen at the same table. In a correction what is not named of `topics`,
    `urgency` and `replies_to` stays as it stood.
    """

    citizen_view: str
    summary: Required[str]
    channel: Required[Channel]
    direction: Required[Direction]
    initiator: Initiator | None
    place: Place | None
    outcome: Outcome | None
    minutes: int | None
    happened_at: datetime | None
    topics: Iterable[Topic]
    urgency: Urgency
    replies_to: Entry | None


@transaction.atomic
def note(*, table: Table, form_key: FormKey, by: Person, at: datetime, **told: Unpack[Told]) -> Entry:
    """One contact; the same said twice gives the first entry.

    Raises NotPossible for an impossible time, AlreadySent when the form was sent before with another text.
    """
    facts = _filled(told, table, at)
    said = _said_again(table, by, at, told, facts)
    if said is not None:
        return said
    entry, new = Entry.objects.get_or_create(
        table=table,
        form_key=form_key,
        defaults={"municipality_id": table.municipality_id, "written_by": by, "written_at": at, **facts},
    )
    if new:
        record(act="contact.note", by=by, thing=entry, at=at)
    else:
        _must_say_the_same(entry, by, told, facts)
    return entry


@transaction.atomic
def correct(
    *, entry: Entry, version: int, form_key: FormKey, by: Person, at: datetime, **told: Unpack[Told]
) -> Entry:
    """Add what is right; the entry and its earlier corrections stay as they were written, however young they are.

    `version` is what the writer saw. Raises Stale when somebody has added another correction since,
    NotPossible for an impossible time.
    """
    sent = Entry.objects.filter(table_id=entry.table_id, form_key=form_key).first()
    stands = standing_of(entry=entry)
    facts = {**_as_it_stood(stands), **_filled(told, entry.table, at, usual_time=stands.happened_at)}
    if facts["replies_to_id"] == (entry.corrects_id or entry.pk):
        raise NotPossible(_("En kontakt kan ikke være svar på sig selv."))
    if sent is not None:
        _must_say_the_same(sent, by, told, facts)
        return sent
    if stands.version != version:
        raise Stale(_("En anden har rettet imens. Se begge tekster, og ret igen."), stands.summary, stands.version)
    correction = Entry.objects.create(
        table=entry.table,
        municipality_id=entry.municipality_id,
        corrects_id=entry.corrects_id or entry.pk,
        version=version + 1,
        form_key=form_key,
        written_by=by,
        written_at=at,
        **facts,
    )
    record(act="contact.correct", by=by, thing=correction, at=at)
    return correction


@transaction.atomic
def copy_to_journal(*, entries: Iterable[Entry], format: CopyFormat, by: Person, at: datetime) -> list[JournalCopy]:
    """Mark what stands of each entry as copied; the same person's same tap again gives the first mark."""
    return [_copied(entry, format, by, at) for entry in entries]


def _copied(entry: Entry, format: CopyFormat, by: Person, at: datetime) -> JournalCopy:
    first = entry.corrects_id or entry.pk
    stands = standing_of(entry=entry)
    what = {"entry_id": first, "version": stands.version, "copied_by": by, "format": format}
    lately = JournalCopy.objects.filter(copied_at__gt=at - SAID_AGAIN, copied_at__lte=at, **what)
    before = lately.order_by("copied_at", "pk").first()
    if before is not None:
        return before
    copied = JournalCopy.objects.create(
        table_id=entry.table_id, municipality_id=entry.municipality_id, copied_at=at, **what
    )
    record(act="journal.copy", by=by, thing=copied, at=at)
    return copied


def _said_again(table: Table, by: Person, at: datetime, told: Told, facts: dict[str, object]) -> Entry | None:
    """The entry that said just this a moment ago: the back button shows the filled form under a new key."""
    lately = Entry.objects.filter(written_at__gt=at - SAID_AGAIN, written_at__lte=at)
    same = lately.filter(table=table, written_by=by, corrects=None, **_as_told(told, facts))
    return (same if told.get("happened_at") else same.filter(happened_at=F("written_at"))).first()


def _as_told(told: Told, facts: dict[str, object]) -> dict[str, object]:
    """The facts without the time that nobody told: it is the moment of sending."""
    return {name: value for name, value in facts.items() if name != "happened_at" or told.get("happened_at")}


def _must_say_the_same(sent: Entry, by: Person, told: Told, facts: dict[str, object]) -> None:
    """A double click says the same again; the back button may say something else, which must not be lost."""
    if sent.written_by_id != by.pk or any(
        getattr(sent, key) != value for key, value in _as_told(told, facts).items()
    ):
        raise AlreadySent(sent.summary)


def _filled(told: Told, table: Table, at: datetime, usual_time: datetime | None = None) -> dict[str, object]:
    """What was told, the rest as is usual. Only whole minutes are asked for, so only they are compared."""
    summary = told["summary"].strip()
    if not summary:
        raise NotPossible(_("Skriv en linje om, hvad I talte om."))
    channel, direction = told["channel"], told["direction"]
    outcome = told.get("outcome") or usual_outcome(channel, direction)
    minutes = told.get("minutes")
    happened_at = told.get("happened_at") or usual_time or at
    if happened_at > at:
        raise NotPossible(_("Tidspunktet ligger i fremtiden. Skriv, hvornår I havde kontakt."))
    if happened_at < table.opened_at.replace(second=0, microsecond=0):
        raise NotPossible(_("Forløbet var ikke begyndt på det tidspunkt. Se efter, om datoen er rigtig."))
    replied = _replied(told, table, happened_at, asks(channel, direction, outcome))
    return {
        "citizen_view": told.get("citizen_view", "").strip(),
        "summary": summary,
        "channel": channel,
        "direction": direction,
        "initiator": told.get("initiator") or USUAL_INITIATOR[direction],
        "place": told.get("place") or USUAL_PLACE[channel],
        "outcome": outcome,
        "minutes": usual_minutes(channel, outcome) if minutes is None else minutes,
        "happened_at": happened_at,
        **_named(told),
        **replied,
    }


@transaction.atomic
def ask_for_help(
    *,
    table: Table,
    kind: HelpKind,
    form_key: FormKey,
    by: Person,
    at: datetime,
    words: str = "",
    about: Look | None = None,
) -> HelpRequest:
    """She asks; the same asked twice is asked once, and "ring til mig" while a call is already asked for is that one.

    `about` is a look at this table. Raises NotPossible for a question without words and for a look at another
    table, AlreadySent when the form was sent before with other words.
    """
    said = {"kind": kind, "words": words.strip(), "asked_by": by, **_about(table, about)}
    if kind != HelpKind.CALL_ME and not said["words"]:
        raise NotPossible(_("Skriv et par ord om det, du vil spørge om."))
    before = _asked_before(table, said, at)
    if before is not None:
        return before
    due_on = due_day(kind=kind, asked_on=localdate(at))
    asked, new = HelpRequest.objects.get_or_create(
        table=table,
        form_key=form_key,
        defaults={"municipality_id": table.municipality_id, "asked_at": at, "due_on": due_on, **said},
    )
    if new:
        record(act="help.ask", by=by, thing=asked, at=at)
    elif any(getattr(asked, name) != fact for name, fact in said.items()):
        raise AlreadySent(asked.words or str(HelpKind(asked.kind).label))
    return asked


@transaction.atomic
def take_back_help(*, request: HelpRequest, by: Person, at: datetime) -> HelpRequest:
    """She does not ask any more; taking back twice is once. Raises NotPossible once it is answered."""
    held = HelpRequest.objects.select_for_update().get(pk=request.pk)
    if held.answered_at is not None:
        raise NotPossible(_("Du har fået svar. Derfor kan det ikke tages tilbage."))
    if held.taken_back_at is None:
        held.taken_back_at = at
        held.save(update_fields=["taken_back_at"])
        record(act="help.take_back", by=by, thing=held, at=at)
    return held


@transaction.atomic
def answer_help(*, request: HelpRequest, answer: str, by: Person, at: datetime) -> HelpRequest:
    """Answered, once; the same answer sent again changes nothing. A call may be answered without words.

    Raises NotPossible when she has taken it back or somebody answered in between.
    """
    held = HelpRequest.objects.select_for_update().get(pk=request.pk)
    said = answer.strip()
    if held.taken_back_at is not None:
        raise NotPossible(_("Spørgsmålet er taget tilbage imens. Der er ikke noget at svare på."))
    if held.answered_at is not None:
        if (held.answer, held.answered_by_id) == (said, by.pk):
            return held
        raise NotPossible(_("Der er allerede svaret: “%(answer)s”.") % {"answer": held.answer or _("Ringet")})
    if held.kind != HelpKind.CALL_ME and not said:
        raise NotPossible(_("Skriv et svar."))
    held.answer, held.answered_by, held.answered_at = said, by, at
    held.save(update_fields=["answer", "answered_by", "answered_at"])
    record(act="help.answer", by=by, thing=held, at=at)
    return held


def due_day(*, kind: HelpKind, asked_on: date) -> date:
    """The day she is answered by at the latest."""
    if kind == HelpKind.WONDER:
        return asked_on + timedelta(days=WONDER_ANSWERED_IN_DAYS)
    return add_working_days(asked_on, ANSWERED_IN_WORKING_DAYS[kind])


def _asked_before(table: Table, said: dict[str, object], at: datetime) -> HelpRequest | None:
    """The open request that says just this: a call asked for without words, or the same words a moment ago."""
    same = HelpRequest.objects.filter(table=table, answered_at__isnull=True, taken_back_at__isnull=True, **said)
    if said["kind"] != HelpKind.CALL_ME or said["words"]:
        same = same.filter(asked_at__gt=at - SAID_AGAIN, asked_at__lte=at)
    return same.order_by("asked_at", "pk").first()


def _about(table: Table, look: Look | None) -> dict[str, object]:
    """The look as she reads it, by itself: the audit is never linked to. One query when there is a look."""
    if look is None:
        return {"about_act": "", "about_on": None, "about_person": None}
    if look.table != table.pk or look.kind not in LOOKS:
        raise NotPossible(_("Det, du spørger til, er ikke set ved dit bord."))
    person = Person.objects.filter(pk=look.actor).first()
    return {"about_act": look.act, "about_on": localdate(look.at), "about_person": person}


def _named(told: Told) -> dict[str, object]:
    """Topics and urgency, where they are named."""
    named: dict[str, object] = {}
    if "topics" in told:
        named["topics"] = " ".join(topic for topic in Topic if topic in set(told["topics"]))
    if "urgency" in told:
        named["urgency"] = told["urgency"]
    return named


def _replied(told: Told, table: Table, happened_at: datetime, asks: bool) -> dict[str, object]:
    """What it answers, where that is named: a contact from her, no later than this one."""
    if "replies_to" not in told:
        return {}
    asked = told["replies_to"]
    if asked is None:
        return {"replies_to_id": None}
    stands = standing_of(entry=asked)
    if stands.table_id != table.pk or stands.direction != Direction.IN:
        raise NotPossible(_("Du kan kun svare på en kontakt fra borgeren ved dette bord."))
    if asks:
        raise NotPossible(_("Det her venter selv på svar. Vælg en kontakt til borgeren, eller at I fik talt sammen."))
    if happened_at < stands.happened_at:
        raise NotPossible(_("Svaret ligger før det, du svarer på. Se efter, om tiden er rigtig."))
    return {"replies_to_id": asked.corrects_id or asked.pk}


def _as_it_stood(stands: Entry) -> dict[str, object]:
    return {"topics": stands.topics, "urgency": stands.urgency, "replies_to_id": stands.replies_to_id}
