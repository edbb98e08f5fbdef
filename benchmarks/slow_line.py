"""Twenty questions over a slow line: 400 kbit/s and 400 ms there and back, in a real browser with an empty cache.

`python -m benchmarks.slow_line` writes benchmarks/SLOW_LINE.md: each wait from the press to the next question on the
screen, and all bytes on the wire from the first question to the last. Aims: 1.5 s and 250 KB.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import brotli
from playwright.sync_api import Page, sync_playwright

from tools.shell import ROOT, VAR, product_environment

OUT = ROOT / "benchmarks" / "SLOW_LINE.md"
BYTES_A_SECOND, ROUND_TRIP_MS = 400_000 / 8, 400
AIM_SECONDS, AIM_BYTES = 1.5, 250_000
VALUES = ("3", "7", "5", "skipped", "2")
MOST_PRESSES = 30
INSIDE = "BENCH_SLOW_LINE"
STATIC, PACKED = "/static/", (".woff2", ".png", ".jpg")


@dataclass
class Line:
    """What came over the wire, and how long each press took."""

    page: Page
    received: int = 0
    waits: list[float] = field(default_factory=list)
    rests: list[float] = field(default_factory=list)
    heads: dict[str, tuple[str, int]] = field(default_factory=dict)

    def slow_down(self) -> None:
        """From now the browser's network is the slow line; bytes are counted as they come, headers too."""
        wire = self.page.context.new_cdp_session(self.page)
        wire.send("Network.enable")
        slow = {"offline": False, "latency": ROUND_TRIP_MS, "downloadThroughput": BYTES_A_SECOND}
        wire.send("Network.emulateNetworkConditions", {**slow, "uploadThroughput": BYTES_A_SECOND})
        wire.on("Network.responseReceived", self._heard)
        wire.on("Network.loadingFinished", self._count)

    def _heard(self, event: dict[str, Any]) -> None:
        self.heads[event["requestId"]] = (event["response"]["url"], int(event["response"]["encodedDataLength"]))

    def _count(self, event: dict[str, Any]) -> None:
        """Nothing for what the browser had; what an installation packs counts as packed."""
        came = int(event["encodedDataLength"])
        url, head = self.heads.get(event["requestId"], ("", 0))
        path = urlsplit(url).path
        if came and path.startswith(STATIC) and not path.endswith(PACKED):
            came = head + len(brotli.compress(Path(_file(path)).read_bytes()))
        self.received += came

    def press(self, value: str) -> None:
        """From the press to the next page, drawn."""
        before = self.page.url
        begun = time.perf_counter()
        self.page.locator(f'button[name="answer"][value="{value}"]').click()
        self.page.wait_for_url(lambda url: url != before, wait_until="domcontentloaded")
        took = time.perf_counter() - begun
        (self.rests if "/pause/" in self.page.url else self.waits).append(took)


def _file(path: str) -> str:
    from django.contrib.staticfiles import finders  # noqa: PLC0415  (the settings are made in main)

    found = finders.find(path.removeprefix(STATIC))
    assert isinstance(found, str)
    return found


def walk(line: Line, address: str) -> float:
    """The whole of it; the seconds until the first question could be read."""
    line.slow_down()
    begun = time.perf_counter()
    line.page.goto(address)
    first = time.perf_counter() - begun
    for number in range(MOST_PRESSES):
        if "/pause/" in line.page.url:
            line.page.get_by_role("link", name="Lidt mere").click()
            line.page.wait_for_selector("form.answers")
        if not line.page.locator("form.answers").count():
            break
        line.press(VALUES[number % len(VALUES)])
    line.page.wait_for_load_state("networkidle")
    return first


