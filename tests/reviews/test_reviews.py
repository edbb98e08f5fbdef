"""When it has been quiet: who is asked after, that a person decides, and that no round ever ends a course."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import uuid4

import pytest

from bordenden.contactlog import actions as contactlog
from bordenden.contactlog.words import Channel, Direction, HelpKind, Outcome
from bordenden.exchange import actions as exchange
from bordenden.foundation.rules import NotPossible, Stale
from bordenden.meetings import actions as meetings
from bordenden.meetings.words import Where
from bordenden.offers.words import Area
from bordenden.pathways.models import Enrolment, Exit, Seat
from bordenden.plans import actions as plans
from bordenden.plans.models import Goal, Plan, PlanVersion
from bordenden.plans.words import AgreedHow, StatementKind, StepOwner, VersionStatus
from bordenden.post.models import Letter
from bordenden.reviews import actions, queries
from bordenden.reviews.actions import Said
from bordenden.reviews.models import Review
from bordenden.reviews.words import Heard, LifeSign, Onwards
from bordenden.rounds.table import ROUNDS
from tests.cast import MONDAY, Cast

DAY = timedelta(days=1)
GO_ON = Said(Heard.TOGETHER, Onwards.AS_IT_IS, "Vi går videre i dit tempo.", her_words="Jeg havde brug for ro.")
END = Said(Heard.NOT_REACHED, Onwards.END, "Vi har ikke hørt fra hinanden i et halvt år.")


def asked(cast: Cast, at: datetime = MONDAY) -> list[str]:
    """For whom a review is opened at that moment, by case number."""
    before = set(Review.objects.values_list("pk", flat=True))
    made = actions.open_reviews(place=cast.fjordby, by=cast.lis, at=at)
    new = Review.objects.exclude(pk__in=before).order_by("enrolment__reference")
    assert new.count() == made
    return list(new.values_list("enrolment__reference", flat=True))


def opened(cast: Cast) -> Review:
    """Amina's review; nobody has been heard from since the courses began 190 days ago."""
    asked(cast)
    return Review.objects.get(table=cast.aminas_table)


def called(cast: Cast, days_ago: int, outcome: Outcome, direction: Direction = Direction.OUT) -> None:
    """Bo and Amina, on the telephone or not."""
    contactlog.note(
        table=cast.aminas_table,
        channel=Channel.PHONE,
        direction=direction,
        outcome=outcome,
        summary="Telefon",
        happened_at=MONDAY - days_ago * DAY,
        form_key=uuid4(),
        by=cast.bo,
        at=MONDAY,
    )


def a_contact(cast: Cast, at: datetime) -> None:
    called(cast, (MONDAY - at).days, Outcome.REACHED)


def a_step(cast: Cast, at: datetime) -> None:
    plan = plans.begin(table=cast.aminas_table, by=cast.bo, at=at - 200 * DAY)
    plans.set_step(plan=plan, words="Ringe til Sara", form_key=uuid4(), by=cast.amina, at=at)


def words(cast: Cast, at: datetime) -> None:
    plan = plans.begin(table=cast.aminas_table, by=cast.bo, at=at - 200 * DAY)
    plans.say(plan=plan, kind=StatementKind.DREAM, words="Have", version=0, by=cast.amina, at=at)


def a_talk(cast: Cast, at: datetime) -> None:
    talk = meetings.arrange(
        table=cast.aminas_table,
        starts_at=at,
        place=Where.JOBCENTRE,
        minutes=45,
        form_key=uuid4(),
        by=cast.bo,
        at=at - DAY,
    )
    type(talk).objects.filter(pk=talk.pk).update(held_at=at)


def a_message(cast: Cast, at: datetime) -> None:
    thread = exchange.begin(seat=cast.bos_seat, by=cast.amina, at=at)
    exchange.send(thread=thread, words="Hej", form_key=uuid4(), by=cast.amina, at=at)


def a_question(cast: Cast, at: datetime) -> None:
    contactlog.ask_for_help(
        table=cast.aminas_table, kind=HelpKind.CALL_ME, words="", form_key=uuid4(), by=cast.amina, at=at
    )


