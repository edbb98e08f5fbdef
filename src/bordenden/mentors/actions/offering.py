"""A mentor is always offered: by her caseworker, or at the latest by the municipality itself; she answers."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from bordenden.audit.actions import Actor, record, record_all
from bordenden.foundation.rules import NotPossible
from bordenden.mentors.models import MentorOffering
from bordenden.mentors.queries import mentor_of, never_offered, offering_of, without_offer
from bordenden.mentors.words import OFFERED_AT_LATEST_DAYS, OfferAnswer
from bordenden.pathways.actions import note_mentor_offered, note_mentors_offered
from bordenden.pathways.models import Seat, Table
from bordenden.pathways.queries import at_the_head, heads_of, sits_at_head
from bordenden.pathways.words import SeatRole
from bordenden.people.models import Municipality, Person
from bordenden.post.actions import call_off, queue, queue_all
from bordenden.post.words import Kind

# Tables a list of parameters, and rows a statement.
AT_ONCE, BATCH = 2_000, 500


@transaction.atomic
def offer(*, table: Table, by: Person, at: datetime) -> MentorOffering:
    """She is offered a mentor, and hears of it. While she has not answered, or has said yes, it stands.

    Raises NotPossible where somebody sits there as mentor already.
    """
    Table.objects.select_for_update(no_key=True).get(pk=table.pk)
    if mentor_of(table=table, at=at) is not None:
        raise NotPossible(_("Der sidder allerede en mentor ved bordet."))
    standing = offering_of(table=table)
    if standing is not None and (not standing.answer or _still_to_choose(standing)):
        # Whoever comes back has a course more, and an offer that stands is one for it too.
        note_mentor_offered(table=table, on=localdate(at))
        return standing
    return _offered(table, by, by, at)


@transaction.atomic
def offer_to_all(*, tables: Sequence[Table], by: Person, at: datetime) -> int:
    """At each of many tables a mentor is offered, as `offer` does at one; where an offer stands, or a mentor sits,
    nothing more is. Gives how many were. The queries grow by few in two thousand tables."""
    offered = 0
    for first in range(0, len(tables), AT_ONCE):
        some = tables[first : first + AT_ONCE]
        note_mentors_offered(tables=some, on=localdate(at))
        without = list(without_offer(tables=some))
        rows = (
            MentorOffering(table=table, municipality_id=table.municipality_id, offered_by=by, offered_at=at)
            for table in without
        )
        made = MentorOffering.objects.bulk_create(rows, BATCH)
        record_all(act="mentor.offer", by=by, things=made, at=at)
        heads = heads_of(tables=without, at=at)
        told = [(head, one, f"mentor_offered:{one.pk}") for one in made for head in heads.get(one.table_id, ())]
        queue_all(letters=told, kind=Kind.MENTOR_ANSWER, at=at)
        offered += len(made)
    return offered


@transaction.atomic
def answer(*, offering: MentorOffering, said: OfferAnswer, by: Actor, at: datetime) -> MentorOffering:
    """Her answer. Until she has chosen somebody she may say something else; the day is that of the last answer.

    Raises NotPossible for anybody but the head, and for a no from an old page while a mentor sits there.
    """
    if not sits_at_head(thing=offering, person=by, at=at):
        raise NotPossible(_("Det kan kun den, der sidder for bordenden, svare på."))
    held = MentorOffering.objects.select_for_update(of=("self",)).select_related("table").get(pk=offering.pk)
    if held.answer != said:
        if said != OfferAnswer.YES and mentor_of(table=held.table, at=at) is not None:
            raise NotPossible(_("Der sidder allerede en mentor ved bordet."))
        held.answer, held.answered_at = said, at
        held.save(update_fields=["answer", "answered_at"])
        call_off(about=held, kind=Kind.MENTOR_ANSWER, at=at)
        record(act="mentor.answer", by=by, thing=held, at=at)
    return held


@transaction.atomic
def said_yes(*, table: Table, by: Actor, at: datetime) -> MentorOffering:
    """Whoever chooses a mentor has said yes, also where nobody had asked."""
    standing = offering_of(table=table)
    if standing is None:
        standing = _write(table, None, at)
        record(act="mentor.offer", by=by, thing=standing, at=at)
    return answer(offering=standing, said=OfferAnswer.YES, by=by, at=at)


@transaction.atomic
def offer_to_those_without(*, place: Municipality, by: Actor, at: datetime) -> int:
    """Everybody who has been in a course for two weeks and was never offered a mentor is. Gives how many."""
    tables = list(never_offered(municipality=place.pk, before=at - timedelta(days=OFFERED_AT_LATEST_DAYS)))
    offered = 0
    for table in tables:
        # Her caseworker may be offering one at this very moment: one such must not undo everybody's.
        Table.objects.select_for_update(no_key=True).get(pk=table.pk)
        if offering_of(table=table) is None and mentor_of(table=table, at=at) is None:
            _offered(table, None, by, at)
            offered += 1
    return offered


def _still_to_choose(offering: MentorOffering) -> bool:
    """Whether she said yes and has had no mentor since."""
    if offering.answer != OfferAnswer.YES or offering.answered_at is None:
        return False
    since = Seat.objects.filter(table_id=offering.table_id, role=SeatRole.MENTOR, ends_at__gt=offering.answered_at)
    return not since.exists()


def _offered(table: Table, offered_by: Person | None, by: Actor, at: datetime) -> MentorOffering:
    made = _write(table, offered_by, at)
    record(act="mentor.offer", by=by, thing=made, at=at)
    for head in at_the_head(table=table, at=at):
        queue(to=head, kind=Kind.MENTOR_ANSWER, about=made, event=f"mentor_offered:{made.pk}", at=at)
    return made


def _write(table: Table, offered_by: Person | None, at: datetime) -> MentorOffering:
    note_mentor_offered(table=table, on=localdate(at))
    return MentorOffering.objects.create(
        table=table, municipality_id=table.municipality_id, offered_by=offered_by, offered_at=at
    )
