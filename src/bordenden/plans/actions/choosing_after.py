"""Writes about what came of it: her own view, asked for once; and the municipality's answer, with its letter."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from bordenden.audit.actions import Actor, record
from bordenden.foundation.rules import NotPossible, Stale
from bordenden.pathways.queries import at_the_head, roles_of
from bordenden.pathways.words import SeatRole
from bordenden.people.actions import NATIONAL, Place
from bordenden.people.models import Municipality
from bordenden.plans.actions.choosing_steps import hold_with_its_line, step_to
from bordenden.plans.actions.deciding import decide
from bordenden.plans.actions.holding import hold, only_the_head, some
from bordenden.plans.models import Chosen, ComplaintGuide, Ruling
from bordenden.plans.queries import how_to_complain, words_under
from bordenden.plans.words import OVER, ChosenStatus, DecisionAbout, Match, Outcome
from bordenden.post.actions import queue
from bordenden.post.words import Kind

DECIDES = frozenset({SeatRole.COORDINATOR, SeatRole.SUBSTITUTE})


@transaction.atomic
def answer_request(
    *, chosen: Chosen, granted: bool, why: str, by: Actor, at: datetime, formal: bool = False
) -> Chosen:
    """The municipality says yes or no to what she asked for, and who said it stands there.

    A no, and every formal decision, carries its grounds; a formal one is a letter with how to complain. The same
    answer again changes nothing. Raises NotPossible without grounds, and for anybody but her caseworker.
    """
    if not roles_of(thing=chosen, person=by, at=at) & DECIDES:
        raise NotPossible(_("Det kan kun sagsbehandleren ved bordet svare på."))
    why = why.strip()
    if not why and (formal or not granted):
        raise NotPossible(_("Skriv hvorfor. Borgeren læser det."))
    held = hold_with_its_line(chosen)
    status = ChosenStatus.GRANTED if granted else ChosenStatus.NOT_GRANTED
    if (held.status, held.decided_why, held.formal) == (status, why, formal):
        return held
    held.decided_why, held.decided_by_id, held.decided_at, held.formal = why, by.pk, at, formal
    step_to(held=held, status=status, by=by, at=at, also=("decided_why", "decided_by", "decided_at", "formal"))
    if formal:
        _give_letter(held, granted, by, at)
    decide(
        plan=held.plan,
        about=DecisionAbout.OFFER,
        thing=held,
        by=by,
        at=at,
        proposed_by=held.chosen_by,
        statement=words_under(chosen=held),
    )
    for person in at_the_head(table=held.table, at=at):
        queue(to=person, kind=Kind.DECISION, about=held, event=f"decision:{held.pk}:{held.version}", at=at)
    return held


@transaction.atomic
def say_outcome(
    *,
    chosen: Chosen,
    outcome: Outcome,
    hit_right: Match | None,
    words: str,
    version: int,
    by: Actor,
    at: datetime,
) -> Chosen:
    """Her own view: did it succeed, did it hit right, and what she says of it. The same said again changes nothing.

    Raises NotPossible before it is over, Stale when she said something else on another telephone in between.
    """
    only_the_head(thing=chosen, by=by, at=at)
    held = hold(Chosen, chosen)
    said = (outcome, hit_right or "", words.strip())
    if (held.outcome, held.hit_right, held.outcome_words) == said:
        return held
    if held.status not in OVER:
        raise NotPossible(_("Det kan du sige, når det er slut."))
    if held.outcome and held.version != version:
        raise Stale(_("Du har svaret et andet sted, mens du skrev."), held.outcome_words, held.version)
    held.outcome, held.hit_right, held.outcome_words = said
    held.version += 1
    held.save(update_fields=["outcome", "hit_right", "outcome_words", "version"])
    record(act="chosen.outcome", by=by, thing=held, at=at)
    return held


@transaction.atomic
def let_be(*, chosen: Chosen, by: Actor, at: datetime) -> Chosen:
    """She would rather not say; she is not asked again, and may still say it."""
    only_the_head(thing=chosen, by=by, at=at)
    held = hold(Chosen, chosen)
    if held.let_be_at is None:
        held.let_be_at = at
        held.save(update_fields=["let_be_at"])
        record(act="chosen.let_be", by=by, thing=held, at=at)
    return held


@transaction.atomic
def write_complaint_guide(
    *, municipality: Municipality | None, words: str, by: Actor, at: datetime
) -> ComplaintGuide:
    """How one complains, in the municipality's own words (None: everywhere); letters already given keep theirs."""
    made_up = municipality is not None and municipality.made_up
    guide = ComplaintGuide.objects.create(
        municipality=municipality, words=some(words), written_at=at, made_up=made_up
    )
    record(act="complaint.guide", by=by, thing=Place(municipality.pk if municipality else NATIONAL), at=at)
    return guide


def _give_letter(held: Chosen, granted: bool, by: Actor, at: datetime) -> Ruling:
    ruling = Ruling.objects.create(
        table_id=held.table_id,
        municipality_id=held.municipality_id,
        chosen=held,
        granted=granted,
        what=held.title,
        grounds=held.decided_why,
        how_to_complain=how_to_complain(municipality=held.municipality_id),
        decided_by_id=by.pk,
        decided_at=at,
    )
    record(act="ruling.give", by=by, thing=ruling, at=at)
    return ruling