def measured(*, scripts: bool) -> dict[str, Any]:
    """A citizen of her own for each run, so that every question is new."""
    from django.urls import reverse  # noqa: PLC0415  (the settings are made in main)

    from benchmarks.calling import browser_of  # noqa: PLC0415
    from benchmarks.first_visit import CHROMIUM, CLOSED  # noqa: PLC0415
    from benchmarks.scene import build_scene  # noqa: PLC0415
    from benchmarks.server import Server  # noqa: PLC0415
    from bordenden.assessments.queries import asked  # noqa: PLC0415
    from bordenden.foundation.clock import now  # noqa: PLC0415

    scene = build_scene(1, at=now(), name=f"slow-{scripts}")
    items = asked(sheet=scene.sheet)
    address = reverse("question", args=(scene.sheet.pk, items[0].pk))
    cookies = [pair.split("=", 1) for pair in browser_of(scene.head).cookies.split("; ")]
    with Server() as server, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=list(CLOSED))
        context = chromium.new_context(locale="da-DK", java_script_enabled=scripts)
        context.add_cookies([{"name": name, "value": value, "url": server.address} for name, value in cookies])
        line = Line(context.new_page())
        first = walk(line, server.address + address)
        chromium.close()
    return {"questions": len(items), "first": first, "waits": line.waits, "rests": line.rests, "bytes": line.received}


def written(runs: dict[str, dict[str, Any]]) -> str:
    """The results as a page."""
    day = datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC")
    lines = [
        "# Twenty questions over a slow line",
        "",
        f"Written by `python -m benchmarks.slow_line` on {day}: Chromium with an empty cache, "
        "400 kbit/s, 400 ms there and back, the product's own server in front, made-up people.",
        "Styles and scripts are counted packed, as an installation sends them; here they travel unpacked.",
        "",
        f"Aims: the next question within {AIM_SECONDS} s, all of it within {AIM_BYTES // 1000} KB.",
        "",
        "| | questions | first, s | next, median, s | next, longest, s | to a rest, s | all, KB | aims |",
        "| --- | --: | --: | --: | --: | --: | --: | --- |",
    ]
    for name, run in runs.items():
        waits, rests = run["waits"], run["rests"] or [0.0]
        kept = max(waits) <= AIM_SECONDS and run["bytes"] <= AIM_BYTES
        figures = [run["first"], statistics.median(waits), max(waits), max(rests)]
        lines.append(
            f"| {name} | {run['questions']} | "
            + " | ".join(f"{figure:.2f}" for figure in figures)
            + f" | {run['bytes'] / 1000:.0f} | {'kept' if kept else 'missed'} |"
        )
    return "\n".join(lines) + "\n"


def main() -> None:
    """Without the settings of an installation it starts itself again with them, in a folder of its own."""
    if os.environ.get(INSIDE):
        import django  # noqa: PLC0415

        django.setup()
        from django.core.management import call_command  # noqa: PLC0415

        from benchmarks.scene import publish_instrument  # noqa: PLC0415
        from bordenden.audit.writer import writer  # noqa: PLC0415
        from bordenden.foundation.clock import now  # noqa: PLC0415
        from bordenden.people.models import Person  # noqa: PLC0415
        from bordenden.worlds.instruments import publish_newest  # noqa: PLC0415

        call_command("migrate", verbosity=0)
        publish_instrument(now())
        publish_newest(by=Person.objects.get(login__username="udgiver"), at=now())
        runs = {"with JavaScript": measured(scripts=True), "without": measured(scripts=False)}
        writer.stop()
        OUT.write_text(written(runs), encoding="utf-8")
        print(written(runs).partition("\n\n")[2])
        return
    VAR.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="slow-", dir=VAR) as folder:
        settings = {
            "BORDENDEN_DATABASE": f"sqlite:///{Path(folder) / 'slow.sqlite3'}",
            "BORDENDEN_VAR": folder,
            "BORDENDEN_DEMO": "1",
            "DJANGO_SETTINGS_MODULE": "bordenden.config.settings",
            INSIDE: "1",
        }
        environment = product_environment(settings)
        subprocess.run([sys.executable, "-m", "benchmarks.slow_line"], cwd=ROOT, env=environment, check=True)


if __name__ == "__main__":
    main()
