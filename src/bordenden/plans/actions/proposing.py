"""Writes about proposals: made beside her, answered by her, and nothing happens before she has said yes."""

from collections.abc import Callable
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from bordenden.audit.actions import Actor, record
from bordenden.foundation.ids import FormKey, new_id
from bordenden.foundation.rules import SAID_AGAIN, AlreadySent, NotPossible
from bordenden.offers.models import Offer
from bordenden.pathways.queries import at_the_head
from bordenden.plans.actions.choosing import in_catalogue_of, wish
from bordenden.plans.actions.deciding import Decided, decide
from bordenden.plans.actions.goals import Tags, set_goal
from bordenden.plans.actions.holding import LONGEST_STEP, hold, only_the_head, some, where
from bordenden.plans.actions.saying import say_first
from bordenden.plans.actions.steps import Around, set_step
from bordenden.plans.models import Barrier, Goal, Plan, Proposal
from bordenden.plans.queries import side_of, to_build_on
from bordenden.plans.words import DecisionAbout, GoalKind, ProposalAnswer, StepOwner
from bordenden.post.actions import call_off, queue
from bordenden.post.words import Kind

_BESIDE_HER = (StepOwner.COORDINATOR, StepOwner.MENTOR)


@transaction.atomic
def propose(
    *,
    plan: Plan,
    about: DecisionAbout,
    words: str,
    form_key: FormKey,
    by: Actor,
    at: datetime,
    goal: Goal | None = None,
    barrier: Barrier | None = None,
    owner: StepOwner | None = None,
    goal_kind: GoalKind | None = None,
    offer: Offer | None = None,
) -> Proposal:
    """Her caseworker or her mentor proposes something. She hears of it once; nothing changes until she answers.

    The same again while it is open gives the first. Raises NotPossible for who sits elsewhere.
    """
    _may_propose(plan, by, at)
    _fits(plan, about, (goal, barrier), offer)
    words = some(words, longest=LONGEST_STEP)
    same = Proposal.objects.filter(plan=plan, about=about, words=words, proposed_by_id=by.pk, answer="")
    said = same.filter(taken_back_at=None, proposed_at__gt=at - SAID_AGAIN, proposed_at__lte=at).first()
    if said is not None:
        return said
    on = {"goal": goal, "barrier": barrier, "offer": offer, "owner": owner or "", "goal_kind": goal_kind or ""}
    proposal, created = Proposal.objects.get_or_create(
        plan=plan,
        form_key=form_key,
        defaults={**where(plan), **on, "about": about, "words": words, "proposed_by_id": by.pk, "proposed_at": at},
    )
    if created:
        record(act="proposal.make", by=by, thing=proposal, at=at)
        _tell_her(proposal, at)
    elif (proposal.words, proposal.proposed_by_id) != (words, by.pk):
        raise AlreadySent(proposal.words)
    return proposal


@transaction.atomic
def take_back_proposal(*, proposal: Proposal, by: Actor, at: datetime) -> Proposal:
    """Whoever made it takes it back while she has not answered. Again changes nothing."""
    saved = hold(Proposal, proposal)
    if saved.proposed_by_id != by.pk:
        raise NotPossible(_("Det er ikke dit forslag."))
    if saved.answer:
        raise NotPossible(_("Der er svaret på forslaget."))
    if saved.taken_back_at is None:
        saved.taken_back_at = at
        saved.save(update_fields=["taken_back_at"])
        call_off(about=saved, kind=Kind.PROPOSAL, at=at)
        record(act="proposal.take_back", by=by, thing=saved, at=at)
    return saved


