"""Taking turns: threads that want the same thing get it in the order in which they asked."""

import os
import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

# As long as SQLite itself waits for its lock; whoever waited longer asks the database all the same.
PATIENCE_SECONDS: Final = 10.0


class Turns:
    """First come, first served.

    SQLite lets whoever waits for its write lock sleep longer and longer and try again: with eight writers one in
    twenty waited five times as long as the rest. Here the one who has waited longest is woken.
    """

    def __init__(self, patience: float = PATIENCE_SECONDS) -> None:
        self.patience = patience
        self._door = threading.Lock()
        self._waiting: deque[threading.Event] = deque()
        self._taken = False

    @contextmanager
    def one(self) -> Iterator[None]:
        """Wait for the turn, at most `patience` seconds; then go on without it: a turn is manners, not a lock."""
        mine = self._ask()
        had = mine.wait(self.patience) or not self._gave_up(mine)
        try:
            yield
        finally:
            if had:
                self._pass_on()

    def _ask(self) -> threading.Event:
        mine = threading.Event()
        with self._door:
            if self._taken:
                self._waiting.append(mine)
            else:
                self._taken = True
                mine.set()
        return mine

    def _gave_up(self, mine: threading.Event) -> bool:
        """False when the turn came at the very moment the patience ended."""
        with self._door:
            if mine.is_set():
                return False
            self._waiting.remove(mine)
            return True

    def _pass_on(self) -> None:
        with self._door:
            if self._waiting:
                self._waiting.popleft().set()
            else:
                self._taken = False


writers = Turns()
# A child has none of the parent's threads: nobody there would pass on a turn that was taken.
os.register_at_fork(after_in_child=writers.__init__)  # type: ignore[misc]
