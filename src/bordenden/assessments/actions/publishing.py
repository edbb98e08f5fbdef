"""A draft becomes a version: read as the file it would be, by the same rules, and from then on final."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from bordenden.assessments.actions.importing import settled
from bordenden.assessments.actions.locking import lock_draft
from bordenden.assessments.actions.reading import BrokenInstrument, Fault, InstrumentText, read
from bordenden.assessments.actions.writing import written
from bordenden.assessments.models import Instrument, InstrumentVersion, Item, Withdrawal
from bordenden.assessments.queries.comparing import compare
from bordenden.assessments.queries.instruments import newest_published
from bordenden.audit.actions import Actor, record
from bordenden.foundation.rules import NotPossible


@dataclass(frozen=True, slots=True)
class DraftFault:
    """What keeps a draft from being published; `code` names the question, "" is about the whole."""

    code: str
    reason: str


def faults_of(draft: InstrumentVersion) -> list[DraftFault]:
    """What the file reader says of the draft: one set of rules for files and for drafts."""
    content = written(draft)
    try:
        _settled(draft, content)
    except BrokenInstrument as broken:
        codes = list(draft.items.order_by("position", "edition").values_list("code", flat=True))
        return [DraftFault(_code_at(codes, content, fault), fault.reason) for fault in broken.faults]
    return []


def _settled(draft: InstrumentVersion, content: bytes) -> tuple[InstrumentText, dict[str, str]]:
    text = read(content)
    return text, settled(text, draft.instrument)


def _code_at(codes: list[str], content: bytes, fault: Fault) -> str:
    """The code of the question the fault's line belongs to: the writer begins each with a line of its own."""
    begun = content.decode().split("\n")[: fault.line].count("[[items]]")
    return codes[begun - 1] if begun else ""


@transaction.atomic
def publish(*, draft: InstrumentVersion, edits: int, by: Actor, at: datetime) -> InstrumentVersion:
    """The draft is published as it stood when it was looked at.

    Raises Stale when it was edited since, BrokenInstrument with every fault, NotPossible without any change.
    """
    Instrument.objects.select_for_update().get(pk=draft.instrument_id)
    locked = lock_draft(draft, edits)
    if not compare(old=newest_published(instrument=locked.instrument), new=locked).changes:
        raise NotPossible(_("Der er ikke noget nyt at udgive. Kladden er som den version, der er i brug."))
    content = written(locked)
    text, identities = _settled(locked, content)
    for code, identity in identities.items():
        Item.objects.filter(version=locked, code=code).update(identity=identity)
    locked.digest, locked.published_at = text.digest, at
    locked.save(update_fields=["digest", "published_at"])
    record(act="instrument.publish", by=by, thing=locked, at=at)
    return locked


@transaction.atomic
def withdraw(*, item: Item, why: str, by: Actor, at: datetime) -> Withdrawal:
    """The question is asked no more, not in open sheets either; answers already given stay. Twice is once.

    Raises NotPossible for a question of a draft: that is simply removed.
    """
    if item.version.published_at is None:
        raise NotPossible(_("Spørgsmålet er ikke udgivet endnu. Fjern det fra kladden."))
    withdrawn, new = Withdrawal.objects.get_or_create(item=item, defaults={"at": at, "by_id": by.pk, "why": why})
    if new:
        record(act="instrument.withdraw", by=by, thing=item.version, at=at)
    return withdrawn
