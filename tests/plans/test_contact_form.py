"""How Amina and Bo keep in touch: he proposes, she decides, and it is seen when it has been longer than agreed."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from bordenden.contactlog import actions as contactlog
from bordenden.contactlog.words import Channel, Direction, Outcome, Place
from bordenden.foundation.rules import NotPossible, Stale
from bordenden.pathways import actions as pathways
from bordenden.pathways.models import Table
from bordenden.people.models import Person
from bordenden.plans import actions, queries
from bordenden.plans.actions import ContactForm
from bordenden.plans.models import ContactAgreement, Decision, Plan, Statement
from bordenden.plans.words import DecisionAbout, ProposalAnswer, Rhythm, StatementKind, StepOwner
from bordenden.post.models import Letter
from tests.cast import MONDAY, Cast

BY_PHONE = ContactForm(Rhythm.TWO_WEEKS, Channel.PHONE)
WALKS = ContactForm(Rhythm.WEEK, Channel.MEETING, Place.OUTDOORS, "Jeg taler bedst, når vi går.")


@pytest.fixture
def plan(cast: Cast) -> Plan:
    """Amina's plan, with a wish of hers on it."""
    plan = actions.begin(table=cast.aminas_table, by=cast.bo, at=MONDAY)
    wish = "At nogen ringer, før der kommer et brev."
    actions.say(plan=plan, kind=StatementKind.WISH, words=wish, version=0, by=cast.amina, at=MONDAY)
    return plan


def agree(cast: Cast, plan: Plan, form: ContactForm = BY_PHONE, version: int = 0, **more: Any) -> ContactAgreement:
    said = {"by": cast.amina, "at": MONDAY, **more}
    return actions.agree_contact(plan=plan, form=form, version=version, form_key=uuid4(), **said)


def talked(cast: Cast, by: Person, days: int, outcome: Outcome = Outcome.REACHED) -> None:
    contactlog.note(
        table=cast.aminas_table,
        citizen_view="",
        summary="Talte sammen.",
        channel=Channel.PHONE,
        direction=Direction.OUT,
        outcome=outcome,
        happened_at=MONDAY - timedelta(days=days),
        form_key=uuid4(),
        by=by,
        at=MONDAY - timedelta(days=days),
    )


def late(cast: Cast) -> bool:
    return queries.out_of_touch(tables=Table.objects.filter(pk=cast.aminas_table.pk), at=MONDAY).exists()


def decided(plan: Plan) -> list[tuple[str, str, str]]:
    rows = Decision.objects.filter(plan=plan, about=DecisionAbout.CONTACT_FORM).order_by("decided_at", "pk")
    return [(row.proposed_side, row.decided_side, row.statement.words) for row in rows]


@pytest.mark.requirement("R130")
def test_amina_decides_and_every_version_is_kept_with_whose_words_it_builds_on(cast: Cast, plan: Plan) -> None:
    agree(cast, plan)
    agree(cast, plan, WALKS, version=1, at=MONDAY + timedelta(days=1))
    kept = queries.contact_agreements_of(plan=plan)
    assert [(one.version, one.every_days, one.channel, one.place) for one in kept] == [
        (2, 7, "meeting", "outdoors"),
        (1, 14, "phone", ""),
    ]
    wish = "At nogen ringer, før der kommer et brev."
    assert decided(plan) == [(StepOwner.CITIZEN, StepOwner.CITIZEN, wish)] * 2


def test_the_same_again_changes_nothing_and_an_old_page_is_told_so(cast: Cast, plan: Plan) -> None:
    assert agree(cast, plan) == agree(cast, plan)
    with pytest.raises(Stale):
        agree(cast, plan, WALKS, version=0)
    assert (ContactAgreement.objects.count(), len(decided(plan))) == (1, 1)


def test_nobody_but_amina_decides(cast: Cast, plan: Plan) -> None:
    for name in ("bo", "mie", "sara", "ole", "lis"):
        with pytest.raises(NotPossible):
            agree(cast, plan, by=getattr(cast, name))
    assert ContactAgreement.objects.count() == 0


