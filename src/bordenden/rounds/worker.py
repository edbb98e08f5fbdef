"""The worker: goes the rounds until it is told to stop, in a thread beside the server or in a process of its own."""

import atexit
import logging
import threading
from collections.abc import Sequence
from typing import Final

from django.db import close_old_connections, connections

from bordenden.rounds.table import ROUNDS, Round
from bordenden.rounds.turns import Clock, go_round

log = logging.getLogger(__name__)
LOOK_EVERY_SECONDS: Final = 10.0
PATIENCE_SECONDS: Final = 10.0


class Worker:
    """`run` in the present thread, or `start` one; `stop` lets the round that goes come to its end."""

    def __init__(self, *, clock: Clock, rounds: Sequence[Round] = ROUNDS, pause: float = LOOK_EVERY_SECONDS) -> None:
        self._clock, self._rounds, self._pause = clock, rounds, pause
        self._over = threading.Event()
        self._thread: threading.Thread | None = None

    def run(self) -> None:
        """Look what is due, go it, wait a little; a database that is away for a while is waited for."""
        try:
            while not self._over.is_set():
                close_old_connections()
                try:
                    for one in self._rounds:
                        if not self._over.is_set():
                            go_round([one], clock=self._clock)
                except Exception:
                    log.exception("The worker could not go its rounds; it tries again.")
                self._over.wait(self._pause)
        finally:
            connections.close_all()

    def start(self) -> None:
        """In a thread that ends with the process."""
        self._thread = threading.Thread(target=self.run, name="rounds", daemon=True)
        self._thread.start()
        atexit.register(self.stop)

    def ask_to_stop(self) -> None:
        """No further round begins."""
        self._over.set()

    def stop(self) -> None:
        """Ask, and wait a little for the round that goes."""
        self._over.set()
        if self._thread is not None:
            self._thread.join(PATIENCE_SECONDS)