def a_plan(cast: Cast, at: datetime) -> Plan:
    """From long ago, with her words in it."""
    plan = plans.begin(table=cast.aminas_table, by=cast.bo, at=at - 200 * DAY)
    plans.say(plan=plan, kind=StatementKind.DREAM, words="Have", version=0, by=cast.amina, at=at - 150 * DAY)
    return plan


def a_wish(cast: Cast, at: datetime) -> None:
    plans.wish(
        plan=a_plan(cast, at), words="Svømme", why="", area=Area.HEALTH, form_key=uuid4(), by=cast.amina, at=at
    )


def a_goal(cast: Cast, at: datetime) -> Goal:
    return plans.set_goal(plan=a_plan(cast, at), words="Cykle", form_key=uuid4(), by=cast.amina, at=at - 140 * DAY)


def a_goal_reached(cast: Cast, at: datetime) -> None:
    plans.reach_goal(goal=a_goal(cast, at), reached=True, by=cast.amina, at=at)


def what_is_hard(cast: Cast, at: datetime) -> None:
    plans.set_barrier(plan=a_plan(cast, at), words="Bussen", form_key=uuid4(), by=cast.amina, at=at)


def a_yes_to_the_plan(cast: Cast, at: datetime) -> None:
    goal = a_goal(cast, at)
    draft = PlanVersion.objects.create(
        plan=goal.plan,
        table=cast.aminas_table,
        municipality=cast.fjordby,
        number=1,
        content={},
        made_by=cast.bo,
        made_at=at,
        form_key=uuid4(),
    )
    kept = {"status": VersionStatus.AGREED, "agreed_by": cast.amina, "agreed_at": at, "agreed_how": AgreedHow.DEVICE}
    PlanVersion.objects.filter(pk=draft.pk).update(**kept)


@pytest.mark.parametrize(
    ("sign", "lives"),
    [
        (LifeSign.CONTACT, a_contact),
        (LifeSign.STEP, a_step),
        (LifeSign.WORDS, words),
        (LifeSign.WORDS, a_goal_reached),
        (LifeSign.WORDS, what_is_hard),
        (LifeSign.DECISION, a_wish),
        (LifeSign.DECISION, a_yes_to_the_plan),
        (LifeSign.TALK, a_talk),
        (LifeSign.MESSAGE, a_message),
        (LifeSign.HELP, a_question),
    ],
)
def test_a_sign_of_life_within_ninety_days_and_nobody_is_asked_after(
    cast: Cast, sign: LifeSign, lives: Callable[[Cast, datetime], None]
) -> None:
    lives(cast, MONDAY - 20 * DAY)
    # What she writes to others counts, and is not told of.
    told = [] if sign == LifeSign.MESSAGE else [sign]
    seen = queries.last_signs(table=cast.aminas_table, at=MONDAY)
    assert [one for one, when in seen.items() if when > MONDAY - 100 * DAY] == told
    assert asked(cast) == ["F-2", "F-3"]
    assert asked(cast, MONDAY + 69 * DAY) == []
    assert asked(cast, MONDAY + 71 * DAY) == ["F-1"]


def test_what_others_do_and_tries_and_absences_are_no_signs_of_hers(cast: Cast) -> None:
    for outcome in (Outcome.NO_ANSWER, Outcome.ABSENT, Outcome.SENT):
        called(cast, 10, outcome)
    plan = plans.begin(table=cast.aminas_table, by=cast.bo, at=MONDAY)
    plans.set_step(
        plan=plan, words="Skrive til UU", owner=StepOwner.COORDINATOR, form_key=uuid4(), by=cast.bo, at=MONDAY
    )
    assert queries.last_signs(table=cast.aminas_table, at=MONDAY) == {}
    assert asked(cast) == ["F-1", "F-2", "F-3"]


def test_the_days_are_the_projects_and_what_was_decided_counts_from_then_on(cast: Cast) -> None:
    called(cast, 40, Outcome.REACHED)
    actions.set_quiet_rule(project=cast.project, days=30, version=0, by=cast.lis, at=MONDAY)
    with pytest.raises(Stale):
        actions.set_quiet_rule(project=cast.project, days=60, version=0, by=cast.lis, at=MONDAY)
    with pytest.raises(NotPossible):
        actions.set_quiet_rule(project=cast.project, days=3, version=1, by=cast.lis, at=MONDAY)
    assert asked(cast) == ["F-1", "F-2", "F-3"]
    assert asked(cast, MONDAY + DAY) == []
    review = Review.objects.get(table=cast.aminas_table)
    assert review.quiet_since == MONDAY - 40 * DAY
    pause = replace(GO_ON, onwards=Onwards.PAUSE, paused_until=(MONDAY + 50 * DAY).date())
    actions.decide(review=review, said=pause, by=cast.bo, at=MONDAY)
    assert asked(cast, MONDAY + 79 * DAY) == []
    assert asked(cast, MONDAY + 82 * DAY) == ["F-1"]


