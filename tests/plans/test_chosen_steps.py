"""What she has chosen goes from a wish to done: each step by whom it belongs to, each kept, none skipped."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from bordenden.foundation.rules import NotPossible, Stale
from bordenden.offers.models import Offer, Waiting, WaitingMark
from bordenden.pathways import actions as pathways
from bordenden.pathways.words import Decider, ExitReason
from bordenden.people.models import Person
from bordenden.plans import actions, queries
from bordenden.plans.models import Chosen, ChosenMark, Decision, Plan, Ruling, SmallStep
from bordenden.plans.words import DecisionAbout, Match, Outcome, StatementKind, Tempo
from bordenden.post.models import Letter
from bordenden.rounds.table import ROUNDS
from tests.cast import MONDAY, Cast
from tests.offers.made import offer_of

DAY = timedelta(days=1)
TODAY = MONDAY.date()


@pytest.fixture
def plan(cast: Cast) -> Plan:
    """Amina's plan, with one thing said."""
    return plan_of(cast, cast.amina, cast.aminas_table)


def plan_of(cast: Cast, head: Person, table: Any) -> Plan:
    plan = actions.begin(table=table, by=head, at=MONDAY)
    actions.say(plan=plan, kind=StatementKind.DREAM, words="Jeg vil ud.", version=0, by=head, at=MONDAY)
    return plan


def wished(plan: Plan, by: Person, offer: Offer | None = None, words: str = "") -> Chosen:
    return actions.wish(
        plan=plan,
        offer=offer,
        words=words,
        area=None if offer else "health",  # type: ignore[arg-type]
        why="Jeg vil ud.",
        form_key=uuid4(),
        by=by,
        at=MONDAY,
    )


def in_line(chosen: Chosen, by: Person, at: datetime = MONDAY) -> Chosen:
    return actions.stand_in_line(chosen=chosen, form_key=uuid4(), by=by, at=at)


def now(chosen: Chosen) -> str:
    return Chosen.objects.get(pk=chosen.pk).status


def kept(chosen: Chosen) -> list[tuple[str, Any]]:
    return list(ChosenMark.objects.filter(chosen=chosen).order_by("at", "pk").values_list("status", "by"))


@pytest.mark.requirement("R41")
def test_from_wish_to_done_every_step_has_its_day_and_its_person(cast: Cast, plan: Plan) -> None:
    offer = offer_of(cast, capacity=1)
    chosen = wished(plan, cast.amina, offer)
    actions.ask_for(chosen=chosen, by=cast.amina, at=MONDAY + DAY)
    actions.answer_request(chosen=chosen, granted=True, why="", by=cast.bo, at=MONDAY + 2 * DAY)
    in_line(chosen, cast.amina, MONDAY + 3 * DAY)
    actions.take_place(chosen=chosen, by=cast.amina, at=MONDAY + 4 * DAY)
    actions.begin_chosen(chosen=chosen, on=TODAY + 9 * DAY, by=cast.bo, at=MONDAY + 9 * DAY)
    actions.complete_chosen(chosen=chosen, on=TODAY + 20 * DAY, by=cast.amina, at=MONDAY + 20 * DAY)
    amina, bo = cast.amina.pk, cast.bo.pk
    assert kept(chosen) == [
        ("wish", amina),
        ("requested", amina),
        ("granted", bo),
        ("offered", amina),
        ("started", bo),
        ("completed", amina),
    ]
    done = Chosen.objects.get()
    assert done.started_on is not None
    # The days from wish to start, for this offer: the figure of the row is drawn from these two.
    assert (done.started_on - done.chosen_at.date()).days == 9
    assert Waiting.objects.get().state == "ended"


def test_what_does_not_follow_is_refused_in_words_and_changes_nothing(cast: Cast, plan: Plan) -> None:
    offer = offer_of(cast, capacity=1)
    chosen = wished(plan, cast.amina, offer)
    her, at = cast.amina, MONDAY
    refused: tuple[tuple[Callable[[], object], str], ...] = (
        (lambda: actions.begin_chosen(chosen=chosen, on=TODAY, by=her, at=at), "ja til en plads"),
        (lambda: actions.complete_chosen(chosen=chosen, on=TODAY, by=her, at=at), "Et ønske"),
        (lambda: actions.take_place(chosen=chosen, by=her, at=at), "ikke i kø"),
        (lambda: actions.answer_request(chosen=chosen, granted=True, why="", by=cast.bo, at=at), "Et ønske"),
        (lambda: actions.answer_request(chosen=chosen, granted=True, why="", by=her, at=at), "sagsbehandleren"),
        (lambda: actions.ask_for(chosen=chosen, by=cast.bo, at=at), "for bordenden"),
        (lambda: in_line(chosen, cast.bo), "for bordenden"),
        (lambda: actions.begin_chosen(chosen=chosen, on=TODAY + DAY, by=her, at=at), "fremtiden"),
        (lambda: actions.begin_chosen(chosen=chosen, on=TODAY, by=cast.mie, at=at), "ved bordet"),
    )
    for step, words in refused:
        with pytest.raises(NotPossible, match=words):
            step()
    assert (now(chosen), len(kept(chosen)), Waiting.objects.count()) == ("wish", 1, 0)
    idea = wished(plan, cast.amina, words="Lære at svømme")
    with pytest.raises(NotPossible, match="din egen idé"):
        in_line(idea, cast.amina)
    assert actions.begin_chosen(chosen=idea, on=TODAY, by=cast.amina, at=at).status == "started"


