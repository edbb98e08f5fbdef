"""Vi svarer sammen: the caseworker writes while she speaks, and she says afterwards whether it is right."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from bordenden.assessments.actions.answering import asked_now, hold
from bordenden.assessments.models import Answer, Sheet
from bordenden.assessments.queries import edition_of, penned_sheet, version_for
from bordenden.assessments.words import Purpose, Sharing
from bordenden.audit.actions import Actor, record
from bordenden.foundation.rules import NotPossible
from bordenden.pathways.models import Seat, Table


@transaction.atomic
def start_together(*, table: Table, seat: Seat, by: Actor, at: datetime) -> Sheet:
    """The round this caseworker is writing down, begun now when there is none; `by` is the citizen who speaks.

    What an earlier caseworker had begun to write is put to her as it is; where nothing was written it is taken over.
    """
    under_way = penned_sheet(table=table)
    if under_way is not None:
        held = hold(under_way)
        if held.pen_id == seat.person_id:
            return held
        if not Answer.objects.filter(sheet=held).exists():
            return _take_over(held, seat, by, at)
        held.finished_at = at
        held.save(update_fields=["finished_at"])
        record(act="sheet.finish", by=by, pen=seat.person, thing=held, at=at)
    sheet = Sheet.objects.create(
        table=table,
        municipality_id=table.municipality_id,
        version=asked_now(Purpose.SITUATION),
        local_version=version_for(purpose=Purpose.SITUATION, municipality=table.municipality),
        edition=edition_of(table=table),
        started_at=at,
        sharing=Sharing.SENT,
        shared_to=seat,
        shared_at=at,
        pen=seat.person,
    )
    record(act="sheet.start", by=by, pen=seat.person, thing=sheet, at=at)
    return sheet


def _take_over(held: Sheet, seat: Seat, by: Actor, at: datetime) -> Sheet:
    held.pen, held.shared_to, held.shared_at = seat.person, seat, at
    held.save(update_fields=["pen", "shared_to", "shared_at"])
    record(act="sheet.start", by=by, pen=seat.person, thing=held, at=at)
    return held


@transaction.atomic
def confirm(*, sheet: Sheet, by: Actor, at: datetime) -> Sheet:
    """ "Ja, det er mine svar": from now they are hers, and a point of her curve. Again changes nothing."""
    held = _written_for_her(sheet)
    if held.confirmed_at is not None:
        return held
    held.confirmed_at = at
    held.save(update_fields=["confirmed_at"])
    record(act="sheet.confirm", by=by, thing=held, at=at)
    return held


@transaction.atomic
def refuse(*, sheet: Sheet, by: Actor, at: datetime) -> Sheet:
    """ "Nej, det er ikke mine svar": shown to nobody any more and in no curve; the row stays, unconfirmed."""
    held = _written_for_her(sheet)
    if held.confirmed_at is not None:
        raise NotPossible(_("Du har sagt ja til svarene. Du kan stadig vælge, hvem der må se dem."))
    if held.sharing == Sharing.KEPT:
        return held
    held.sharing, held.shared_to, held.shared_at, held.shared_until = Sharing.KEPT, None, None, None
    held.save(update_fields=["sharing", "shared_to", "shared_at", "shared_until"])
    record(act="sheet.refuse", by=by, thing=held, at=at)
    return held


def _written_for_her(sheet: Sheet) -> Sheet:
    held = hold(sheet)
    if held.pen_id is None or held.finished_at is None:
        raise NotPossible(_("Der er ikke noget at sige ja eller nej til lige nu."))
    return held
