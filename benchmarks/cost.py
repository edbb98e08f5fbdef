"""What a page costs: statements to the database, processor time beside the bare page, bytes of HTML."""

import gc
import re
import statistics
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import partial
from typing import Any

from django.core.handlers.wsgi import WSGIHandler
from django.db import connection
from django.test.utils import CaptureQueriesContext, override_settings

from benchmarks import bare
from benchmarks.calling import Answer, get
from benchmarks.pages import PAGES, PAPERS, Page
from benchmarks.scans import Scan, scans_of
from benchmarks.scene import Scene
from bordenden.web.threshold.crisis import forget

WARM_UP = 3
OK = 200
# What reads or writes rows; the rest opens and closes transactions and tells PostgreSQL who asks (a look is told and
# written in one message).
ROWS = re.compile(r"\s*(SELECT(?! set_config)|SELECT set_config.*; *INSERT|INSERT|UPDATE|DELETE|WITH)\b", re.I | re.S)


@dataclass(frozen=True, slots=True)
class Cost:
    """One page with so many rows: `queries` read or write rows, `statements` is all that is said to the database."""

    page: str
    rows: int
    status: int
    queries: int
    statements: int
    html: int
    cpu: float
    bare: float
    scans: list[Scan]

    @property
    def times(self) -> float:
        """Processor time as a multiple of the bare page's."""
        return self.cpu / self.bare

    def plain(self) -> dict[str, Any]:
        """For JSON."""
        return asdict(self)


def costs(scenes: list[Scene], rounds: int, *, with_scans: bool) -> list[Cost]:
    """Every page that is there, in every scene."""
    product = WSGIHandler()
    with bare.yardstick(scenes[0].head) as yard:
        return _costs(scenes, product, yard, rounds, with_scans=with_scans)


def _costs(
    scenes: list[Scene], product: WSGIHandler, yard: Callable[[], Answer], rounds: int, *, with_scans: bool
) -> list[Cost]:
    if yard().status != OK:
        raise RuntimeError(f"the bare page answers {yard().status}")
    found = []
    for page in PAGES:
        for scene in scenes:
            path = page.path(scene)
            if path is not None:
                who = page.browser(scene)
                found.append(_cost(page, scene, partial(get, product, path, who), yard, rounds, with_scans))
    return found


def _cost(
    page: Page, scene: Scene, call: Callable[[], Answer], yard: Callable[[], Answer], rounds: int, with_scans: bool
) -> Cost:
    said, answer = statements(call)
    queries = [sql for sql in said if ROWS.match(sql)]
    # A page that refuses is named by its status; its time would say nothing. No rounds: only what is said is counted.
    cpu, plain = beside(call, yard, rounds) if rounds and answer.status == OK else (0.0, 1.0)
    return Cost(
        page=page.name,
        rows=scene.rows,
        status=answer.status,
        queries=len(queries),
        statements=len(said),
        html=len(answer.body),
        cpu=cpu,
        bare=plain,
        scans=scans_of(queries) if with_scans else [],
    )


def on_paper(scenes: list[Scene], rounds: int) -> list[dict[str, Any]]:
    """How long one waits for each file for paper, from the request to its last byte."""
    product, found = WSGIHandler(), []
    for page in PAGES:
        for scene in scenes if page.name in PAPERS else []:
            call = partial(get, product, page.path(scene) or "", page.browser(scene))
            size, took = len(call().body), [_waited(call) for _ in range(rounds)]
            waited = {"median": statistics.median(took), "longest": max(took)}
            found.append({"page": page.name, "rows": scene.rows, "bytes": size, **waited})
    return found


def _waited(call: Callable[[], Answer]) -> float:
    begun = time.perf_counter()
    call()
    return (time.perf_counter() - begun) * 1000


def statements(call: Callable[[], Answer]) -> tuple[list[str], Answer]:
    """All that one request says to the database; looks are written by the request itself, so they are counted."""
    with override_settings(AUDIT_WRITER="direct"):
        # The numbers for a crisis are kept for a minute: asked for now, they do not run out in between.
        forget()
        call()
        with CaptureQueriesContext(connection) as caught:
            answer = call()
    return [query["sql"] for query in caught.captured_queries], answer


def beside(call: Callable[[], Answer], yard: Callable[[], Answer], rounds: int) -> tuple[float, float]:
    """Median milliseconds of processor time (all threads) of both, taken in turns so that noise hits them alike."""
    for _ in range(WARM_UP):
        call()
        yard()
    gc.collect()
    ours, plain = [], []
    for _ in range(rounds):
        plain.append(_milliseconds(yard))
        ours.append(_milliseconds(call))
    return statistics.median(ours), statistics.median(plain)


def _milliseconds(call: Callable[[], Answer]) -> float:
    begun = time.process_time()
    call()
    return (time.process_time() - begun) * 1000
