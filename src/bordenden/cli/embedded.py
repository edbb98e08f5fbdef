"""The worker inside the server's own process: it begins and ends with it."""

from bordenden.foundation.clock import now
from bordenden.rounds.worker import Worker


def start() -> Worker:
    """In a thread with a connection of its own, like the writer of the looks."""
    worker = Worker(clock=now)
    worker.start()
    return worker
