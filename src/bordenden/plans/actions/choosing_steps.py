"""What every step goes by: the line locked first, the table of steps, and plans that follow the line."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from bordenden.audit.actions import Actor, record
from bordenden.foundation.nobody import NOBODY
from bordenden.foundation.rules import NotPossible
from bordenden.offers import actions as offers
from bordenden.offers.models import Offer
from bordenden.offers.words import HOLDS_A_PLACE, WaitingState
from bordenden.plans.actions.holding import hold
from bordenden.plans.models import Chosen, ChosenMark
from bordenden.plans.words import COMES_FROM, IN_A_LINE, ChosenStatus


def hold_with_its_line(chosen: Chosen) -> Chosen:
    """The row as it is saved; the line of its offer is locked before it, always in that order."""
    if chosen.offer is not None:
        offers.hold_line(chosen.offer)
    return hold(Chosen, chosen)


def step_to(
    *,
    held: Chosen,
    status: ChosenStatus,
    by: Actor,
    at: datetime,
    why: str = "",
    also: tuple[str, ...] = (),
) -> Chosen:
    """One step with its mark and its entry. Raises NotPossible for a step that does not exist."""
    if held.status not in COMES_FROM[status]:
        raise NotPossible(_("Det kan ikke lade sig gøre nu. Der står: %(now)s.") % {"now": held.get_status_display()})
    held.status, held.status_at, held.version = status, at, held.version + 1
    held.save(update_fields=["status", "status_at", "version", *also])
    ChosenMark.objects.create(
        table_id=held.table_id,
        municipality_id=held.municipality_id,
        chosen=held,
        status=status,
        at=at,
        by_id=None if by.pk == NOBODY.pk else by.pk,
        why=why.strip(),
    )
    record(act=f"chosen.{status}", by=by, thing=held, at=at)
    return held


@transaction.atomic
def follow(*, offer: Offer, at: datetime) -> int:
    """What stands on the plans is what stands in the line. Gives how many plans changed; again gives none.

    Call it where an offer's line was changed without the plan at hand: more room, withdrawn, a priority.
    """
    offers.hold_line(offer)
    rows = Chosen.objects.select_for_update(of=("self",)).filter(waiting__offer=offer, status__in=IN_A_LINE)
    changed = 0
    for chosen in rows.select_related("waiting").order_by("pk"):
        stands = _stands(chosen)
        if stands is not None and stands != chosen.status:
            step_to(held=chosen, status=stands, by=NOBODY, at=at, why=_why(chosen))
            changed += 1
    return changed


def _stands(chosen: Chosen) -> ChosenStatus | None:
    """What a plan says of a place in line; None where the line no longer decides it."""
    waiting = chosen.waiting
    if waiting is None:
        return None
    if waiting.state in HOLDS_A_PLACE:
        return ChosenStatus.OFFERED
    return ChosenStatus.WAITING if waiting.state == WaitingState.WAITING else as_before(chosen)


def as_before(chosen: Chosen) -> ChosenStatus:
    """Before the line it was a wish, or it was granted; a yes from the municipality still holds."""
    return ChosenStatus.GRANTED if chosen.decided_at is not None else ChosenStatus.WISH


def _why(chosen: Chosen) -> str:
    waiting = chosen.waiting
    told = {WaitingState.PASSED_ON, WaitingState.WITHDRAWN}
    return str(waiting.get_state_display()) if waiting is not None and waiting.state in told else ""
