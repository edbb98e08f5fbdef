"""What a first visit carries over the wire: the page and all that a real browser asks for because of it."""

from typing import Any
from urllib.parse import urlsplit

import brotli
from django.urls import NoReverseMatch, reverse
from playwright.sync_api import Response, sync_playwright

from benchmarks.calling import Browser, browser_of
from benchmarks.scene import Scene
from benchmarks.server import Server
from tools.debian import chromium

CHROMIUM = chromium()
CLOSED = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")
# Woff2 is brotli already; everything else is packed once, when the product is installed (whitenoise, quality 11).
PACKED = (".woff2", ".png", ".jpg")


def first_visit(server: Server, scene: Scene) -> list[dict[str, Any]]:
    """The start page with nobody logged in, and her plan; [] where there is no Chromium."""
    if CHROMIUM is None:
        return []
    pages: list[tuple[str, str, Browser | None]] = [("start", reverse("start"), None)]
    try:
        pages.append(("plan", reverse("plan", args=(scene.plan.pk,)), browser_of(scene.head)))
    except NoReverseMatch:
        pages.append(("guest_plan", reverse("guest_plan", args=(scene.plan.pk,)), browser_of(scene.mentor)))
    return [{"page": name, "parts": _load(server, path, browser)} for name, path, browser in pages]


def _load(server: Server, path: str, browser: Browser | None) -> list[dict[str, Any]]:
    """Every answer the browser got: its address, its bytes, and its bytes on the wire."""
    answers: list[Response] = []
    with sync_playwright() as playwright:
        browsing = playwright.chromium.launch(executable_path=CHROMIUM, args=list(CLOSED))
        context = browsing.new_context(locale="da-DK")
        if browser is not None:
            pairs = (pair.split("=", 1) for pair in browser.cookies.split("; "))
            context.add_cookies([{"name": name, "value": value, "url": server.address} for name, value in pairs])
        tab = context.new_page()
        tab.on("response", lambda answer: answers.append(answer))
        tab.goto(server.address + path, wait_until="networkidle")
        parts = [_part(answer, answer.body()) for answer in answers]
        browsing.close()
    return parts


def _part(answer: Response, body: bytes) -> dict[str, Any]:
    address = urlsplit(answer.url).path
    ours = address.startswith("/static/") and not address.endswith(PACKED)
    wire = len(brotli.compress(body)) if ours else len(body)
    name = address if address.startswith("/static/") else "the page"
    return {"name": name, "bytes": len(body), "wire": wire}
