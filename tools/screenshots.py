"""`make screenshots`: the demo as its visitors see it, on a phone and on a desk, written to docs/screenshots.

Everything shown is a made-up world in a database of its own, gone afterwards.
"""

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

import django
from playwright.sync_api import Browser, Page, sync_playwright

from tools.debian import chromium, require
from tools.png import smaller
from tools.run import HOST, SERVER
from tools.shell import ROOT, demand, in_venv, product_environment, stop
from tools.shown import CAST

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from bordenden.pathways.models import Seat
    from bordenden.worlds.cast import Cast

FOLDER = ROOT / "docs" / "screenshots"
# The language decides how a browser writes a day in its own fields.
ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--lang=da-DK")
SIZES: Mapping[str, tuple[int, int]] = {"phone": (360, 740), "desktop": (1280, 800)}
TALLEST = {"phone": 1500, "desktop": 1400}
SCALE = {"phone": 2, "desktop": 1}
LARGEST = 150_000
START_SECONDS = 30
WORLDS = ("cast", "aalborg")
ANSWERED = 5


@dataclass(frozen=True, slots=True)
class Shot:
    """One page: the file's name, who opens it, its address, what is seen; `link` is followed from the address."""

    name: str
    who: str
    url: str
    seen: str
    link: str = ""


def main() -> None:
    """In each world: build it, start the demo, photograph every page; last the index."""
    require(["chromium-headless-shell", "libatomic1"])
    FOLDER.mkdir(exist_ok=True)
    if len(sys.argv) > 1:
        _photograph_world(sys.argv[1])
        return
    for old in FOLDER.glob("*.png"):
        old.unlink()
    for world in WORLDS:
        # A process each: Django is set up once in a process, with one database.
        demand([in_venv("python"), "-m", "tools.screenshots", world], product_environment())
    _write_index()


def _photograph_world(world: str) -> None:
    with tempfile.TemporaryDirectory(prefix="bordenden-screenshots-") as folder:
        _settings(Path(folder))
        demand([in_venv("python"), "-m", "bordenden", "migrate", "--verbosity", "0"], dict(os.environ))
        shots = _cast() if world == "cast" else _aalborg()
        with _server() as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium(), args=list(ARGUMENTS))
            for size in SIZES:
                _photograph_all(browser, address, shots, size)
            browser.close()


def _settings(folder: Path) -> None:
    """The demo in a folder of its own, for this process and for the server."""
    os.environ.update(product_environment())
    os.environ.update(
        BORDENDEN_DEMO="1",
        LANGUAGE="da",
        BORDENDEN_VAR=str(folder),
        BORDENDEN_DATABASE=f"sqlite:///{folder / 'bordenden.sqlite3'}",
        DJANGO_SETTINGS_MODULE="bordenden.config.settings",
    )


def _cast() -> list[Shot]:
    """The world of the cast, a little on in its story."""
    django.setup()
    from django.urls import reverse  # noqa: PLC0415  (all of these need the settings made above)

    from bordenden.foundation.clock import now  # noqa: PLC0415
    from bordenden.worlds import cast as world  # noqa: PLC0415

    at = now()
    own = {**_at_aminas_table(cast := world.build(at=at), at), **_of_karim(cast, at)}
    own |= _around_the_plan(cast) | _of_the_family_and_the_keeper(cast) | _in_and_out(cast)
    return [
        Shot(name, who, reverse(page, args=[own[one] for one in (of, *more)] if of else []), seen)
        for name, who, page, of, more, seen in CAST
    ]


def _at_aminas_table(cast: "Cast", at: datetime) -> dict[str, UUID]:
    """What the addresses of Amina's pages name; Mie is let in to the plan. And Lis' draft."""
    from bordenden.assessments.models import Instrument  # noqa: PLC0415
    from bordenden.meetings.queries import next_conversation  # noqa: PLC0415
    from bordenden.pathways import actions as pathways  # noqa: PLC0415
    from bordenden.pathways.words import Room  # noqa: PLC0415
    from bordenden.plans.queries import plan_of  # noqa: PLC0415

    pathways.open_room(seat=cast.mies_seat, room=Room.PLAN, by=cast.amina, at=at)
    plan, talk = plan_of(table=cast.aminas_table), next_conversation(table=cast.aminas_table, at=at)
    assert plan is not None
    assert talk is not None
    return {
        "table": cast.aminas_table.pk,
        "plan": plan.pk,
        "seat": cast.mies_seat.pk,
        "conversation": talk.pk,
        "instrument": Instrument.objects.get(municipality=cast.fjordby).pk,
    }


def _around_the_plan(cast: "Cast") -> dict[str, UUID]:
    """What she has chosen, was told, was proposed and holds on paper; and the place that is Jens' to answer for."""
    from bordenden.offers.models import Offer, Waiting  # noqa: PLC0415
    from bordenden.plans.models import PlanVersion, Proposal, Ruling  # noqa: PLC0415

    hers = {"table": cast.aminas_table}
    return {
        "version": PlanVersion.objects.get(status="agreed", **hers).pk,
        "proposal": Proposal.objects.filter(answer="", **hers).order_by("proposed_at", "pk")[0].pk,
        "ruling": Ruling.objects.get(**hers).pk,
        "offer": Offer.objects.get(municipality=cast.fjordby, starter="gaeld").pk,
        "queue": Offer.objects.get(municipality=cast.fjordby, starter="praktik-natur").pk,
        "place": Waiting.objects.get(table=cast.holms_table, state="offered").pk,
    }


