"""Whatever is decided on a plan, in whatever order, builds on something she has said herself; and nothing is left out."""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from django.db import transaction
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bordenden.audit.models import Entry
from bordenden.contactlog.words import Channel
from bordenden.foundation.ids import new_id
from bordenden.foundation.rules import NotPossible
from bordenden.mentors.actions import choose
from bordenden.mentors.models import MentorProfile
from bordenden.offers.models import Offer
from bordenden.offers.words import Area
from bordenden.plans import actions
from bordenden.plans.actions import ContactForm
from bordenden.plans.models import Chosen, Decision, Plan, Proposal
from bordenden.plans.queries import chosen_on, contact_agreement_of, newest, order_seen
from bordenden.plans.words import SPOKEN, DecisionAbout, ProposalAnswer, Rhythm, Tempo
from tests.cast import MONDAY, Cast
from tests.mentors.conftest import mentor as mentor_of
from tests.mentors.conftest import somebody
from tests.offers.made import offer_of
from tests.plans.test_her_words import undone

X = TypeVar("X")
Deed = Callable[[Cast, Plan, int, datetime], object]
ABOUT_WHAT = (DecisionAbout.GOAL, DecisionAbout.STEP, DecisionAbout.OFFER)


def pick(rows: Sequence[X], number: int) -> X:
    """One of what there is; nothing is done where there is none."""
    if not rows:
        raise NotPossible
    return rows[number % len(rows)]


def one_chosen(plan: Plan, number: int) -> Chosen:
    return pick(list(Chosen.objects.filter(plan=plan).select_related("offer", "plan").order_by("position")), number)


def an_offer(number: int) -> Offer:
    return pick(list(Offer.objects.order_by("name", "pk")), number)


def say(cast: Cast, plan: Plan, number: int, at: datetime) -> object:
    kind = pick(list(SPOKEN), number)
    saved = newest(plan=plan, kind=kind)
    return actions.say(
        plan=plan, kind=kind, words=f"Ord {number}", version=saved.version if saved else 0, by=cast.amina, at=at
    )


def take_all_back(cast: Cast, plan: Plan, number: int, at: datetime) -> object:
    """Not one word of hers stands after this."""
    said = [saved for kind in SPOKEN if (saved := newest(plan=plan, kind=kind)) is not None]
    return [
        actions.say(plan=plan, kind=one.kind, words="", version=one.version, by=cast.amina, at=at)  # type: ignore[arg-type]
        for one in said
    ]


def goal(cast: Cast, plan: Plan, number: int, at: datetime) -> object:
    return actions.set_goal(plan=plan, words=f"Mål {number}", form_key=new_id(), by=cast.amina, at=at)


def propose(cast: Cast, plan: Plan, number: int, at: datetime) -> object:
    about = pick(ABOUT_WHAT, number)
    offer = an_offer(number) if about == DecisionAbout.OFFER else None
    return actions.propose(
        plan=plan, about=about, words=f"Hvad med {number}?", offer=offer, form_key=new_id(), by=cast.bo, at=at
    )


def answer(cast: Cast, plan: Plan, number: int, at: datetime) -> object:
    proposal = pick(list(Proposal.objects.filter(plan=plan, answer="", about__in=ABOUT_WHAT).order_by("pk")), number)
    how = pick(list(ProposalAnswer), number)
    words = f"Hellere {number}" if how == ProposalAnswer.REWORDED else ""
    return actions.answer_proposal(proposal=proposal, answer=how, words=words, by=cast.amina, at=at)


