"""Reads about instruments: which version is asked, which questions of it, and what is recorded of them."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Q

from bordenden.assessments.models import InstrumentVersion, Item, Recording, Sheet
from bordenden.assessments.words import CODES, MIN_VURDERING, Purpose
from bordenden.pathways.models import Table
from bordenden.pathways.queries import course
from bordenden.people.models import Municipality
from bordenden.programmes.words import Track


def current_version(*, code: str = MIN_VURDERING) -> InstrumentVersion | None:
    """The newest published version of an instrument."""
    published = InstrumentVersion.objects.filter(instrument__code=code, published_at__isnull=False)
    return published.select_related("instrument").order_by("-number").first()


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


def asked(*, sheet: Sheet, answered: Iterable[UUID] = ()) -> list[Item]:
    """The questions of the sheet in order: the core in her edition, then the municipality's own; one query.

    A withdrawn question is asked no more: it is among them only where it was `answered` before. A sheet from
    before there were editions is asked the words for a job.
    """
    edition = Q(edition="") | Q(edition=sheet.edition or Track.JOB)
    versions = [pk for pk in (sheet.version_id, sheet.local_version_id) if pk is not None]
    stands = Q(withdrawal__isnull=True) | Q(pk__in=list(answered))
    items = Item.objects.filter(edition, stands, version__in=versions).order_by("position", "pk")
    return sorted(items, key=lambda item: (item.version_id != sheet.version_id, item.position))


def is_asked(*, sheet: Sheet, item: Item) -> bool:
    """Whether the question is one of the sheet's, as it stands now."""
    return any(one.pk == item.pk for one in asked(sheet=sheet))


def recorded(*, items: Iterable[Item]) -> frozenset[UUID]:
    """Which of the questions can be heard, by their ids; the sound itself is fetched on tap."""
    found = Recording.objects.filter(item__in=[item.pk for item in items]).order_by("pk")
    return frozenset(found.values_list("item_id", flat=True))


def recording_of(*, item: Item) -> Recording | None:
    """The sound of one question."""
    return Recording.objects.filter(item=item).first()
