"""Edits the one draft of an instrument: begun from the newest version, its words, its questions, and given up."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from bordenden.assessments.actions.locking import edited, lock_draft
from bordenden.assessments.actions.reading import MOST_ITEMS
from bordenden.assessments.models import Instrument, InstrumentVersion, Item, Recording, TestRemark, TestRun
from bordenden.assessments.queries.instruments import draft_of, newest_published
from bordenden.assessments.words import Area, Purpose
from bordenden.audit.actions import Actor, record
from bordenden.foundation.rules import NotPossible, Stale
from bordenden.programmes.models import Project
from bordenden.programmes.words import Track

_APART = 1000
_LONGEST_CODE = 36
_SPELT = {"æ": "ae", "ø": "oe", "å": "aa"}
_WORDS = ("topic", "question", "low", "middle", "high")


@dataclass(frozen=True, slots=True)
class Wording:
    """A question as it is asked: its topic, the question, and the words at 0, 5 and 10."""

    topic: str
    question: str
    low: str
    middle: str
    high: str


@dataclass(frozen=True, slots=True)
class ItemSaid:
    """A question of a draft: what holds for both editions, and its words; `education` when those differ (udd)."""

    wording: Wording
    education: Wording | None = None
    area: Area = Area.SELF
    shielded: bool = False
    continues: str = ""
    indicator: str = ""

    @property
    def editions(self) -> Mapping[str, Wording]:
        """The words by edition, as items are kept."""
        if self.education is None:
            return {"": self.wording}
        return {Track.JOB: self.wording, Track.EDUCATION: self.education}


@transaction.atomic
def begin_local(*, project: Project, by: Actor, at: datetime) -> Instrument:
    """The municipality's own questions beside Min vurdering, with an empty draft; begun once."""
    number = project.municipality_id
    instrument, new = Instrument.objects.get_or_create(
        purpose=Purpose.SITUATION,
        municipality_id=number,
        defaults={"code": f"{number}-egne", "name": _("Spørgsmål fra %(place)s") % {"place": project.municipality}},
    )
    if new:
        begin_draft(instrument=instrument, by=by, at=at)
    return instrument


@transaction.atomic
def begin_draft(*, instrument: Instrument, by: Actor, at: datetime) -> InstrumentVersion:
    """The draft of the instrument; where there is none, the newest version's questions under the next number.

    Withdrawn questions are left out. Recordings come along until their words are changed.
    """
    locked = Instrument.objects.select_for_update().get(pk=instrument.pk)
    if (known := draft_of(instrument=locked)) is not None:
        return known
    newest = newest_published(instrument=locked)
    draft = InstrumentVersion.objects.create(
        instrument=locked, number=newest.number + 1 if newest else 1, intro=newest.intro if newest else ""
    )
    if newest is not None:
        _copy(newest, draft)
    record(act="instrument.draft", by=by, thing=draft, at=at)
    return draft


def _copy(newest: InstrumentVersion, draft: InstrumentVersion) -> None:
    """A code that goes on needs no mapping any more: it has its identity by itself."""
    for item in newest.items.filter(withdrawal__isnull=True).order_by("position", "edition"):
        voice = Recording.objects.filter(item=item).first()
        kept = {
            field: getattr(item, field) for field in ("code", "area", "edition", "shielded", "indicator", *_WORDS)
        }
        copy = Item.objects.create(version=draft, position=item.position, **kept)
        if voice is not None:
            Recording.objects.create(
                item=copy, content=voice.content, media_type=voice.media_type, artificial=voice.artificial
            )
    _renumber(draft, list(draft.items.order_by("position").values_list("code", flat=True)))


@transaction.atomic
def reword(
    *, draft: InstrumentVersion, intro: str, changes: str, edits: int, by: Actor, at: datetime
) -> InstrumentVersion:
    """The words before the first question, and what is new in this version."""
    locked = lock_draft(draft)
    if locked.edits != edits and (locked.intro, locked.changes) != (intro, changes):
        raise Stale(_("En anden har ændret kladden, mens du skrev."), locked.intro, locked.edits)
    locked.intro, locked.changes = intro, changes
    locked.save(update_fields=["intro", "changes"])
    return edited(draft=locked, by=by, at=at)


