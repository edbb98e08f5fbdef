"""Reads about instruments: which version is asked, which questions of it, and what is recorded of them."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Q, QuerySet

from bordenden.assessments.models import (
    Answer,
    Instrument,
    InstrumentVersion,
    Item,
    Recording,
    Sheet,
    TestRemark,
    TestRun,
)
from bordenden.assessments.words import CODES, MIN_VURDERING, Purpose
from bordenden.audit.actions import Actor
from bordenden.foundation.prepared import Question
from bordenden.pathways.models import Table
from bordenden.pathways.queries import course
from bordenden.people.models import Municipality
from bordenden.programmes.words import Track


def current_version(*, code: str = MIN_VURDERING) -> InstrumentVersion | None:
    """The newest published version of an instrument."""
    return published_version(code=code)


def published_version(*, code: str, number: int | None = None) -> InstrumentVersion | None:
    """The published version of that number; without one, the newest."""
    published = InstrumentVersion.objects.filter(instrument__code=code, published_at__isnull=False)
    chosen = published if number is None else published.filter(number=number)
    return chosen.select_related("instrument").order_by("-number").first()


def version_for(*, purpose: Purpose, municipality: Municipality | None = None) -> InstrumentVersion | None:
    """The version that is asked now: the common core, or with `municipality` its own questions beside the core."""
    if municipality is None:
        return current_version(code=CODES[purpose])
    published = InstrumentVersion.objects.filter(
        instrument__purpose=purpose, instrument__municipality=municipality, published_at__isnull=False
    )
    return published.select_related("instrument").order_by("-number").first()


def edition_of(*, table: Table) -> Track:
    """The edition her questions come in: it follows the track of her course (R13); the job's where there is none."""
    enrolment = course(table=table)
    return Track(enrolment.track) if enrolment is not None else Track.JOB


def asked(*, sheet: Sheet, answered: Iterable[Answer] = ()) -> list[Item]:
    """The questions of the sheet in order: the core in her edition, then the municipality's own; one query.

    A withdrawn question is asked no more: it is among them only where it was `answered` before. A sheet from
    before there were editions is asked the words for a job.
    """
    edition = Q(edition="") | Q(edition=sheet.edition or Track.JOB)
    versions = [pk for pk in (sheet.version_id, sheet.local_version_id) if pk is not None]
    stands = Q(withdrawal__isnull=True) | Q(pk__in=[answer.item_id for answer in answered])
    items = Item.objects.filter(edition, stands, version__in=versions).order_by("position", "pk")
    return sorted(items, key=lambda item: (item.version_id != sheet.version_id, item.position))


def recorded(*, items: Iterable[Item]) -> frozenset[UUID]:
    """Which of the questions can be heard, by their ids; the sound itself is fetched on tap."""
    found = Recording.objects.filter(item__in=[item.pk for item in items]).order_by("pk")
    return frozenset(found.values_list("item_id", flat=True))


def recording_of(*, item: Item) -> Recording | None:
    """The sound of one question."""
    return Recording.objects.filter(item=item).first()


def newest_published(*, instrument: Instrument) -> InstrumentVersion | None:
    """The version that is in use."""
    return next(iter(_newest_published.ask(instrument=instrument.pk)), None)


@Question
def _newest_published(*, instrument: UUID) -> QuerySet[InstrumentVersion]:
    published = InstrumentVersion.objects.filter(instrument_id=instrument, published_at__isnull=False)
    return published.select_related("instrument").order_by("-number")[:1]


def draft_of(*, instrument: Instrument) -> InstrumentVersion | None:
    """The one draft of the instrument, if it has one."""
    return next(iter(_draft.ask(instrument=instrument.pk)), None)


@Question
def _draft(*, instrument: UUID) -> QuerySet[InstrumentVersion]:
    drafts = InstrumentVersion.objects.filter(instrument_id=instrument, published_at__isnull=True)
    return drafts.select_related("instrument").order_by("pk")[:1]


def versions_of(*, instrument: Instrument) -> list[InstrumentVersion]:
    """All versions, newest first; a draft is among them."""
    return list(instrument.versions.select_related("instrument").order_by("-number"))


def stand_of(*, instruments: Iterable[Instrument]) -> dict[UUID, tuple[InstrumentVersion | None, bool]]:
    """For each the version in use, and whether it has a draft; one query."""
    stand: dict[UUID, tuple[InstrumentVersion | None, bool]] = {one.pk: (None, False) for one in instruments}
    for version in InstrumentVersion.objects.filter(instrument__in=list(stand)).order_by("number"):
        newest, drafted = stand[version.instrument_id]
        published = version.published_at is not None
        stand[version.instrument_id] = (version if published else newest, drafted or not published)
    return stand


def version_numbered(*, instrument: Instrument, number: int) -> InstrumentVersion | None:
    """The version with that number."""
    return instrument.versions.filter(number=number).select_related("instrument").first()


def items_of(*, version: InstrumentVersion) -> list[Item]:
    """Its questions in order, both editions; with whether each is withdrawn, and its recording, in one query.

    The sound itself is not fetched.
    """
    rows = version.items.select_related("withdrawal", "recording").defer("recording__content")
    return list(rows.order_by("position", "edition"))


def items_in(*, version: InstrumentVersion, edition: str) -> list[Item]:
    """The questions somebody on that track is asked, in order; for previews and test runs."""
    chosen = Q(edition="") | Q(edition=edition or Track.JOB)
    return list(version.items.filter(chosen, withdrawal__isnull=True).order_by("position"))


def to_continue(*, draft: InstrumentVersion, code: str) -> list[tuple[str, str]]:
    """What a question of the draft may continue: codes of earlier versions that are no question here, with topics.

    What another question of the draft continues already is left out.
    """
    own = set(draft.items.order_by("pk").values_list("code", flat=True))
    heirs = set(
        draft.items.exclude(code=code).exclude(continues="").order_by("pk").values_list("continues", flat=True)
    )
    earlier = Item.objects.filter(version__instrument=draft.instrument_id, version__published_at__isnull=False)
    topics = dict(earlier.order_by("version__number", "-edition").values_list("code", "topic"))
    return sorted((one, topic) for one, topic in topics.items() if one not in own | heirs)


def run_of(*, draft: InstrumentVersion, by: Actor) -> TestRun | None:
    """The test run of this draft that the person is in the middle of."""
    return TestRun.objects.filter(version=draft, by=by.pk, finished_at__isnull=True).order_by("begun_at").first()


def remarks_of(*, run: TestRun) -> dict[str, TestRemark]:
    """What was said in the run so far, by the code of the question."""
    return {one.code: one for one in run.remarks.order_by("code")}


def runs_of(*, version: InstrumentVersion) -> QuerySet[TestRun]:
    """All test runs of a version with who and what was remarked, newest first; two queries a page."""
    runs = TestRun.objects.filter(version=version).select_related("by__municipality")
    return runs.prefetch_related("remarks").order_by("-begun_at", "pk")
