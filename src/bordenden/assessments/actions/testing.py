"""Tries a draft as a citizen would: only what was said of it is kept; and gives it a voice."""

from datetime import datetime
from typing import Final

from django.db import transaction
from django.utils.translation import gettext as _

from bordenden.assessments.actions.locking import edited, lock_draft
from bordenden.assessments.models import InstrumentVersion, Item, Recording, TestRemark, TestRun
from bordenden.assessments.queries.instruments import run_of
from bordenden.audit.actions import Actor, record
from bordenden.foundation.ids import new_id
from bordenden.foundation.rules import NotPossible

LARGEST_RECORDING: Final = 300_000
_OGG, _RIFF, _WAVE, _ID3 = b"OggS", b"RIFF", b"WAVE", b"ID3"
# Eleven set bits and layer III. The first signs of a text in UTF-16 (FF FE) are a sync too, but of layer I.
_MP3_MASK: Final = 0xE6
_MP3_SYNC: Final = 0xE2


@transaction.atomic
def begin_run(*, draft: InstrumentVersion, by: Actor, at: datetime) -> TestRun:
    """Somebody begins to go through the draft; one who is in the middle of it goes on."""
    locked = lock_draft(draft)
    if (under_way := run_of(draft=locked, by=by)) is not None:
        return under_way
    run = TestRun.objects.create(version=locked, by_id=by.pk, begun_at=at, form_key=new_id())
    record(act="instrument.try", by=by, thing=locked, at=at)
    return run


@transaction.atomic
def remark(*, run: TestRun, code: str, clear: bool, words: str, by: Actor, at: datetime) -> TestRemark:  # noqa: ARG001
    """What was said of one question; said again it is replaced. Raises NotPossible when the run is over."""
    _refuse_when_over(run)
    if not Item.objects.filter(version=run.version_id, code=code).exists():
        raise NotPossible(_("Spørgsmålet er fjernet fra kladden."))
    said, _new = TestRemark.objects.update_or_create(run=run, code=code, defaults={"clear": clear, "words": words})
    return said


@transaction.atomic
def finish_run(*, run: TestRun, on_the_whole: str, by: Actor, at: datetime) -> TestRun:
    """The run is over, with what was said on the whole; finishing again changes nothing."""
    locked = TestRun.objects.select_for_update().get(pk=run.pk)
    if locked.finished_at is not None:
        return locked
    locked.finished_at, locked.on_the_whole = at, on_the_whole
    locked.save(update_fields=["finished_at", "on_the_whole"])
    record(act="instrument.tried", by=by, thing=locked.version, at=at)
    return locked


@transaction.atomic
def give_voice(
    *, draft: InstrumentVersion, item: Item, content: bytes, artificial: bool, by: Actor, at: datetime
) -> Recording:
    """The question read aloud. Raises NotPossible for what is no sound we know, and for what is too large."""
    locked = lock_draft(draft)
    if item.version_id != locked.pk:
        raise NotPossible(_("Spørgsmålet er fjernet fra kladden."))
    if len(content) > LARGEST_RECORDING:
        raise NotPossible(_("Optagelsen er for stor. Der er plads til %(most)d KB.") % {"most": 300})
    media_type = kind_of_sound(content)
    if not media_type:
        raise NotPossible(_("Filen er ikke en lydfil, vi kender. Brug mp3, ogg eller wav."))
    voice, _new = Recording.objects.update_or_create(
        item=item, defaults={"content": content, "media_type": media_type, "artificial": artificial}
    )
    edited(draft=locked, by=by, at=at)
    return voice


@transaction.atomic
def take_voice(*, draft: InstrumentVersion, item: Item, by: Actor, at: datetime) -> None:
    """The recording is taken away; again changes nothing."""
    locked = lock_draft(draft)
    if Recording.objects.filter(item=item, item__version=locked).delete()[0]:
        edited(draft=locked, by=by, at=at)


def kind_of_sound(content: bytes) -> str:
    """The media type by the first bytes of the file, whatever it is called; "" when it is none of the three."""
    if content.startswith(_OGG):
        return "audio/ogg"
    if content.startswith(_RIFF) and content[8:12] == _WAVE:
        return "audio/wav"
    synced = len(content) > 1 and content[0] == 0xFF and content[1] & _MP3_MASK == _MP3_SYNC
    return "audio/mpeg" if content.startswith(_ID3) or synced else ""


def _refuse_when_over(run: TestRun) -> None:
    if TestRun.objects.select_for_update().get(pk=run.pk).finished_at is not None:
        raise NotPossible(_("Du er færdig med den her prøve. Begynd en ny, hvis du vil sige mere."))
