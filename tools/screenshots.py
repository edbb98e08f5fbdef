"""`make screenshots`: the demo as its visitors see it, on a phone and on a desk, written to docs/screenshots.

Everything shown is the made-up world `cast` in a database of its own, gone afterwards.
"""

import os
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import django
from playwright.sync_api import Browser, Page, sync_playwright

from tools.debian import require
from tools.png import smaller
from tools.run import HOST, SERVER
from tools.shell import ROOT, demand, in_venv, product_environment, stop

if TYPE_CHECKING:
    from bordenden.worlds.cast import Cast

FOLDER = ROOT / "docs" / "screenshots"
CHROMIUM = "/usr/bin/chromium"
SIZES: Mapping[str, tuple[int, int]] = {"phone": (360, 740), "desktop": (1280, 800)}
TALLEST = {"phone": 1500, "desktop": 1400}
SCALE = {"phone": 2, "desktop": 1}
LARGEST = 150_000
START_SECONDS = 30


@dataclass(frozen=True, slots=True)
class Shot:
    """One page: the file's name, who opens it, where it lies, what is seen on it."""

    name: str
    who: str
    url: str
    seen: str


def main() -> None:
    """Build the world, start the demo, photograph every page, write the index."""
    require(["chromium", "libatomic1"])
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="bordenden-screenshots-") as folder:
        _settings(Path(folder))
        demand([in_venv("python"), "-m", "bordenden", "migrate", "--verbosity", "0"], dict(os.environ))
        shots = _shots()
        with _server() as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
            for size in SIZES:
                _photograph_all(browser, address, shots, size)
            browser.close()
    _write_index(shots)


def _settings(folder: Path) -> None:
    """The demo in a folder of its own, for this process and for the server."""
    os.environ.update(product_environment())
    os.environ.update(
        BORDENDEN_DEMO="1",
        BORDENDEN_VAR=str(folder),
        BORDENDEN_DATABASE=f"sqlite:///{folder / 'bordenden.sqlite3'}",
        DJANGO_SETTINGS_MODULE="bordenden.config.settings",
    )


def _shots() -> list[Shot]:
    """The world, a little on in its story, and the pages to open in it."""
    django.setup()
    from bordenden.foundation.clock import now  # noqa: PLC0415  (needs the settings made above)
    from bordenden.worlds import cast  # noqa: PLC0415

    at = now()
    return _pages(cast.build(at=at), at)


def _pages(cast: "Cast", at: datetime) -> list[Shot]:
    from django.urls import reverse  # noqa: PLC0415

    from bordenden.assessments import actions as assessments  # noqa: PLC0415
    from bordenden.pathways import actions as pathways  # noqa: PLC0415
    from bordenden.pathways.words import Room  # noqa: PLC0415
    from bordenden.plans.queries import plan_of  # noqa: PLC0415

    sheet = assessments.start(table=cast.karims_table, by=cast.karim, at=at)
    pathways.open_room(seat=cast.mies_seat, room=Room.PLAN, by=cast.amina, at=at)
    table, plan = cast.aminas_table.pk, plan_of(table=cast.aminas_table)
    assert plan is not None
    return [
        Shot("start", "", reverse("start"), "The start page of the demo: who do you want to be today?"),
        Shot("citizen", "Amina", reverse("table", args=[table]), "Amina's first page: one thing is enough for today"),
        Shot("question", "Karim", reverse("question", args=[sheet.pk, 1]), "One question, eleven buttons"),
        Shot("development", "Amina", reverse("development", args=[table]), "What moved since last time, words first"),
        Shot("plan", "Amina", reverse("plan", args=[plan.pk]), "Her plan: her words, her goals, her small steps"),
        Shot("rooms", "Amina", reverse("rooms", args=[cast.mies_seat.pk]), "She decides what Mie may see"),
        Shot("looks", "Amina", reverse("looks", args=[table]), "She sees who looked, and when"),
        Shot("caseload", "Bo", reverse("caseload"), "Her caseworker's citizens"),
        Shot("case", "Bo", reverse("case", args=[table]), "One citizen, as her caseworker sees her"),
        Shot("contact", "Bo", reverse("contact_new", args=[table]), "A contact, noted in thirty seconds"),
        Shot("guest", "Mie", reverse("guest_table", args=[table]), "The mentor's place at the table"),
        Shot("project", "Lis", reverse("project", args=[cast.project.pk]), "The project leader's figures: no name"),
        Shot("releases", "Stine", reverse("releases"), "What has been published"),
    ]


@contextmanager
def _server() -> Iterator[str]:
    """The demo on a free port of this machine."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port = probe.getsockname()[1]
    command = [in_venv("granian"), *SERVER, "--host", HOST, "--port", str(port), "bordenden.config.wsgi:application"]
    server = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.DEVNULL)
    try:
        _wait_for(port)
        yield f"http://{HOST}:{port}"
    finally:
        server.terminate()
        server.wait(timeout=START_SECONDS)


def _wait_for(port: int) -> None:
    ends = time.monotonic() + START_SECONDS
    while time.monotonic() < ends:
        with socket.socket() as knock:
            if not knock.connect_ex((HOST, port)):
                return
        time.sleep(0.1)
    stop("The demo did not start; its own words stand above.")


def _photograph_all(browser: Browser, address: str, shots: list[Shot], size: str) -> None:
    width, height = SIZES[size]
    pages: dict[str, Page] = {}
    for shot in shots:
        if shot.who not in pages:
            context = browser.new_context(
                viewport={"width": width, "height": height},
                device_scale_factor=SCALE[size],
                base_url=address,
                locale="da-DK",
                is_mobile=size == "phone",
            )
            pages[shot.who] = _come_in(context.new_page(), shot.who)
        _photograph(pages[shot.who], shot, size)


def _come_in(page: Page, who: str) -> Page:
    """Through the demo's start page, as anybody would."""
    page.goto("/")
    if who:
        page.get_by_role("button", name=f"Log ind som {who}").click()
        page.wait_for_url(lambda url: not url.endswith("/hjem/"))
    return page


def _photograph(page: Page, shot: Shot, size: str) -> None:
    response = page.goto(shot.url, wait_until="networkidle")
    if response is None or response.status != 200:
        stop(f"{shot.name}: {shot.url} answered {response.status if response else 'nothing'}.")
    width, _height = SIZES[size]
    height = min(int(page.evaluate("document.documentElement.scrollHeight")), TALLEST[size])
    clip = {"x": 0, "y": 0, "width": width, "height": height}
    picture = smaller(page.screenshot(full_page=True, clip=clip))  # type: ignore[arg-type]
    if len(picture) > LARGEST:
        stop(f"{shot.name}-{size}.png would be {len(picture):,} bytes; at most {LARGEST:,} are agreed.")
    (FOLDER / f"{shot.name}-{size}.png").write_bytes(picture)


def _write_index(shots: list[Shot]) -> None:
    lines = [
        "# Screenshots",
        "",
        "Made by `make screenshots` from the made-up world `cast`. Nobody here exists.",
        "",
        "| page | phone | desktop |",
        "| --- | --- | --- |",
        *(
            f"| {shot.seen} | ![{shot.name}, phone]({shot.name}-phone.png) "
            f"| ![{shot.name}, desktop]({shot.name}-desktop.png) |"
            for shot in shots
        ),
    ]
    (FOLDER / "README.md").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
