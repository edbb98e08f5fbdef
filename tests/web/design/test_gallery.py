"""Every component in a real browser: axe finds nothing, nothing overflows, focus goes where it should."""

import re
from collections.abc import Iterator
from urllib.parse import parse_qs

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Page, expect
from pytest_django.live_server_helper import LiveServer

pytestmark = [pytest.mark.browser, pytest.mark.urls("tests.web.design.urls"), pytest.mark.django_db(transaction=True)]
SIZES = {"smallest phone": (320, 640), "phone": (360, 740), "desktop": (1280, 800)}
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
TOO_SMALL = """() => [...document.querySelectorAll("button, .scale-button, .nav a, .brand, .phone-number a")]
    .filter((one) => one.getBoundingClientRect().height < 44 || one.getBoundingClientRect().width < 44)
    .map((one) => one.outerHTML)"""
LETTERS = "getComputedStyle(document.querySelector('main p')).fontSize"
WIDTH = "document.documentElement.scrollWidth"


@pytest.fixture(params=SIZES)
def gallery(request: pytest.FixtureRequest, page: Page, live_server: LiveServer) -> Iterator[Page]:
    """The gallery at one size; whatever the browser complains of is an error."""
    complaints: list[str] = []

    def note(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            complaints.append(message.text)

    width, height = SIZES[request.param]
    page.set_viewport_size({"width": width, "height": height})
    page.on("console", note)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(f"{live_server.url}/galleri")
    yield page
    assert complaints == []


def test_axe_finds_nothing(gallery: Page) -> None:
    found = Axe().run(gallery, options={"runOnly": RULES}).response
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found["violations"]] == []
    assert len(found["passes"]) > 30


def test_nothing_is_wider_than_the_screen(gallery: Page) -> None:
    assert gallery.viewport_size is not None
    assert gallery.evaluate(WIDTH) == gallery.viewport_size["width"]


def test_nothing_is_wider_than_the_screen_at_double_text(gallery: Page) -> None:
    assert gallery.viewport_size is not None
    browser = gallery.context.new_cdp_session(gallery)
    browser.send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})
    assert gallery.evaluate(LETTERS) == "35.2px"
    assert gallery.evaluate(WIDTH) == gallery.viewport_size["width"]


def test_whatever_is_pressed_is_large_enough_for_a_thumb(gallery: Page) -> None:
    assert gallery.evaluate(TOO_SMALL) == []


def test_focus_goes_to_the_summary_and_from_it_to_the_field(gallery: Page) -> None:
    expect(gallery.locator("#summary")).to_be_focused()
    gallery.keyboard.press("Tab")
    gallery.keyboard.press("Enter")
    gallery.keyboard.press("Tab")
    assert gallery.evaluate("document.activeElement.id") in {"id_goal", "id_why"}


def test_the_first_stop_for_the_keyboard_is_the_way_past_the_menu(page: Page, live_server: LiveServer) -> None:
    page.goto(f"{live_server.url}/galleri#bord")
    page.evaluate("document.activeElement.blur()")
    page.evaluate("window.getSelection().collapse(document.body, 0)")
    skip = page.locator(".skipnav")
    skip.focus()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"#main$"))


def test_a_draft_is_saved_while_she_types_and_the_page_says_so(page: Page, live_server: LiveServer) -> None:
    page.goto(f"{live_server.url}/galleri")
    status = page.locator("[data-draft]").first
    assert status.inner_text() == ""
    with page.expect_request("**/kladde") as sent:
        page.locator("#id_goal").press_sequentially("Jeg vil køre bus")
    assert parse_qs(sent.value.post_data or "")["goal"] == ["Jeg vil køre bus"]
    expect(status).to_have_text("Din kladde er gemt.")


def test_a_draft_that_does_not_arrive_is_said_too(page: Page, live_server: LiveServer) -> None:
    page.goto(f"{live_server.url}/galleri")
    page.route("**/kladde", lambda route: route.abort())
    page.locator("#id_goal").press_sequentially("Bus")
    expect(page.locator("[data-draft]").first).to_contain_text("ikke gemt endnu")


def test_an_expired_login_is_never_called_a_saved_draft(page: Page, live_server: LiveServer) -> None:
    page.goto(f"{live_server.url}/galleri")
    page.context.add_cookies([{"name": "expired", "value": "1", "url": live_server.url}])
    with page.expect_response("**/log-ind") as answer:
        page.locator("#id_goal").press_sequentially("Bus")
    assert answer.value.status == 200
    expect(page.locator("[data-draft]").first).to_contain_text("ikke gemt endnu")


def test_without_scripts_the_summary_still_takes_focus(browser: Browser, live_server: LiveServer) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{live_server.url}/galleri")
    expect(page.locator("#summary")).to_be_focused()
    page.get_by_role("link", name="Mit mål – Skriv dit mål").click()
    expect(page).to_have_url(re.compile(r"#id_goal$"))
    context.close()


def test_on_paper_there_are_words_and_no_buttons(page: Page, live_server: LiveServer) -> None:
    page.goto(f"{live_server.url}/galleri")
    page.emulate_media(media="print")
    expect(page.get_by_text("Ring til køreskolen")).to_be_visible()
    expect(page.get_by_text("Prøveudgave. Alle personer er opdigtede.")).to_be_visible()
    assert [button.inner_text() for button in page.locator("button").all() if button.is_visible()] == []