@pytest.mark.requirement("R103")
def test_her_requests_answers_order_pace_and_places_stand_in_the_record_of_who_decided(
    cast: Cast, plan: Plan
) -> None:
    first, second = wished(plan, cast.amina, offer_of(cast)), wished(plan, cast.amina, words="Male")
    actions.ask_for(chosen=first, by=cast.amina, at=MONDAY)
    actions.answer_request(chosen=first, granted=True, why="", by=cast.bo, at=MONDAY)
    in_line(first, cast.amina)
    actions.take_place(chosen=first, by=cast.amina, at=MONDAY)
    seen = queries.order_seen(queries.chosen_on(plan=plan))
    actions.move(chosen=second, up=True, seen=seen, by=cast.amina, at=MONDAY)
    actions.set_tempo(chosen=second, tempo=Tempo.NOW, seen=Tempo.SOON, by=cast.amina, at=MONDAY)
    rows = Decision.objects.values_list("about", "thing", "proposed_side", "decided_side")
    assert sorted(rows) == sorted(
        [
            ("offer", first.pk, "citizen", "citizen"),
            ("offer", second.pk, "citizen", "citizen"),
            ("offer", first.pk, "citizen", "coordinator"),
            ("offer", first.pk, "citizen", "citizen"),
            ("order", plan.pk, "citizen", "citizen"),
            ("tempo", second.pk, "citizen", "citizen"),
        ]
    )
    assert Decision.objects.filter(statement__words="Jeg vil ud.").count() == 6


def test_a_no_carries_its_reason_and_she_may_ask_again(cast: Cast, plan: Plan) -> None:
    chosen = wished(plan, cast.amina, offer_of(cast))
    actions.ask_for(chosen=chosen, by=cast.amina, at=MONDAY)
    with pytest.raises(NotPossible, match="Skriv hvorfor"):
        actions.answer_request(chosen=chosen, granted=False, why=" ", by=cast.bo, at=MONDAY)
    for _time in range(2):
        actions.answer_request(chosen=chosen, granted=False, why="Der er ikke råd i år.", by=cast.bo, at=MONDAY)
    said = Chosen.objects.get()
    assert (said.status, said.decided_why, said.decided_by) == ("not_granted", "Der er ikke råd i år.", cast.bo)
    assert (Letter.objects.filter(kind="decision").count(), Ruling.objects.count()) == (1, 0)
    assert actions.ask_for(chosen=chosen, by=cast.amina, at=MONDAY + DAY).status == "requested"


def test_a_formal_decision_is_a_letter_with_grounds_and_how_to_complain_that_never_changes(
    cast: Cast, plan: Plan
) -> None:
    chosen = wished(plan, cast.amina, offer_of(cast))
    actions.ask_for(chosen=chosen, by=cast.amina, at=MONDAY)
    actions.answer_request(chosen=chosen, granted=False, why="Efter § 1 …", formal=True, by=cast.bo, at=MONDAY)
    (letter,) = Ruling.objects.all()
    assert (letter.granted, letter.what, letter.grounds) == (False, "Gåtur om morgenen", "Efter § 1 …")
    assert "inden 4 uger" in letter.how_to_complain
    assert "Ankestyrelsen" in letter.how_to_complain
    actions.write_complaint_guide(municipality=cast.fjordby, words="Klag på torvet.", by=cast.lis, at=MONDAY + DAY)
    letter.refresh_from_db()
    assert "Ankestyrelsen" in letter.how_to_complain
    assert queries.how_to_complain(municipality=cast.fjordby.pk) == "Klag på torvet."
    assert "Ankestyrelsen" in queries.how_to_complain(municipality=cast.bakkeby.pk)


