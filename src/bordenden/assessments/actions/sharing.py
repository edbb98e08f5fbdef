"""Who but she may see a finished sheet: sent to one seat, shown for a day, taken back. Closed is the default."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from bordenden.assessments.actions.answering import hold
from bordenden.assessments.models import Sheet
from bordenden.assessments.queries import left_behind
from bordenden.assessments.words import Sharing
from bordenden.audit.actions import Actor, record
from bordenden.foundation.days import end_of
from bordenden.foundation.rules import NotPossible
from bordenden.pathways.models import Seat, Table
from bordenden.pathways.queries import seat_in_role
from bordenden.pathways.words import SeatRole


@transaction.atomic
def send(*, sheet: Sheet, to: Seat, by: Actor, at: datetime) -> Sheet:
    """Whoever sits on this very seat may read it from now. The same again changes nothing.

    Raises NotPossible when the seat is no longer the caseworker's: she is asked again, with the new name.
    """
    held = _ready(sheet)
    _refuse_unseated(held, to, at)
    if (held.sharing, held.shared_to_id) == (Sharing.SENT, to.pk):
        return held
    return _shared(held, Sharing.SENT, to, None, act="sheet.send", by=by, at=at)


@transaction.atomic
def show_at_meeting(*, sheet: Sheet, to: Seat, by: Actor, at: datetime) -> Sheet:
    """She will show it when they meet: it stays closed until she opens it on the day."""
    held = _ready(sheet)
    _refuse_unseated(held, to, at)
    if (held.sharing, held.shared_to_id) == (Sharing.MEETING, to.pk):
        return held
    return _shared(held, Sharing.MEETING, to, None, act="sheet.meet", by=by, at=at)


@transaction.atomic
def show_now(*, sheet: Sheet, to: Seat, by: Actor, at: datetime) -> Sheet:
    """Open for this seat until midnight in Denmark, then closed by itself."""
    held = _ready(sheet)
    _refuse_unseated(held, to, at)
    until = end_of(localdate(at))
    if (held.sharing, held.shared_to_id, held.shared_until) == (Sharing.MEETING, to.pk, until):
        return held
    return _shared(held, Sharing.MEETING, to, until, act="sheet.show", by=by, at=at)


@transaction.atomic
def keep(*, sheet: Sheet, by: Actor, at: datetime) -> Sheet:
    """Nobody but she sees it from now. What was read before stays read."""
    held = _ready(sheet)
    if held.sharing == Sharing.KEPT:
        return held
    return _shared(held, Sharing.KEPT, None, None, act="sheet.keep", by=by, at=at)


@transaction.atomic
def send_also(*, table: Table, to: Seat, by: Actor, at: datetime) -> int:
    """What an earlier caseworker was sent, for the new one too, because she says so; the number of sheets."""
    behind = list(left_behind(table=table, seat=to))
    for sheet in behind:
        send(sheet=sheet, to=to, by=by, at=at)
    return len(behind)


def _ready(sheet: Sheet) -> Sheet:
    """The sheet, locked. Only a finished one is shared; what was written for her only once she has confirmed it."""
    held = hold(sheet)
    if held.finished_at is None:
        raise NotPossible(_("Sig først, at du er færdig. Så vælger du, hvem der må se det."))
    if held.pen_id is not None and held.confirmed_at is None:
        raise NotPossible(_("Sig først, om svarene er rigtige. Så vælger du, hvem der må se dem."))
    return held


def _refuse_unseated(held: Sheet, to: Seat, at: datetime) -> None:
    """The seat row is locked, so that it cannot end between the question and the answer."""
    seat = Seat.objects.select_for_update(of=("self",)).select_related("person").get(pk=to.pk)
    sits = seat.starts_at <= at and (seat.ends_at is None or at < seat.ends_at)
    if sits and seat.table_id == held.table_id and seat.role == SeatRole.COORDINATOR:
        return
    now = seat_in_role(table=held.table, role=SeatRole.COORDINATOR, at=at)
    if now is None:
        raise NotPossible(
            _("%(name)s er ikke din sagsbehandler mere. Du får en ny. Dine svar er gemt, og kun du kan se dem.")
            % {"name": seat.person.given_name}
        )
    raise NotPossible(
        _("%(name)s er ikke din sagsbehandler mere. Det er %(new)s nu. Vil du dele det med %(new)s?")
        % {"name": seat.person.given_name, "new": now.person.given_name}
    )


def _shared(
    held: Sheet, sharing: Sharing, to: Seat | None, until: datetime | None, *, act: str, by: Actor, at: datetime
) -> Sheet:
    held.sharing, held.shared_to, held.shared_until = sharing, to, until
    held.shared_at = at if to is not None else None
    held.save(update_fields=["sharing", "shared_to", "shared_until", "shared_at"])
    record(act=act, by=by, thing=held, at=at)
    return held