@transaction.atomic
def add_item(*, draft: InstrumentVersion, said: ItemSaid, by: Actor, at: datetime) -> str:
    """A new question at the end; its code is made from its topic. Returns the code. Sent twice it is added once."""
    locked = lock_draft(draft)
    same = locked.items.filter(question=said.wording.question, topic=said.wording.topic).first()
    if same is not None:
        return same.code
    codes = _codes(locked)
    if len(codes) >= MOST_ITEMS // 2:
        raise NotPossible(_("Der er plads til %(most)d spørgsmål i et skema.") % {"most": MOST_ITEMS // 2})
    code = _new_code(locked.instrument, said.wording.topic)
    _write(locked, code, len(codes) + 1, said)
    edited(draft=locked, by=by, at=at)
    return code


@transaction.atomic
def change_item(
    *, draft: InstrumentVersion, code: str, said: ItemSaid, edits: int, by: Actor, at: datetime
) -> InstrumentVersion:
    """The question says something else. A recording of words that change is taken away with them.

    Raises Stale when somebody changed this draft since it was shown; `saved` is the question as it stands.
    """
    locked = lock_draft(draft)
    first = locked.items.filter(code=code).order_by("edition").first()
    if first is None:
        raise NotPossible(_("Spørgsmålet er fjernet fra kladden."))
    if said == as_said(locked, code):
        return locked
    if locked.edits != edits:
        raise Stale(_("En anden har ændret kladden, mens du skrev."), _in_words(locked, code), locked.edits)
    _write(locked, code, first.position, said)
    return edited(draft=locked, by=by, at=at)


@transaction.atomic
def remove_item(*, draft: InstrumentVersion, code: str, by: Actor, at: datetime) -> InstrumentVersion:
    """The question leaves the draft; in published versions it stays. Removing again changes nothing."""
    locked = lock_draft(draft)
    if not locked.items.filter(code=code).exists():
        return locked
    _take(locked, code)
    _renumber(locked, _codes(locked))
    return edited(draft=locked, by=by, at=at)


@transaction.atomic
def move_item(*, draft: InstrumentVersion, code: str, up: bool, by: Actor, at: datetime) -> InstrumentVersion:
    """The question changes places with its neighbour; at the end of the row it stays."""
    locked = lock_draft(draft)
    codes = _codes(locked)
    here = codes.index(code) if code in codes else -1
    there = here - 1 if up else here + 1
    if here < 0 or not 0 <= there < len(codes):
        return locked
    codes[here], codes[there] = codes[there], codes[here]
    _renumber(locked, codes)
    return edited(draft=locked, by=by, at=at)


@transaction.atomic
def discard(*, draft: InstrumentVersion, by: Actor, at: datetime) -> None:
    """The draft and what was remarked on it are given up; published versions are not touched."""
    locked = lock_draft(draft)
    record(act="instrument.discard", by=by, thing=locked, at=at)
    TestRemark.objects.filter(run__version=locked).delete()
    TestRun.objects.filter(version=locked).delete()
    Recording.objects.filter(item__version=locked).delete()
    locked.items.all().delete()
    locked.delete()


def as_said(version: InstrumentVersion, code: str) -> ItemSaid | None:
    """The question of that code as it stands; None when there is none."""
    rows = {item.edition: item for item in version.items.filter(code=code).order_by("edition")}
    first = rows.get("") or rows.get(Track.JOB)
    if first is None:
        return None
    other = rows.get(Track.EDUCATION)
    return ItemSaid(
        wording=_wording(first),
        education=_wording(other) if other else None,
        area=Area(first.area),
        shielded=first.shielded,
        continues=first.continues,
        indicator=first.indicator,
    )


def _wording(item: Item) -> Wording:
    return Wording(**{field: getattr(item, field) for field in _WORDS})


def _in_words(version: InstrumentVersion, code: str) -> str:
    """The question as it stands, to be read beside what somebody else wrote."""
    said = as_said(version, code)
    if said is None:
        return ""
    return "\n".join(" · ".join(getattr(words, field) for field in _WORDS) for words in said.editions.values())


def _write(draft: InstrumentVersion, code: str, position: int, said: ItemSaid) -> None:
    """The rows of the question, one an edition; a row whose words stay keeps its recording."""
    voices = {
        _wording(voice.item): voice
        for voice in Recording.objects.filter(item__version=draft, item__code=code).select_related("item")
    }
    _take(draft, code)
    for edition, wording in said.editions.items():
        item = Item.objects.create(
            version=draft,
            code=code,
            position=position,
            edition=edition,
            area=said.area,
            shielded=said.shielded,
            continues=said.continues,
            indicator=said.indicator,
            **{field: getattr(wording, field) for field in _WORDS},
        )
        if (voice := voices.get(wording)) is not None:
            Recording.objects.create(
                item=item, content=voice.content, media_type=voice.media_type, artificial=voice.artificial
            )


def _take(draft: InstrumentVersion, code: str) -> None:
    Recording.objects.filter(item__version=draft, item__code=code).delete()
    draft.items.filter(code=code).delete()


def _codes(draft: InstrumentVersion) -> list[str]:
    """The codes in their order, each once."""
    return list(dict.fromkeys(draft.items.order_by("position", "edition").values_list("code", flat=True)))


def _renumber(draft: InstrumentVersion, codes: list[str]) -> None:
    """Places from 1 without a gap. First all are moved out of the way: no two may share a place for a moment."""
    draft.items.update(position=F("position") + _APART)
    for place, code in enumerate(dict.fromkeys(codes), start=1):
        draft.items.filter(code=code).update(position=place)


def _new_code(instrument: Instrument, topic: str) -> str:
    """A code that was never used: the topic in small letters, with the municipality's number before a local one."""
    spelt = "".join(_SPELT.get(sign, sign) for sign in topic.lower())
    plain = re.sub(r"[^a-z0-9]+", "-", spelt).strip("-")
    if instrument.municipality_id is not None:
        plain = f"{instrument.municipality_id}-{plain}"
    plain = plain[:_LONGEST_CODE].strip("-") or "spoergsmaal"
    used = set(Item.objects.order_by("pk").values_list("code", flat=True))
    candidates = (plain, *(f"{plain}-{number}" for number in range(2, len(used) + 3)))
    return next(code for code in candidates if code not in used)