def test_a_place_given_up_shows_on_the_plan_of_the_next_without_a_word_of_who(cast: Cast, plan: Plan) -> None:
    offer = offer_of(cast, capacity=1)
    karims = plan_of(cast, cast.karim, cast.karims_table)
    hers, his = wished(plan, cast.amina, offer), wished(karims, cast.karim, offer)
    in_line(hers, cast.amina)
    in_line(his, cast.karim)
    assert (now(hers), now(his)) == ("offered", "waiting")
    actions.decline_place(chosen=hers, by=cast.amina, at=MONDAY + DAY)
    assert (now(hers), now(his)) == ("wish", "offered")
    assert sorted(kept(his)) == sorted([("wish", cast.karim.pk), ("waiting", cast.karim.pk), ("offered", None)])


def test_the_rounds_pass_places_on_and_give_what_is_free_once(cast: Cast, plan: Plan) -> None:
    offer = offer_of(cast, capacity=1)
    karims = plan_of(cast, cast.karim, cast.karims_table)
    hers, his = wished(plan, cast.amina, offer), wished(karims, cast.karim, offer)
    in_line(hers, cast.amina)
    in_line(his, cast.karim)
    later = MONDAY + 9 * DAY
    rounds = {one.name: one for one in ROUNDS}
    done = [rounds["places passed on"].go(later) for _time in range(2)]
    assert (done, now(hers), now(his)) == ([1, 0], "wish", "offered")
    Offer.objects.filter(pk=offer.pk).update(capacity=3)
    again = in_line(hers, cast.amina, later + DAY)
    assert (again.status, rounds["places given"].go(later + DAY)) == ("offered", 0)


def test_an_offer_that_is_withdrawn_leaves_the_wish(cast: Cast, plan: Plan) -> None:
    offer = offer_of(cast, capacity=0)
    chosen = in_line(wished(plan, cast.amina, offer), cast.amina)
    Waiting.objects.update(state="withdrawn")
    Offer.objects.update(withdrawn_at=MONDAY)
    assert [actions.follow(offer=offer, at=MONDAY + DAY) for _time in range(2)] == [1, 0]
    newest = queries.marks_of(chosen=chosen)[0]
    assert (now(chosen), newest.why, newest.by) == ("wish", "Tilbuddet findes ikke mere", None)


def test_when_her_course_is_over_places_are_free_and_wishes_steps_and_history_stay(cast: Cast, plan: Plan) -> None:
    held, waited, wish = (offer_of(cast, capacity=number, name=f"Tilbud {number}") for number in (1, 0, 2))
    karims = plan_of(cast, cast.karim, cast.karims_table)
    his = wished(karims, cast.karim, held)
    started, queued, stays = (wished(plan, cast.amina, offer) for offer in (held, waited, wish))
    actions.set_step(plan=plan, words="Gå en tur", form_key=uuid4(), by=cast.amina, at=MONDAY)
    in_line(started, cast.amina)
    actions.take_place(chosen=started, by=cast.amina, at=MONDAY)
    actions.begin_chosen(chosen=started, on=TODAY, by=cast.amina, at=MONDAY)
    in_line(queued, cast.amina)
    in_line(his, cast.karim)
    before = WaitingMark.objects.filter(table=cast.aminas_table).count()
    pathways.end_course(
        enrolment=cast.aminas_course,
        on=TODAY,
        reason=ExitReason.ORDINARY_JOB,
        decided_by=Decider.CITIZEN,
        by=cast.bo,
        at=MONDAY,
    )
    rounds = {one.name: one for one in ROUNDS}
    assert [rounds["places let go"].go(MONDAY + DAY) for _time in range(2)] == [2, 0]
    assert (now(started), now(queued), now(stays), now(his)) == ("stopped", "wish", "wish", "offered")
    assert WaitingMark.objects.filter(table=cast.aminas_table).count() == before + 2
    assert SmallStep.objects.filter(plan=plan, done_at=None).count() == 1
    ended = {one.owner_id: one.ended_at for one in Plan.objects.all()}
    assert ended == {cast.amina.pk: MONDAY + DAY, cast.karim.pk: None}
    with pytest.raises(NotPossible, match="forløb er slut"):
        in_line(stays, cast.amina, MONDAY + DAY)