@transaction.atomic
def answer_proposal(
    *,
    proposal: Proposal,
    answer: ProposalAnswer,
    by: Actor,
    at: datetime,
    words: str = "",
    own_words: str = "",
) -> Proposal:
    """She says yes, yes in her own `words`, or no (no reason asked). Only a yes makes anything.

    A yes builds on her newest words; who has said nothing yet says `own_words` first, kept as what she wishes.
    The same answer again changes nothing. Raises NotPossible for anybody but the head, for another answer than the
    first, for one that was taken back, and for a yes without any words of hers.
    """
    only_the_head(thing=proposal, by=by, at=at)
    saved = hold(Proposal, proposal)
    if saved.answer == answer:
        return saved
    if saved.answer or saved.taken_back_at is not None:
        raise NotPossible(_("Forslaget er ikke åbent mere. Se på din plan, hvad der skete."))
    if answer != ProposalAnswer.REJECTED and saved.about not in _TAKES_EFFECT:
        raise NotPossible(_("Det forslag svarer du på et andet sted: Rundt om mig."))
    reworded = some(words, longest=LONGEST_STEP) if answer == ProposalAnswer.REWORDED else ""
    if answer != ProposalAnswer.REJECTED:
        _say_first(saved.plan, own_words, by, at)
        saved.made = _TAKES_EFFECT[DecisionAbout(saved.about)](saved, reworded or saved.words, by, at).pk
    saved.answer, saved.answer_words, saved.answered_at = answer, reworded, at
    saved.save(update_fields=["answer", "answer_words", "answered_at", "made"])
    call_off(about=saved, kind=Kind.PROPOSAL, at=at)
    record(act="proposal.answer", by=by, thing=saved, at=at)
    return saved


def _may_propose(plan: Plan, by: Actor, at: datetime) -> None:
    if side_of(thing=plan, person=by, at=at) not in _BESIDE_HER:
        raise NotPossible(_("Kun de, der sidder ved bordet, kan foreslå noget."))


def _fits(plan: Plan, about: DecisionAbout, on: tuple[Goal | Barrier | None, ...], offer: Offer | None) -> None:
    """What it is on stands on this plan; a possibility, and nothing else, is one of her municipality's catalogue."""
    elsewhere = any(one is not None and one.plan_id != plan.pk for one in on)
    if about not in _TAKES_EFFECT or elsewhere or (about == DecisionAbout.OFFER) != (offer is not None):
        raise NotPossible(_("Det kan ikke foreslås her."))
    if offer is not None and not in_catalogue_of(plan=plan, offer=offer):
        raise NotPossible(_("Den mulighed findes ikke mere. Se, om der er en anden."))


def _tell_her(proposal: Proposal, at: datetime) -> None:
    for head in at_the_head(table=proposal.table, at=at):
        queue(to=head, kind=Kind.PROPOSAL, about=proposal, event=f"proposal:{proposal.pk}", at=at)


def _say_first(plan: Plan, own_words: str, by: Actor, at: datetime) -> None:
    """Others' words are not hers: a yes builds on something she has said herself."""
    if say_first(plan=plan, words=own_words, by=by, at=at) is None and to_build_on(plan=plan) is None:
        raise NotPossible(_("Skriv først med dine egne ord, hvad du ønsker dig. Så bygger vi på det."))


def _a_goal(proposal: Proposal, words: str, by: Actor, at: datetime) -> Decided:
    tags = Tags(kind=GoalKind(proposal.goal_kind or GoalKind.OWN))
    return set_goal(plan=proposal.plan, words=words, form_key=new_id(), by=by, at=at, tags=tags, proposal=proposal)


def _a_step(proposal: Proposal, words: str, by: Actor, at: datetime) -> Decided:
    made = set_step(
        plan=proposal.plan,
        words=words,
        form_key=new_id(),
        by=by,
        at=at,
        goal=proposal.goal,
        owner=StepOwner(proposal.owner or StepOwner.CITIZEN),
        around=Around(barrier=proposal.barrier),
    )
    decide(
        plan=proposal.plan,
        about=DecisionAbout.STEP,
        thing=made,
        by=by,
        at=at,
        proposed_by=proposal.proposed_by,
        proposal=proposal,
    )
    return made


def _an_offer(proposal: Proposal, words: str, by: Actor, at: datetime) -> Decided:
    """Hers to choose: her own words are her reason, and it comes last in her order."""
    why = words if words != proposal.words else ""
    return wish(plan=proposal.plan, why=why, form_key=new_id(), by=by, at=at, offer=proposal.offer, proposal=proposal)


# What can be proposed, and what her yes makes of it.
_TAKES_EFFECT: dict[DecisionAbout, Callable[[Proposal, str, Actor, datetime], Decided]] = {
    DecisionAbout.GOAL: _a_goal,
    DecisionAbout.STEP: _a_step,
    DecisionAbout.OFFER: _an_offer,
}
