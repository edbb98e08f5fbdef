"""What Amina wishes for her plan: with her own reason, built on her own words, and hers alone to take back."""

from datetime import datetime, timedelta
from uuid import uuid4

import pytest

from bordenden.audit.models import Entry
from bordenden.foundation.alphabet import sort_key
from bordenden.foundation.rules import AlreadySent, NotPossible
from bordenden.offers.models import Offer
from bordenden.offers.words import Area
from bordenden.people.models import Municipality, Person
from bordenden.plans import actions
from bordenden.plans.models import Chosen, ChosenMark, Decision, Plan, Statement
from bordenden.plans.queries import chosen_on, words_to_link
from bordenden.plans.words import ChosenStatus, DecisionAbout, StatementKind, StepOwner
from tests.cast import MONDAY, Cast

LATER = MONDAY + timedelta(hours=1)
WHY = "Jeg vil ud blandt andre igen."


@pytest.fixture
def plan(cast: Cast) -> Plan:
    """Amina's plan, with one thing said."""
    plan = actions.begin(table=cast.aminas_table, by=cast.bo, at=MONDAY)
    say(cast, plan, StatementKind.DREAM, "Jeg vil arbejde med børn.")
    return plan


def say(cast: Cast, plan: Plan, kind: StatementKind, words: str, at: datetime = MONDAY) -> Statement:
    return actions.say(plan=plan, kind=kind, words=words, version=0, by=cast.amina, at=at)


def offer_in(municipality: Municipality, name: str = "Gåhold", area: Area = Area.HEALTH) -> Offer:
    return Offer.objects.create(
        municipality=municipality,
        area=area,
        name=name,
        sort_key=sort_key(name),
        department="health",
        written_at=MONDAY,
        published_at=MONDAY,
        form_key=uuid4(),
        made_up=True,
    )


@pytest.mark.requirement("R127")
def test_a_wish_keeps_her_reason_and_links_the_words_it_builds_on(cast: Cast, plan: Plan) -> None:
    lonely = say(cast, plan, StatementKind.PROBLEM, "Jeg er alene hele dagen.", LATER)
    dream = Statement.objects.get(kind=StatementKind.DREAM)
    assert list(words_to_link(plan=plan)) == [lonely, dream]
    walk = offer_in(cast.fjordby)
    key = uuid4()
    wishes = [
        actions.wish(
            plan=plan,
            offer=walk,
            why=WHY,
            form_key=key,
            by=cast.amina,
            at=LATER,
            statement=dream,
        )
        for _twice in range(2)
    ]
    wish = wishes[0]
    assert (wishes[1], wish.why, wish.area, wish.status, wish.position) == (wish, WHY, Area.HEALTH, "wish", 1)
    decision = Decision.objects.get(thing=wish.pk)
    assert (decision.about, decision.statement) == (DecisionAbout.OFFER, dream)
    assert (decision.proposed_side, decision.decided_side) == (StepOwner.CITIZEN, StepOwner.CITIZEN)
    assert ChosenMark.objects.filter(chosen=wish).count() == 1
    assert Entry.objects.filter(act="chosen.wish", kind="write").count() == 1


@pytest.mark.requirement("R84")
def test_an_idea_of_her_own_stands_on_the_plan_beside_the_catalogues(cast: Cast, plan: Plan) -> None:
    walk = actions.wish(plan=plan, offer=offer_in(cast.fjordby), why=WHY, form_key=uuid4(), by=cast.amina, at=MONDAY)
    idea = {
        "plan": plan,
        "words": "Hjælpe i Saras butik om lørdagen",
        "area": Area.EMPLOYMENT,
        "why": "Jeg kan lide det.",
    }
    own = actions.wish(**idea, form_key=uuid4(), by=cast.amina, at=LATER)  # type: ignore[arg-type]
    again = actions.wish(**idea, form_key=uuid4(), by=cast.amina, at=LATER)  # type: ignore[arg-type]
    assert (again, own.offer, own.position) == (own, None, 2)
    assert [c.pk for c in chosen_on(plan=plan)] == [walk.pk, own.pk]
    with pytest.raises(NotPossible):
        actions.wish(plan=plan, words=" ", area=Area.SOCIAL, why="", form_key=uuid4(), by=cast.amina, at=LATER)


