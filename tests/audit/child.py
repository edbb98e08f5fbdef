"""A process of its own for the tests that kill or fork it: `python -m tests.audit.child kill|fork DATABASE`."""

import os
import sys
import threading
from uuid import uuid4

import django
from django.db import connection, connections

django.setup()

from bordenden.audit.actions import write_looks  # noqa: E402
from bordenden.audit.writer import writer  # noqa: E402
from tests.audit.things import AMINAS_TABLE, MONDAY, Person, Plan, look  # noqa: E402

THREADS = 8


def look_once() -> None:
    """Write one look; when it is acknowledged, name it in one write to the pipe, so that lines never mix."""
    thing = uuid4()
    write_looks([look(on=Plan(thing, AMINAS_TABLE.pk))], by=Person(thing), at=MONDAY)
    os.write(1, f"{thing}\n".encode())


def look_for_ever() -> None:
    while True:
        look_once()


def until_killed() -> None:
    for _ in range(THREADS):
        threading.Thread(target=look_for_ever).start()


def fork() -> None:
    """Both parent and child look, after the parent's writer thread has begun its work."""
    look_once()
    connections.close_all()
    if connection.vendor == "postgresql":
        connection.close_pool()  # type: ignore[attr-defined]  # a pool's sockets cannot be shared by two processes
    child = _fork_while_another_thread_is_in_the_writer()
    look_once()
    if child:
        raise SystemExit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))


def _fork_while_another_thread_is_in_the_writer() -> int:
    inside, out = threading.Event(), threading.Event()

    def linger() -> None:
        with writer._changed:
            inside.set()
            out.wait()

    thread = threading.Thread(target=linger)
    thread.start()
    inside.wait()
    child = os.fork()
    if child:
        out.set()
        thread.join()
    return child


if __name__ == "__main__":
    connections.databases["default"]["NAME"] = sys.argv[2]
    {"kill": until_killed, "fork": fork}[sys.argv[1]]()