@pytest.mark.requirement("R124")
def test_ninety_quiet_days_ask_for_a_review_a_person_decides_and_no_round_ends_a_course(cast: Cast) -> None:
    running = set(Enrolment.objects.filter(ended_on=None).values_list("pk", flat=True))
    rounds = {one.name: one for one in ROUNDS}
    for days in (0, 100, 200, 400):
        for one in rounds.values():
            one.go(MONDAY + days * DAY)
    assert set(Enrolment.objects.filter(ended_on=None).values_list("pk", flat=True)) == running
    assert not Exit.objects.exists()
    review = Review.objects.get(table=cast.aminas_table)
    assert (review.opened_at, review.onwards, review.decided_by) == (MONDAY, "", None)
    assert not Letter.objects.filter(thing=review.pk).exists()
    with pytest.raises(NotPossible, match="to forskellige dage"):
        actions.decide(review=review, said=END, by=cast.bo, at=MONDAY)
    for days_ago in (9, 2):
        called(cast, days_ago, Outcome.NO_ANSWER)
    decided = actions.decide(review=review, said=END, by=cast.bo, at=MONDAY)
    assert (decided.decided_by, decided.decided_at, decided.grounds) == (cast.bo, MONDAY, END.grounds)
    # That it is to end is not its end: the exit has a form and grounds of its own.
    assert not Exit.objects.exists()


def test_grounds_her_own_words_and_an_end_of_the_pause_are_asked_for(cast: Cast) -> None:
    review = opened(cast)
    wrong = [
        replace(GO_ON, grounds=" "),
        replace(GO_ON, her_words=""),
        replace(GO_ON, onwards=Onwards.PAUSE),
        replace(GO_ON, onwards=Onwards.PAUSE, paused_until=(MONDAY + 300 * DAY).date()),
    ]
    for said in wrong:
        with pytest.raises(NotPossible):
            actions.decide(review=review, said=said, by=cast.bo, at=MONDAY)
    first = actions.decide(review=review, said=GO_ON, by=cast.bo, at=MONDAY)
    assert actions.decide(review=review, said=GO_ON, by=cast.bo, at=MONDAY + DAY).decided_at == first.decided_at
    with pytest.raises(NotPossible):
        actions.decide(review=review, said=END, by=cast.bo, at=MONDAY + DAY)


def test_amina_hears_of_it_says_her_part_once_and_nobody_says_it_for_her(cast: Cast) -> None:
    review = opened(cast)
    with pytest.raises(NotPossible):
        actions.answer(review=review, words="Tak", by=cast.amina, at=MONDAY)
    actions.decide(review=review, said=GO_ON, by=cast.bo, at=MONDAY)
    with pytest.raises(NotPossible):
        actions.answer(review=review, words="Tak", by=cast.bo, at=MONDAY)
    for _time in range(2):
        assert actions.answer(review=review, words=" Tak ", by=cast.amina, at=MONDAY).answer == "Tak"
    with pytest.raises(NotPossible):
        actions.answer(review=review, words="Noget andet", by=cast.amina, at=MONDAY)
    heard = Letter.objects.filter(thing=review.pk).order_by("event").values_list("person", flat=True)
    assert list(heard) == [cast.amina.pk, cast.bo.pk]


def test_without_a_caseworker_her_answer_stands_all_the_same(cast: Cast) -> None:
    review = opened(cast)
    actions.decide(review=review, said=GO_ON, by=cast.bo, at=MONDAY)
    Seat.objects.filter(pk=cast.bos_seat.pk).update(ends_at=MONDAY)
    assert actions.answer(review=review, words="Tak", by=cast.amina, at=MONDAY + DAY).answer == "Tak"
