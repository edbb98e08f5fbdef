"""The mentor's notes: written by the mentor who sits there, read by her and her caseworker, never by stealth."""

from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from bordenden.audit.actions import Actor, record
from bordenden.foundation.ids import FormKey
from bordenden.foundation.rules import AlreadySent, NotPossible, Stale
from bordenden.mentors.models import MentorNote, MentorNoteWording
from bordenden.mentors.words import LONGEST_NOTE
from bordenden.pathways.models import Seat


@transaction.atomic
def write_note(*, seat: Seat, on: date, words: str, form_key: FormKey, by: Actor, at: datetime) -> MentorNote:
    """A note about what they did or talked about on a day. The same form sent again gives the first.

    Raises NotPossible for a day to come or before the seat, too many words or none, and anybody but this mentor.
    """
    said = _some(words)
    _only_who_sits(seat, by, at)
    if not localdate(seat.starts_at) <= on <= localdate(at):
        raise NotPossible(_("Skriv en dag, der har været, mens du har siddet her."))
    place = {"table_id": seat.table_id, "municipality_id": seat.municipality_id}
    defaults = {**place, "on": on, "words": said, "written_at": at}
    made, created = MentorNote.objects.get_or_create(seat=seat, form_key=form_key, defaults=defaults)
    if created:
        record(act="mentor_note.write", by=by, thing=made, at=at)
    elif (made.on, made.words) != (on, said):
        raise AlreadySent(made.words)
    return made


@transaction.atomic
def reword_note(*, note: MentorNote, words: str, version: int, by: Actor, at: datetime) -> MentorNote:
    """Other words; the earlier ones are kept and she can read them. Raises Stale when changed in between."""
    said = _some(words)
    held = MentorNote.objects.select_for_update(of=("self",)).select_related("seat").get(pk=note.pk)
    _only_who_sits(held.seat, by, at)
    if held.words == said:
        return held
    if held.version != version:
        raise Stale(_("Noten er ændret, mens du skrev."), held.words, held.version)
    MentorNoteWording.objects.create(
        table_id=held.table_id,
        municipality_id=held.municipality_id,
        note=held,
        version=held.version,
        words=held.words,
        replaced_at=at,
    )
    held.words, held.version, held.changed_at = said, held.version + 1, at
    held.save(update_fields=["words", "version", "changed_at"])
    record(act="mentor_note.reword", by=by, thing=held, at=at)
    return held


def _some(words: str) -> str:
    said = words.strip()
    if not said:
        raise NotPossible(_("Skriv et par ord først."))
    if len(said) > LONGEST_NOTE:
        raise NotPossible(_("Skriv lidt kortere. Der er plads til %(longest)d tegn.") % {"longest": LONGEST_NOTE})
    return said


def _only_who_sits(seat: Seat, by: Actor, at: datetime) -> None:
    if seat.person_id != by.pk or (seat.ends_at is not None and seat.ends_at <= at):
        raise NotPossible(_("Det kan kun mentoren selv skrive, mens mentoren sidder ved bordet."))
