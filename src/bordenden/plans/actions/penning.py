"""The pen: a caseworker types while she speaks; it is hers when she has said that it is right, never before."""

from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from bordenden.audit.actions import Actor, record
from bordenden.foundation.ids import FormKey, new_id
from bordenden.foundation.rules import SAID_AGAIN, AlreadySent, NotPossible
from bordenden.plans.actions.deciding import Decided
from bordenden.plans.actions.goals import reword_goal, set_goal
from bordenden.plans.actions.holding import (
    LONGEST_GOAL,
    LONGEST_STEP,
    LONGEST_WORDS,
    hold,
    only_the_head,
    some,
    where,
)
from bordenden.plans.actions.saying import say
from bordenden.plans.actions.steps import set_step
from bordenden.plans.models import Goal, Penned, Plan
from bordenden.plans.queries import hers_now, paper_is_enough, side_of
from bordenden.plans.words import SPOKEN, AgreedHow, PenAnswer, PennedAs, StatementKind, StepOwner

_LONGEST = {
    PennedAs.STATEMENT: LONGEST_WORDS,
    PennedAs.GOAL: LONGEST_GOAL,
    PennedAs.REWORD: LONGEST_GOAL,
    PennedAs.STEP: LONGEST_STEP,
}


@transaction.atomic
def write_for_her(
    *,
    plan: Plan,
    what: PennedAs,
    words: str,
    form_key: FormKey,
    by: Actor,
    pen: Actor,
    at: datetime,
    kind: StatementKind | None = None,
    goal: Goal | None = None,
) -> Penned:
    """What `by`, at the head, says and `pen`, her caseworker, types. It waits for her yes; her own words stand.

    Typed anew while it waits, the earlier text is set aside. Raises NotPossible for another speaker or another pen.
    """
    only_the_head(thing=plan, by=by, at=at)
    _only_the_caseworker(plan, pen, at)
    _whole(plan, what, kind, goal)
    words = some(words, longest=_LONGEST[what])
    waiting = Penned.objects.filter(plan=plan, what=what, kind=kind or "", goal=goal, answer="")
    said = _typed_before(waiting, plan, words, form_key, at)
    if said is not None:
        return said
    if what in (PennedAs.STATEMENT, PennedAs.REWORD):
        waiting.update(answer=PenAnswer.REPLACED, answered_at=at)
    row = Penned.objects.create(
        **where(plan),
        plan=plan,
        what=what,
        kind=kind or "",
        goal=goal,
        words=words,
        pen_id=pen.pk,
        spoken_by_id=by.pk,
        penned_at=at,
        form_key=form_key,
    )
    record(act="plan.pen", by=by, pen=pen, thing=row, at=at)
    return row


@transaction.atomic
def confirm_penned(*, penned: Penned, words: str, version: int, by: Actor, at: datetime) -> Penned:
    """ "Ja, det er rigtigt", or with her corrections: now the words are hers, and the history names the pen.

    `version` is what of her own she had before her; Stale when she has said something newer since. Again changes
    nothing. Raises NotPossible for anybody but the head, and for what was answered otherwise.
    """
    only_the_head(thing=penned, by=by, at=at)
    held = hold(Penned, penned)
    words = some(words, longest=_LONGEST[PennedAs(held.what)])
    answer = PenAnswer.RIGHT if words == held.words.strip() else PenAnswer.CORRECTED
    if held.answer == answer:
        return held
    _still_waits(held)
    held.made = _make(held, words, version, by, at).pk
    return _answered(held, answer, AgreedHow.DEVICE, by, at)


@transaction.atomic
def refuse_penned(*, penned: Penned, by: Actor, at: datetime) -> Penned:
    """ "Nej, det er ikke mine ord": nothing comes of it, and nobody is shown it any more. Again changes nothing."""
    only_the_head(thing=penned, by=by, at=at)
    held = hold(Penned, penned)
    if held.answer == PenAnswer.WRONG:
        return held
    _still_waits(held)
    return _answered(held, PenAnswer.WRONG, AgreedHow.DEVICE, by, at)


@transaction.atomic
def confirm_on_paper(*, penned: Penned, by: Actor, at: datetime) -> Penned:
    """Her caseworker notes that she said yes on the printed plan; the note names him.

    Never where confirmed words of hers would give way: then only she says yes, on a device of her own.
    """
    _only_the_caseworker(penned.plan, by, at)
    held = hold(Penned, penned)
    if (held.answer, held.answered_how) == (PenAnswer.RIGHT, AgreedHow.PAPER):
        return held
    _still_waits(held)
    if not paper_is_enough(penned=held):
        raise NotPossible(
            _("Her har borgeren selv skrevet noget. Det kan kun borgeren skifte ud, på sin egen skærm.")
        )
    held.made = _make(held, held.words, hers_now(penned=held)[1], held.spoken_by, at).pk
    held.noted_by_id = by.pk
    return _answered(held, PenAnswer.RIGHT, AgreedHow.PAPER, by, at)


def _typed_before(
    waiting: QuerySet[Penned], plan: Plan, words: str, form_key: FormKey, at: datetime
) -> Penned | None:
    """The same words typed a moment ago; the same form with other words is refused."""
    said = waiting.filter(words=words, penned_at__gt=at - SAID_AGAIN, penned_at__lte=at).first()
    if said is None and (sent := Penned.objects.filter(plan=plan, form_key=form_key).first()) is not None:
        raise AlreadySent(sent.words)
    return said


def _answered(held: Penned, answer: PenAnswer, how: AgreedHow, by: Actor, at: datetime) -> Penned:
    held.answer, held.answered_how, held.answered_at = answer, how, at
    held.save(update_fields=["answer", "answered_how", "answered_at", "noted_by", "made"])
    act = "penned.paper" if how == AgreedHow.PAPER else "penned.answer"
    record(act=act, by=by, thing=held, at=at)
    return held


def _make(held: Penned, words: str, version: int, by: Actor, at: datetime) -> Decided:
    """Her own act with the words she has said yes to, the pen named beside her."""
    plan, pen = held.plan, held.pen
    if held.what == PennedAs.GOAL:
        return set_goal(plan=plan, words=words, form_key=new_id(), by=by, at=at, pen=pen)
    if held.what == PennedAs.STEP:
        return set_step(plan=plan, words=words, form_key=new_id(), by=by, at=at, pen=pen)
    if held.goal is not None:
        return reword_goal(goal=held.goal, words=words, version=version, by=by, at=at, pen=pen)
    return say(plan=plan, kind=StatementKind(held.kind), words=words, version=version, by=by, at=at, pen=pen)


def _whole(plan: Plan, what: PennedAs, kind: StatementKind | None, goal: Goal | None) -> None:
    """A statement has its kind, a rewording its goal, and nothing else has either."""
    fits = (kind in SPOKEN) == (what == PennedAs.STATEMENT) and (goal is not None) == (what == PennedAs.REWORD)
    if not fits or (goal is not None and goal.plan_id != plan.pk):
        raise NotPossible(_("Vælg, hvad det er, borgeren siger."))


def _only_the_caseworker(plan: Plan, person: Actor, at: datetime) -> None:
    if side_of(thing=plan, person=person, at=at) != StepOwner.COORDINATOR:
        raise NotPossible(_("Det kan kun borgerens egen sagsbehandler."))


def _still_waits(held: Penned) -> None:
    if held.answer:
        raise NotPossible(_("Der er svaret på det."))