def wish(cast: Cast, plan: Plan, number: int, at: datetime) -> object:
    if number % 2:
        return actions.wish(
            plan=plan, why="", words=f"Idé {number}", area=Area.HEALTH, form_key=new_id(), by=cast.amina, at=at
        )
    return actions.wish(plan=plan, why="", offer=an_offer(number // 2), form_key=new_id(), by=cast.amina, at=at)


def drop(cast: Cast, plan: Plan, number: int, at: datetime) -> object:
    return actions.drop(chosen=one_chosen(plan, number), by=cast.amina, at=at)


def ask(cast: Cast, plan: Plan, number: int, at: datetime) -> object:
    return actions.ask_for(chosen=one_chosen(plan, number), by=cast.amina, at=at)


def grant(cast: Cast, plan: Plan, number: int, at: datetime) -> object:
    return actions.answer_request(
        chosen=one_chosen(plan, number), granted=bool(number % 3), why="Vi har set på det.", by=cast.bo, at=at
    )


def line(cast: Cast, plan: Plan, number: int, at: datetime) -> object:
    return actions.stand_in_line(chosen=one_chosen(plan, number), form_key=new_id(), by=cast.amina, at=at)


def place(cast: Cast, plan: Plan, number: int, at: datetime) -> object:
    return actions.take_place(chosen=one_chosen(plan, number), by=cast.amina, at=at)


def stop(cast: Cast, plan: Plan, number: int, at: datetime) -> object:
    return actions.stop_chosen(chosen=one_chosen(plan, number), by=cast.amina, at=at)


def move(cast: Cast, plan: Plan, number: int, at: datetime) -> object:
    seen = order_seen(chosen_on(plan=plan))
    return actions.move(chosen=one_chosen(plan, number), up=bool(number % 2), seen=seen, by=cast.amina, at=at)


def pace(cast: Cast, plan: Plan, number: int, at: datetime) -> object:
    row = one_chosen(plan, number)
    return actions.set_tempo(chosen=row, tempo=pick(list(Tempo), number), seen=Tempo(row.tempo), by=cast.amina, at=at)


def form_of(number: int) -> ContactForm:
    return ContactForm(pick(list(Rhythm), number), Channel.PHONE)


def propose_contact(cast: Cast, plan: Plan, number: int, at: datetime) -> object:
    return actions.propose_contact(plan=plan, form=form_of(number), form_key=new_id(), by=cast.bo, at=at)


def contact(cast: Cast, plan: Plan, number: int, at: datetime) -> object:
    saved = contact_agreement_of(plan=plan)
    return actions.agree_contact(
        plan=plan,
        form=form_of(number),
        version=saved.version if saved else 0,
        form_key=new_id(),
        by=cast.amina,
        at=at,
    )


def mentor(cast: Cast, plan: Plan, number: int, at: datetime) -> None:
    """She chooses one of two, or the one she has."""
    profile = MentorProfile.objects.order_by("person__sort_key")[number % 2]
    choose(table=cast.aminas_table, profile=profile, by=cast.amina, at=at)


# By the file of plans' action that decides; what only leads up to a decision, and another room's, stand under "".
DEEDS: dict[str, tuple[Deed, ...]] = {
    "": (say, take_all_back, propose, ask, line, propose_contact, mentor),
    "goals": (goal,),
    "proposing": (answer,),
    "choosing": (wish, drop),
    "choosing_after": (grant,),
    "choosing_line": (place,),
    "choosing_status": (stop,),
    "choosing_order": (move, pace),
    "contact_form": (contact,),
}
ALL = [deed for deeds in DEEDS.values() for deed in deeds]
# What stands in the audit whenever something was decided, and what it was about.
DECIDING = {
    "goal.set": DecisionAbout.GOAL,
    "chosen.wish": DecisionAbout.OFFER,
    "chosen.drop": DecisionAbout.OFFER,
    "chosen.granted": DecisionAbout.OFFER,
    "chosen.not_granted": DecisionAbout.OFFER,
    "chosen.stopped": DecisionAbout.OFFER,
    "line.taken": DecisionAbout.OFFER,
    "chosen.order": DecisionAbout.ORDER,
    "chosen.tempo": DecisionAbout.TEMPO,
    "contact_form.set": DecisionAbout.CONTACT_FORM,
    "mentor.choose": DecisionAbout.MENTOR,
}
EVERYTHING = [
    (say, 0), (goal, 1), (propose, 0), (answer, 0), (propose, 1), (answer, 0), (wish, 0), (wish, 1), (move, 1),
    (pace, 0), (ask, 0), (grant, 1), (line, 0), (place, 0), (propose_contact, 0), (contact, 0), (take_all_back, 0),
    (drop, 1), (stop, 0), (say, 1), (mentor, 0), (mentor, 0), (mentor, 1),
]  # fmt: skip


def decided_by_the_audit() -> Counter[str]:
    """How much was decided about what, told without the influence record."""
    rows = Entry.objects.filter(act__in=DECIDING, kind="write").values_list("act", flat=True)
    steps = Proposal.objects.filter(about=DecisionAbout.STEP, made__isnull=False).count()
    return Counter(DECIDING[act].value for act in rows) + Counter({DecisionAbout.STEP.value: steps})


@pytest.mark.requirement("R57")
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(tried=st.lists(st.tuples(st.sampled_from(ALL), st.integers(0, 11)), min_size=8, max_size=30))
@example(tried=EVERYTHING)
def test_every_decision_in_any_order_links_a_statement_she_wrote_herself_before_it(
    cast: Cast, tried: list[tuple[Deed, int]]
) -> None:
    with undone():
        plan = actions.begin(table=cast.aminas_table, by=cast.bo, at=MONDAY)
        for number in range(2):
            offer_of(cast, capacity=1 + number, name=f"Tilbud {number}")
        mentor_of(cast, cast.mie, 1)
        mentor_of(cast, somebody(cast, "Aisha"), 1)
        for hours, (deed, number) in enumerate(tried, start=1):
            try:
                with transaction.atomic():
                    deed(cast, plan, number, MONDAY + timedelta(hours=hours))
            except NotPossible:
                continue
        decisions = list(Decision.objects.select_related("statement"))
        assert Counter(str(one.about) for one in decisions) == decided_by_the_audit()
        for one in decisions:
            said = one.statement
            assert (said.plan_id, said.written_by_id, bool(said.words.strip())) == (plan.pk, cast.amina.pk, True)
            assert said.written_at <= one.decided_at
        if tried == EVERYTHING:
            assert {str(one.about) for one in decisions} == set(DecisionAbout)


def test_every_file_of_actions_that_decides_is_among_the_deeds_tried_above() -> None:
    folder = Path(actions.__file__).parent
    deciding = {
        path.stem
        for path in folder.glob("*.py")
        if "decide(" in path.read_text(encoding="utf-8").replace("def decide(", "")
    }
    assert deciding == set(DEEDS) - {""}


def test_a_wish_is_taken_back_also_when_she_has_taken_back_all_she_said(cast: Cast) -> None:
    """The decision builds on the words the wish was built on."""
    plan = actions.begin(table=cast.aminas_table, by=cast.bo, at=MONDAY)
    say(cast, plan, 0, MONDAY)
    wish(cast, plan, 1, MONDAY)
    take_all_back(cast, plan, 0, MONDAY)
    drop(cast, plan, 0, MONDAY)
    assert [one.statement.words for one in Decision.objects.select_related("statement")] == ["Ord 0", "Ord 0"]