@pytest.mark.requirement("R129")
def test_she_sets_the_order_and_the_pace_and_nobody_else_does(cast: Cast, plan: Plan) -> None:
    a, b, c = (wished(plan, cast.amina, words=words) for words in ("Svømme", "Male", "Løbe"))
    seen = queries.order_seen([a, b, c])
    actions.reorder(plan=plan, wanted=[c, a, b], seen=seen, by=cast.amina, at=MONDAY)
    assert [row.words for row in queries.chosen_on(plan=plan)] == ["Løbe", "Svømme", "Male"]
    actions.set_tempo(chosen=a, tempo=Tempo.PAUSE, seen=Tempo.SOON, by=cast.amina, at=MONDAY)
    assert Chosen.objects.get(pk=a.pk).tempo == "pause"
    for attempt in (
        lambda: actions.reorder(plan=plan, wanted=[a, b, c], seen=0, by=cast.bo, at=MONDAY),
        lambda: actions.set_tempo(chosen=a, tempo=Tempo.NOW, seen=Tempo.PAUSE, by=cast.bo, at=MONDAY),
    ):
        with pytest.raises(NotPossible, match="for bordenden"):
            attempt()
    assert Decision.objects.filter(about__in=[DecisionAbout.ORDER, DecisionAbout.TEMPO]).count() == 2


def test_two_who_order_at_once_see_both_orders_and_nothing_is_lost(cast: Cast, plan: Plan) -> None:
    a, b, c = (wished(plan, cast.amina, words=words) for words in ("Svømme", "Male", "Løbe"))
    seen = queries.order_seen([a, b, c])
    actions.reorder(plan=plan, wanted=[b, a, c], seen=seen, by=cast.amina, at=MONDAY)
    with pytest.raises(Stale) as stale:
        actions.reorder(plan=plan, wanted=[a, c, b], seen=seen, by=cast.amina, at=MONDAY)
    assert stale.value.saved == "1. Male\n2. Svømme\n3. Løbe"
    actions.reorder(plan=plan, wanted=[a, c, b], seen=stale.value.version, by=cast.amina, at=MONDAY)
    assert [row.words for row in queries.chosen_on(plan=plan)] == ["Svømme", "Løbe", "Male"]
    newest = queries.order_seen(queries.chosen_on(plan=plan))
    foreign = wished(plan_of(cast, cast.karim, cast.karims_table), cast.karim, words="Fiske")
    for wanted in ([a, b], [a, b, b], [a, b, foreign]):
        with pytest.raises(NotPossible, match="mangler"):
            actions.reorder(plan=plan, wanted=wanted, seen=newest, by=cast.amina, at=MONDAY)
    assert Decision.objects.filter(about=DecisionAbout.ORDER).count() == 1


@pytest.mark.requirement("R30")
def test_afterwards_she_says_what_came_of_it_and_whether_it_hit_right(cast: Cast, plan: Plan) -> None:
    idea = wished(plan, cast.amina, words="Svømme")
    said: dict[str, Any] = {"outcome": Outcome.PARTLY, "hit_right": Match.RIGHT, "words": "Jeg fik en ven."}
    with pytest.raises(NotPossible, match="når det er slut"):
        actions.say_outcome(chosen=idea, version=1, by=cast.amina, at=MONDAY, **said)
    actions.begin_chosen(chosen=idea, on=TODAY, by=cast.amina, at=MONDAY)
    assert queries.not_looked_back_on(table=cast.aminas_table) is None
    ended = actions.stop_chosen(chosen=idea, by=cast.amina, at=MONDAY + DAY)
    assert queries.not_looked_back_on(table=cast.aminas_table) == ended
    with pytest.raises(NotPossible, match="for bordenden"):
        actions.say_outcome(chosen=idea, version=ended.version, by=cast.bo, at=MONDAY, **said)
    actions.say_outcome(chosen=idea, version=ended.version, by=cast.amina, at=MONDAY, **said)
    kept = Chosen.objects.get()
    assert (kept.outcome, kept.hit_right, kept.outcome_words) == ("partly", "right", "Jeg fik en ven.")
    late = {**said, "words": "Ingenting."}
    with pytest.raises(Stale) as stale:
        actions.say_outcome(chosen=idea, version=ended.version, by=cast.amina, at=MONDAY, **late)
    assert stale.value.saved == "Jeg fik en ven."
    assert queries.not_looked_back_on(table=cast.aminas_table) is None


def test_who_would_rather_not_say_is_not_asked_again(cast: Cast, plan: Plan) -> None:
    idea = wished(plan, cast.amina, words="Svømme")
    actions.begin_chosen(chosen=idea, on=TODAY, by=cast.amina, at=MONDAY)
    actions.complete_chosen(chosen=idea, on=TODAY, by=cast.bo, at=MONDAY)
    assert queries.not_looked_back_on(table=cast.aminas_table) == idea
    actions.let_be(chosen=idea, by=cast.amina, at=MONDAY)
    assert queries.not_looked_back_on(table=cast.aminas_table) is None