def test_who_has_said_nothing_says_it_with_the_wish(cast: Cast) -> None:
    plan = actions.begin(table=cast.aminas_table, by=cast.bo, at=MONDAY)
    walk = offer_in(cast.fjordby)
    with pytest.raises(NotPossible, match="egne ord"):
        actions.wish(plan=plan, offer=walk, why=WHY, form_key=uuid4(), by=cast.amina, at=MONDAY)
    assert Chosen.objects.count() == 0
    wish = actions.wish(
        plan=plan, offer=walk, why="", own_words="Mere luft", form_key=uuid4(), by=cast.amina, at=MONDAY
    )
    built_on = Decision.objects.get(thing=wish.pk).statement
    assert (built_on.kind, built_on.words, built_on.written_by) == (StatementKind.WISH, "Mere luft", cast.amina)


@pytest.mark.parametrize("name", ["bo", "mie", "sara", "ole", "lis", "niels"])
def test_nobody_else_wishes_or_takes_back_for_her(cast: Cast, plan: Plan, name: str) -> None:
    walk, other = offer_in(cast.fjordby), getattr(cast, name)
    assert isinstance(other, Person)
    with pytest.raises(NotPossible):
        actions.wish(plan=plan, offer=walk, why=WHY, form_key=uuid4(), by=other, at=MONDAY)
    wish = actions.wish(plan=plan, offer=walk, why=WHY, form_key=uuid4(), by=cast.amina, at=MONDAY)
    with pytest.raises(NotPossible):
        actions.drop(chosen=wish, by=other, at=LATER)
    wish.refresh_from_db()
    assert wish.status == ChosenStatus.WISH


def test_a_wish_is_taken_back_kept_in_the_history_and_may_be_made_again(cast: Cast, plan: Plan) -> None:
    walk = offer_in(cast.fjordby)
    first = actions.wish(plan=plan, offer=walk, why=WHY, form_key=uuid4(), by=cast.amina, at=MONDAY)
    for _twice in range(2):
        dropped = actions.drop(chosen=first, by=cast.amina, at=LATER)
    assert (dropped.status, dropped.status_at) == (ChosenStatus.STOPPED, LATER)
    assert list(ChosenMark.objects.order_by("at").values_list("status", "at")) == [
        ("wish", MONDAY),
        ("stopped", LATER),
    ]
    assert Decision.objects.filter(thing=first.pk).count() == 2
    again = actions.wish(plan=plan, offer=walk, why="Nu er jeg klar.", form_key=uuid4(), by=cast.amina, at=LATER)
    assert (again.pk == first.pk, again.position, chosen_on(plan=plan).get()) == (False, 2, again)


def test_what_is_more_than_a_wish_is_not_taken_back_here(cast: Cast, plan: Plan) -> None:
    wish = actions.wish(plan=plan, offer=offer_in(cast.fjordby), why="", form_key=uuid4(), by=cast.amina, at=MONDAY)
    Chosen.objects.filter(pk=wish.pk).update(status=ChosenStatus.REQUESTED)
    with pytest.raises(NotPossible):
        actions.drop(chosen=wish, by=cast.amina, at=LATER)


def test_only_what_her_own_municipality_offers_now(cast: Cast, plan: Plan) -> None:
    draft, gone = offer_in(cast.fjordby, "Kladde"), offer_in(cast.fjordby, "Lukket")
    Offer.objects.filter(pk=draft.pk).update(published_at=None)
    Offer.objects.filter(pk=gone.pk).update(withdrawn_at=MONDAY)
    draft.refresh_from_db()
    gone.refresh_from_db()
    for offer in (draft, gone, offer_in(cast.bakkeby)):
        with pytest.raises(NotPossible, match="findes ikke mere"):
            actions.wish(plan=plan, offer=offer, why=WHY, form_key=uuid4(), by=cast.amina, at=MONDAY)
    assert (Chosen.objects.count(), Decision.objects.count()) == (0, 0)


def test_nothing_is_lost_when_it_is_wished_in_two_windows(cast: Cast, plan: Plan) -> None:
    walk, key = offer_in(cast.fjordby), uuid4()
    first = actions.wish(plan=plan, offer=walk, why=WHY, form_key=key, by=cast.amina, at=MONDAY)
    with pytest.raises(NotPossible, match=WHY):
        actions.wish(plan=plan, offer=walk, why="Noget andet", form_key=uuid4(), by=cast.amina, at=LATER)
    with pytest.raises(AlreadySent):
        actions.wish(plan=plan, offer=offer_in(cast.fjordby, "Kor"), why=WHY, form_key=key, by=cast.amina, at=LATER)
    first.refresh_from_db()
    assert (Chosen.objects.count(), first.why) == (1, WHY)
