"""An answer saved while eight others save theirs: how long it takes until it is on the disk, and none is lost."""

import statistics
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.db import connections
from django.urls import reverse

from benchmarks.calling import Browser, browser_of
from benchmarks.machine import p95
from benchmarks.scene import HOME, build_scene
from benchmarks.server import Server
from bordenden.assessments.models import Answer, Sheet
from bordenden.assessments.queries import asked
from bordenden.audit.models import Entry
from bordenden.foundation.clock import now
from bordenden.foundation.snapshot import snapshot

ACT = "sheet.answer"
SEE_OTHER = 303
QUESTIONS = 5
VALUES = 11


@dataclass(frozen=True, slots=True)
class Writer:
    """One citizen with an open round."""

    browser: Browser
    sheet: Sheet
    items: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """What one writer sent and had confirmed: each wait, and the last value of every question."""

    waits: list[float]
    last: dict[int, int]


def answers_saved(server: Server, writers: int, seconds: float) -> dict[str, Any]:
    """Everybody answers and changes answers for so long; what stands is then compared with what was confirmed."""
    them = [_writer(number) for number in range(writers)]
    before = _noted()
    begun = time.perf_counter()
    with ThreadPoolExecutor(writers) as pool:
        written = list(pool.map(partial(_write_on, server, begun + seconds), them))
    took = time.perf_counter() - begun
    waits = [wait for one in written for wait in one.waits]
    noted = _noted() - before
    wrong = sum(_differs(writer, one) for writer, one in zip(them, written, strict=True))
    return {
        "writers": writers,
        "confirmed": len(waits),
        "in_the_audit": noted,
        "standing_otherwise": wrong,
        "a_second": len(waits) / took,
        "median": statistics.median(waits),
        "p95": p95(waits),
        "longest": max(waits),
    }


def _writer(number: int) -> Writer:
    scene = build_scene(1, at=now(), name=f"writer-{number}")
    items = tuple(item.pk for item in asked(sheet=scene.sheet)[:QUESTIONS])
    return Writer(browser_of(scene.head), scene.sheet, items)


def _write_on(server: Server, until: float, writer: Writer) -> Written:
    """Question after question, every time another value: each is a change, so each is written."""
    line, waits, last, number = server.connection(), [], {}, 0
    try:
        while time.perf_counter() < until:
            place, value = number % QUESTIONS + 1, (number // QUESTIONS + number) % VALUES
            waits.append(_send(line, writer, place, value))
            last[place] = value
            number += 1
    finally:
        line.close()
    return Written(waits, last)


def _send(line: Any, writer: Writer, place: int, value: int) -> float:  # noqa: ANN401
    body = urlencode({"answer": value, "csrfmiddlewaretoken": writer.browser.csrf})
    headers = {"Cookie": writer.browser.cookies, "Content-Type": "application/x-www-form-urlencoded"}
    begun = time.perf_counter()
    line.request("POST", reverse("question", args=(writer.sheet.pk, writer.items[place - 1])), body, headers)
    answer = line.getresponse()
    answer.read()
    if answer.status != SEE_OTHER:
        raise RuntimeError(f"an answer was met with {answer.status}")
    return (time.perf_counter() - begun) * 1000


def _noted() -> int:
    try:
        return Entry.objects.filter(act=ACT).count()
    finally:
        connections.close_all()


def _differs(writer: Writer, written: Written) -> int:
    """How many of the writer's answers stand otherwise than they were confirmed."""
    with snapshot(HOME, None):
        rows = Answer.objects.filter(sheet=writer.sheet).values_list("item__position", "value")
        standing = dict(rows)
    return sum(standing.get(place) != value for place, value in written.last.items())
