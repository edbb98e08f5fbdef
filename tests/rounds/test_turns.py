"""Whose turn it is: one process at a time, caught up once, a failing round stops no other and is seen."""

import threading
from datetime import datetime, timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from bordenden.rounds import turns
from bordenden.rounds.models import Turn
from bordenden.rounds.table import ROUNDS, Round
from bordenden.rounds.turns import go_round
from bordenden.rounds.worker import Worker
from tests.assessments.test_races import together
from tests.cast import MONDAY

HOUR = timedelta(hours=1)


class Counting:
    """A round that counts when it went, and fails where it is told to."""

    def __init__(self, error: Exception | None = None) -> None:
        self.gone: list[datetime] = []
        self.error = error

    def __call__(self, *, at: datetime) -> int:
        self.gone.append(at)
        if self.error is not None:
            raise self.error
        return len(self.gone)


def go(at: datetime, *rounds: Round) -> int:
    return go_round(rounds, clock=lambda: at)


def test_a_round_goes_when_it_is_due_and_what_was_missed_is_caught_up_once(db: None) -> None:
    does = Counting()
    one = Round("one", HOUR, does)
    later = MONDAY + timedelta(days=3)
    assert [go(at, one) for at in (MONDAY, MONDAY + HOUR / 2, MONDAY + HOUR, later, later)] == [1, 0, 1, 1, 0]
    assert does.gone == [MONDAY, MONDAY + HOUR, later]
    turn = Turn.objects.get(name="one")
    assert (turn.did, turn.due_at, turn.claim, turn.faults) == (3, later + HOUR, None, 0)


def test_a_failing_round_stops_no_other_is_seen_without_a_word_and_is_tried_again(
    db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad, good = Counting(ValueError("Amina Yusuf")), Counting()
    rounds = (Round("bad", timedelta(days=1), bad), Round("good", timedelta(days=1), good))
    monkeypatch.setattr("bordenden.cli.management.commands.rounds.ROUNDS", rounds)
    assert go(MONDAY, *rounds) == 2
    assert go(MONDAY + turns.AGAIN_AFTER, *rounds) == 1
    assert (len(bad.gone), len(good.gone)) == (2, 1)
    said = StringIO()
    with pytest.raises(CommandError, match=r"^Failing: bad\.$"):
        call_command("rounds", stdout=said)
    assert said.getvalue().splitlines() == [
        "bad: last 2026-03-02 10:15, did 0, due 2026-03-02 10:30, FAILED 2 times: ValueError",
        "good: last 2026-03-02 10:00, did 1, due 2026-03-03 10:00",
    ]
    bad.error = None
    assert go(MONDAY + 2 * turns.AGAIN_AFTER, *rounds) == 1
    assert list(Turn.objects.order_by("name").values_list("last_fault", "faults")) == [("", 0), ("", 0)]


@pytest.mark.django_db(transaction=True)
def test_of_many_processes_at_once_one_goes_the_round_and_keeps_it_however_long(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(turns, "HOLD_ON_SECONDS", 0.05)
    inside, over, does = threading.Event(), threading.Event(), Counting()
    clock = [MONDAY]

    def slow(*, at: datetime) -> int:
        inside.set()
        over.wait(20)
        return does(at=at)

    def other() -> None:
        inside.wait(20)
        held = Turn.objects.get(name="slow").held_until
        clock[0] = MONDAY + 2 * turns.HELD  # The first hold is long over; it has been held on to.
        assert held is not None
        for _moment in range(200):
            if Turn.objects.filter(name="slow", held_until__gt=clock[0]).exists():
                break
            threading.Event().wait(0.02)
        assert go_round(rounds, clock=lambda: clock[0]) == 0
        over.set()

    rounds = (Round("slow", HOUR, slow),)
    assert together(lambda: go_round(rounds, clock=lambda: clock[0]), other) == [None, None]
    assert len(does.gone) == 1
    many = (Round("many", HOUR, Counting()),)
    assert together(*[lambda: go(MONDAY, *many)] * 4) == [None] * 4
    assert many[0].does.gone == [MONDAY]  # type: ignore[attr-defined]


@pytest.mark.django_db(transaction=True)
def test_a_process_that_died_lets_go_after_three_minutes() -> None:
    one = Round("one", HOUR, does := Counting())
    assert turns._claimed(one, MONDAY) is not None
    assert go(MONDAY + turns.HELD - timedelta(seconds=1), one) == 0
    assert go(MONDAY + turns.HELD, one) == 1
    assert does.gone == [MONDAY + turns.HELD]


@pytest.mark.django_db(transaction=True)
def test_the_worker_goes_until_it_is_told_to_stop() -> None:
    gone = threading.Event()
    moments = iter([MONDAY + HOUR * number for number in range(1000)])

    def does(*, at: datetime) -> int:
        gone.set()
        return 1

    worker = Worker(clock=lambda: next(moments), rounds=[Round("one", HOUR, does)], pause=0.01)
    worker.start()
    assert gone.wait(20)
    worker.stop()
    assert [thread.name for thread in threading.enumerate() if thread.name.startswith("round")] == []
    assert Turn.objects.get(name="one").claim is None


def test_every_round_has_a_name_of_its_own_and_goes_on_an_empty_house(db: None) -> None:
    assert len({one.name for one in ROUNDS}) == len(ROUNDS)
    assert go(MONDAY, *ROUNDS) == len(ROUNDS)
    assert list(Turn.objects.exclude(last_fault="").values_list("name", "last_fault")) == []