@pytest.mark.parametrize(
    ("form", "answer", "words"),
    [(BY_PHONE, ProposalAnswer.ACCEPTED, ""), (WALKS, ProposalAnswer.REWORDED, WALKS.words)],
)
def test_bo_proposes_and_amina_says_yes_or_yes_in_her_own_way(
    cast: Cast, plan: Plan, form: ContactForm, answer: ProposalAnswer, words: str
) -> None:
    proposal = actions.propose_contact(plan=plan, form=BY_PHONE, form_key=uuid4(), by=cast.bo, at=MONDAY)
    assert queries.contact_agreement_of(plan=plan) is None
    made = agree(cast, plan, form)
    proposal.refresh_from_db()
    assert (proposal.answer, proposal.made, made.words, made.agreed_by) == (answer, made.pk, words, cast.amina)
    assert [(a, b) for a, b, _words in decided(plan)] == [(StepOwner.COORDINATOR, StepOwner.CITIZEN)]
    assert Letter.objects.get(event=f"proposal:{proposal.pk}").person == cast.amina.pk


def test_a_no_leaves_it_as_it_was_and_only_she_says_it(cast: Cast, plan: Plan) -> None:
    agree(cast, plan)
    proposal = actions.propose_contact(plan=plan, form=WALKS, form_key=uuid4(), by=cast.bo, at=MONDAY)
    with pytest.raises(NotPossible):
        actions.propose_contact(plan=plan, form=WALKS, form_key=uuid4(), by=cast.bo, at=MONDAY)
    with pytest.raises(NotPossible):
        actions.decline_contact(proposal=proposal, words="", by=cast.bo, at=MONDAY)
    said = actions.decline_contact(proposal=proposal, words="Telefon er bedst.", by=cast.amina, at=MONDAY)
    assert (said.answer, said.answer_words) == (ProposalAnswer.REJECTED, "Telefon er bedst.")
    assert (ContactAgreement.objects.count(), queries.proposed_contact(plan=plan)) == (1, None)


def test_her_words_to_it_are_her_first_words_where_she_has_said_nothing(cast: Cast) -> None:
    empty = actions.begin(table=cast.aminas_table, by=cast.bo, at=MONDAY)
    with pytest.raises(NotPossible):
        agree(cast, empty)
    agree(cast, empty, WALKS)
    assert Statement.objects.get(plan=empty).words == WALKS.words


@pytest.mark.requirement("R130")
@pytest.mark.parametrize(("days", "longer"), [(13, False), (14, False), (15, True), (20, True)])
def test_it_is_seen_when_it_has_been_longer_than_agreed(cast: Cast, plan: Plan, days: int, longer: bool) -> None:
    agree(cast, plan, at=MONDAY - timedelta(days=40))
    talked(cast, cast.bo, days)
    seen = queries.in_touch(plan=plan, at=MONDAY)
    assert seen is not None
    assert (seen.every, seen.days, seen.longer, late(cast)) == (14, days, longer, longer)


def test_a_call_of_the_substitute_counts_and_a_call_in_vain_does_not(cast: Cast, plan: Plan) -> None:
    agree(cast, plan, at=MONDAY - timedelta(days=40))
    talked(cast, cast.bo, 20)
    talked(cast, cast.bo, 2, Outcome.NO_ANSWER)
    assert late(cast) is True
    today = MONDAY.date()
    pathways.stand_in(tables=[cast.aminas_table], colleague=cast.ole, first=today, last=today, by=cast.bo, at=MONDAY)
    talked(cast, cast.ole, 0)
    assert late(cast) is False


def test_a_new_agreement_begins_a_new_count_and_without_one_nothing_is_late(cast: Cast, plan: Plan) -> None:
    talked(cast, cast.bo, 20)
    assert (late(cast), queries.in_touch(plan=plan, at=MONDAY)) == (False, None)
    agree(cast, plan)
    assert late(cast) is False