def _of_the_family_and_the_keeper(cast: "Cast") -> dict[str, UUID]:
    """What the addresses of the Holms' pages name, and of the pages behind the catalogue."""
    from bordenden.families.models import Member  # noqa: PLC0415
    from bordenden.offers.models import Catalogue  # noqa: PLC0415

    jens = Member.objects.select_related("part").get(person=cast.jens)
    catalogue = Catalogue.objects.get(municipality=cast.fjordby)
    return {"family": jens.family_id, "part": jens.part.pk, "catalogue": catalogue.pk, "project": cast.project.pk}


def _in_and_out(cast: "Cast") -> dict[str, UUID]:
    """Who might join, who is asked, who moves, and who has left."""
    from bordenden.followup.models import FollowUp  # noqa: PLC0415
    from bordenden.intake.models import Candidate, InformationMeeting, Referral  # noqa: PLC0415
    from bordenden.moves.models import Move  # noqa: PLC0415
    from bordenden.pathways.models import Seat  # noqa: PLC0415

    def of(name: str) -> "QuerySet[Seat, UUID]":
        return Seat.objects.filter(person__given_name=name, role="head").values_list("table", flat=True)

    return {
        "candidate": Candidate.objects.get(person__given_name="Emil").pk,
        "meeting": InformationMeeting.objects.filter(project=cast.project).order_by("-starts_at")[0].pk,
        "referral": Referral.objects.get(candidate__person__given_name="Yrsa").pk,
        "move": Move.objects.get(table__in=of("Nadia")).pk,
        "after": FollowUp.objects.filter(table__in=of("Samira"), status="").order_by("due_on")[0].pk,
    }


def _of_karim(cast: "Cast", at: datetime) -> dict[str, UUID]:
    """Karim has begun a round and answered a few."""
    from bordenden.assessments import actions as assessments  # noqa: PLC0415
    from bordenden.assessments.queries import asked  # noqa: PLC0415
    from bordenden.assessments.words import AnswerKind  # noqa: PLC0415

    sheet = assessments.start(table=cast.karims_table, by=cast.karim, at=at)
    *answered, following = asked(sheet=sheet)[: ANSWERED + 1]
    assessments.pick(sheet=sheet, items=answered[:2], by=cast.karim, at=at)
    for value, item in enumerate(answered, start=3):
        assessments.answer(sheet=sheet, item=item, kind=AnswerKind.RATED, value=value, by=cast.karim, at=at)
    return {"sheet": sheet.pk, "item": following.pk}


def _aalborg() -> list[Shot]:
    """Jobcenter Aalborg: its own table of exits, and the protected one."""
    demand([in_venv("python"), "-m", "bordenden", "world", "aalborg"], dict(os.environ))
    return list(AALBORG)


AALBORG = (
    Shot("project", "Lis", "/hjem/", "The project leader's figures: exact, and no name"),
    Shot("release", "Stine", "/tal/udgivet/", "Published figures: small numbers protected", link="kvartal"),
)


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
        with page.expect_navigation():
            page.get_by_role("button", name=f"Log ind som {who}").click()
    return page


def _photograph(page: Page, shot: Shot, size: str) -> None:
    response = page.goto(shot.url, wait_until="networkidle")
    if response is None or response.status != 200:
        stop(f"{shot.name}: {shot.url} answered {response.status if response else 'nothing'}.")
    if shot.link:
        page.locator("main").get_by_role("link").filter(has_text=shot.link).first.click()
        page.wait_for_load_state("networkidle")
    width, _height = SIZES[size]
    height = min(int(page.evaluate("document.documentElement.scrollHeight")), TALLEST[size])
    clip = {"x": 0, "y": 0, "width": width, "height": height}
    picture = smaller(page.screenshot(full_page=True, clip=clip))  # type: ignore[arg-type]
    if len(picture) > LARGEST:
        stop(f"{shot.name}-{size}.png would be {len(picture):,} bytes; at most {LARGEST:,} are agreed.")
    (FOLDER / f"{shot.name}-{size}.png").write_bytes(picture)


def _write_index() -> None:
    shots = [(name, seen) for name, *_page, seen in CAST] + [(shot.name, shot.seen) for shot in AALBORG]
    lines = [
        "# Screenshots",
        "",
        "Made by `make screenshots` from the worlds `cast` and `aalborg`. All the people in them are invented.",
        "",
        "| page | phone | desktop |",
        "| --- | --- | --- |",
        *(
            f"| {seen} | ![{name}, phone]({name}-phone.png) | ![{name}, desktop]({name}-desktop.png) |"
            for name, seen in shots
        ),
    ]
    (FOLDER / "README.md").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
