"""Taking turns: who asked first is first, a turn is passed on whatever happened, and nobody waits for ever."""

import threading
import time

import pytest

from bordenden.foundation.turns import Turns


def test_who_asked_first_is_first() -> None:
    turns, came = Turns(), list[str]()

    def ask(name: str) -> None:
        with turns.one():
            came.append(name)

    names = ["Amina", "Bo", "Mie", "Sara"]
    with turns.one():
        threads = [threading.Thread(target=ask, args=[name]) for name in names]
        for asked, thread in enumerate(threads, start=1):
            thread.start()
            while len(turns._waiting) < asked:
                time.sleep(0.001)
        assert came == []
    for thread in threads:
        thread.join()
    assert came == names


def test_a_turn_is_passed_on_though_the_work_failed() -> None:
    turns = Turns(patience=5)
    with pytest.raises(ValueError, match="the disk is full"), turns.one():
        raise ValueError("the disk is full")
    begun = time.monotonic()
    with turns.one():
        assert time.monotonic() - begun < turns.patience


def test_whose_patience_ends_goes_on_and_takes_nobodys_turn() -> None:
    turns = Turns(patience=0.01)
    with turns.one():
        with turns.one():
            assert not turns._waiting
        assert turns._taken
    assert not turns._taken
