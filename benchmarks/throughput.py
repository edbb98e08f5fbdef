"""Pages a second from the real server, every look logged before its page is sent; looks are counted afterwards."""

import statistics
import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any

from django.db import connections
from django.urls import NoReverseMatch, reverse

from benchmarks.calling import Browser, browser_of
from benchmarks.machine import p95
from benchmarks.scene import Scene
from benchmarks.server import Server
from bordenden.audit.models import Entry
from bordenden.audit.words import Kind

OK = 200
WARM_UP = 5


def pages_a_second(server: Server, scene: Scene, threads: tuple[int, ...], seconds: float) -> dict[str, Any]:
    """Her plan with ten of everything, as she and her caseworker open it again and again."""
    name, path = _page(scene)
    browsers = [browser_of(person) for person in ((scene.head,) if name != "guest_plan" else (scene.mentor,))]
    ask(server, path, browsers[0], WARM_UP)
    return {"page": name, "rows": scene.rows, "runs": [_run(server, path, browsers, n, seconds) for n in threads]}


def _page(scene: Scene) -> tuple[str, str]:
    """Her plan; while that page is not there, the guest's."""
    try:
        return "plan", reverse("plan", args=(scene.plan.pk,))
    except NoReverseMatch:
        return "guest_plan", reverse("guest_plan", args=(scene.plan.pk,))


def _run(server: Server, path: str, browsers: list[Browser], threads: int, seconds: float) -> dict[str, Any]:
    before, used = _looks(), server.processor_seconds()
    begun = time.perf_counter()
    with ThreadPoolExecutor(threads) as pool:
        again = partial(_again, server, path, begun + seconds)
        waits = sorted(
            wait for took in pool.map(again, [browsers[n % len(browsers)] for n in range(threads)]) for wait in took
        )
    took = time.perf_counter() - begun
    looks = _looks() - before
    if looks < len(waits):
        raise RuntimeError(f"{len(waits)} pages were served and {looks} looks are stored")
    return {
        "threads": threads,
        "pages": len(waits),
        "looks": looks,
        "a_second": len(waits) / took,
        "median": statistics.median(waits),
        "p95": p95(waits),
        "longest": waits[-1],
        "server_cpu": (server.processor_seconds() - used) / len(waits) * 1000,
    }


def _again(server: Server, path: str, until: float, browser: Browser) -> list[float]:
    line, waits = server.connection(), []
    try:
        while time.perf_counter() < until:
            begun = time.perf_counter()
            line.request("GET", path, headers={"Cookie": browser.cookies})
            answer = line.getresponse()
            answer.read()
            if answer.status != OK:
                raise RuntimeError(f"{path} answers {answer.status}")
            waits.append((time.perf_counter() - begun) * 1000)
    finally:
        line.close()
    return waits


def ask(server: Server, path: str, browser: Browser | None, times: int = 1) -> bytes:
    """The page, so many times over; what it said last."""
    line = server.connection()
    for _ in range(times):
        line.request("GET", path, headers={"Cookie": browser.cookies} if browser else {})
        answer = line.getresponse()
        body = answer.read()
        if answer.status != OK:
            raise RuntimeError(f"{path} answers {answer.status}")
    line.close()
    return body


def _looks() -> int:
    """Looks stored so far; each asked on a fresh connection, so that nothing old is seen."""
    try:
        return Entry.objects.filter(kind=Kind.LOOK).count()
    finally:
        connections.close_all()
