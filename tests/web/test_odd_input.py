"""Whatever is sent to whichever address, nobody meets an error of ours: odd input is refused in words."""

import re
from collections.abc import Iterator, Sequence
from urllib.parse import quote_from_bytes

import pytest
from django.test import Client
from django.urls import reverse

from bordenden.assessments.models import Sheet
from bordenden.people.models import Person
from tests.cast import MONDAY, Cast, client_of
from tests.house.test_urls import ALL, Address, things_of
from tests.journeys.test_every_page import open_story, right_person, where
from tests.walls import POSTGRESQL

__all__ = ["open_story"]
OPENED, KEPT, REFUSED, FAULT = 200, 204, 422, 500
FORM = "application/x-www-form-urlencoded"
ASKED = ("side", "egne", "kladde", "maal", "next")
FIELD = re.compile(r'<(?:input|select|textarea|button)\b[^>]*?\bname="([^"]+)"')
HIDDEN = re.compile(r'name="draft" value="([^"]+)"')
OFFER = re.compile(r"[?]kladde=([0-9a-f-]{36})")
# Sent in every field at once.
ODD = (
    b"\x00",
    b" \t\r\n",
    "\N{RIGHT-TO-LEFT OVERRIDE}\N{ZERO WIDTH SPACE}\N{FAMILY}".encode(),
    b"\xed\xa0\x80\xff",
    "²".encode(),
    b"-1",
    b"NaN",
    b"9" * 5_000,
    b"%d%s%(x)s{0}{x}%",
    b"<script>alert(1)</script>{{ x }}{% x %}' OR 1=1 --",
    b"http://[",
    b"//evil.example/",
    b"/\r\nSet-Cookie: a=b",
    b"[]",
)
# Asked for in an address.
ODD_QUESTIONS = (b"\x00", b"\xed\xa0\x80\xff", "²".encode(), b"-1", b"9" * 5_000, b"%d%s{0}//[")
# Sent in one field at a time, the others as they should be.
OFF_THE_SCALE = (
    b"\x00",
    b"9" * 5_000,
    b"%d%(x)s",
    b"0001-01-01",
    b"9999-12-31",
    b"9999-12-31T23:59",
)
GOOD = {
    "words": "Jeg vil ud at gå", "version": "0", "form_key": "11111111-2222-4333-8444-555555555555", "done": "1",
    "room": "plan", "do": "open", "until": "2026-12-31", "answer": "7", "summary": "Vi talte", "channel": "phone",
    "direction": "in", "on": "2026-03-01", "reason": "other", "decided_by": "citizen", "quarter": "2025Q1",
}  # fmt: skip
# Forms at doors of their own: of a family, of a mentor, of whoever moves or is asked to join, of a leader's office.
AT_OTHER_DOORS = {
    "away", "benefits_import", "candidate_change", "candidate_end", "candidate_new", "caseload_move", "chair_fill",
    "family_child_new", "family_goal_new", "family_step_new", "family_words", "going_now", "guest_step",
    "guest_thread", "information_meeting_new", "joining", "own_step", "referral_paper", "supervision_new",
}  # fmt: skip
DOORS = {"citizen", "guest", "staff", "insight", "entry"}
LEFT_OUT = {"logout", "start"}
# Found out by the first test of a worker, before anything is sent: the world each test begins with is the same.
FIELDS: dict[Address, list[str]] = {}


@pytest.fixture(autouse=True)
def that_monday(monkeypatch: pytest.MonkeyPatch) -> None:
    """The rooms Amina has opened are open."""
    monkeypatch.setattr("bordenden.web.threshold.opens.now", lambda: MONDAY)


def sent(*pairs: tuple[str, bytes]) -> str:
    return "&".join(f"{name}={quote_from_bytes(value)}" for name, value in pairs)


# Each page meets some of what is odd and all of it is met on some page; `make check-all` sends all of it to all.
# PostgreSQL is the one that takes offence (at a NUL, at a number too large): it is asked more.
SOME_OR_ALL = [pytest.param(5 if POSTGRESQL else 10, id="some"), pytest.param(1, id="all", marks=pytest.mark.slow)]


def some(odd: Sequence[bytes], number: int, every: int) -> Sequence[bytes]:
    """Every so many-th of them, beginning at another one for each page; fewer where the second database repeats it.

    What a database minds, a zero byte, it is sent by every page all the same.
    """
    chosen = odd[number % every :: every * 3 if POSTGRESQL and every > 1 else every]
    return chosen if odd[0] in chosen or not POSTGRESQL else [odd[0], *chosen]


def odd_forms(names: list[str], number: int, every: int) -> Iterator[str]:
    for odd in some(ODD, number, every):
        yield sent(*((name, odd) for name in names))
    alone = sorted({*names} - {"draft"})
    # The second database minds the same in any field: every other is asked.
    for place, name in enumerate(alone[number % 2 :: 2] if POSTGRESQL and every > 1 else alone):
        for odd in some(OFF_THE_SCALE, number + place, every):
            yield sent(*((one, odd if one == name else GOOD.get(one, "").encode()) for one in names))
        yield sent(*((one, GOOD.get(one, "").encode()) for one in names), (name, b"a"), (f"{name}[]", b"b"))


def pages(story: Cast) -> list[tuple[Address, str, Client]]:
    """Every address with the one it is for, in a browser that shows errors as a person meets them."""
    things = things_of(story)
    things[Sheet] = Sheet.objects.get(table=story.aminas_table, finished_at=None, pen=None)
    browsers: dict[Person, Client] = {}
    found = []
    for address in ALL:
        door = address.view.__module__.split(".")[2]
        viewer = right_person(story, address) if door in DOORS else story.amina
        browser = browsers.setdefault(viewer, client_of(viewer))
        url = where(address, things)
        if address not in FIELDS:
            FIELDS[address] = fields_of(browser.get(url).content.decode(errors="replace"))
        found.append((address, url, browser))
    for browser in browsers.values():
        browser.raise_request_exception = False
    return [page for page in found if page[0].name not in LEFT_OUT]


def fields_of(page: str) -> list[str]:
    return sorted(set(FIELD.findall(page)) - {"csrfmiddlewaretoken", "next", "language", "writer"})


@pytest.mark.parametrize("every", SOME_OR_ALL)
def test_an_odd_address_is_a_page_or_no_page(open_story: Cast, every: int) -> None:
    failed = []
    for number, (address, url, browser) in enumerate(pages(open_story)):
        for odd in some(ODD_QUESTIONS, number, every):
            answer = browser.get(f"{url}?{sent(*((name, odd) for name in ASKED))}")
            failed += [(address.name, odd[:20])] if answer.status_code >= FAULT else []
    for odd in ODD:
        for path in (
            f"/{quote_from_bytes(odd)}",
            f"/vurdering/{open_story.aminas_table.pk}/{quote_from_bytes(odd)}/",
        ):
            failed += [(path, odd[:20])] if browser.get(path).status_code >= FAULT else []
    assert failed == []


@pytest.mark.parametrize("every", SOME_OR_ALL)
def test_an_odd_form_is_refused_in_words(open_story: Cast, every: int) -> None:
    failed = []
    for number, (address, url, browser) in enumerate(pages(open_story)):
        names = FIELDS[address]
        for form in odd_forms(names, number, every) if names else [sent(("words", ODD[0]), ("writer", ODD[0]))]:
            answer = browser.post(url, form, content_type=FORM)
            failed += [(address.name, form[:80])] if answer.status_code >= FAULT else []
    assert failed == []
    assert {address.name for address, names in FIELDS.items() if names} >= AT_OTHER_DOORS


@pytest.mark.once
def test_a_form_of_the_wrong_kind_or_size_is_refused(open_story: Cast) -> None:
    megabyte = b"words=" + b"a" * 999_000
    odd = (
        (b'{"words": ["a"]}', "application/json"),
        (b"words=a", "text/plain"),
        (b"words=a", "multipart/form-data"),
        (b'--x\r\nContent-Disposition: form-data; name="words"\r\n\r\na', "multipart/form-data; boundary=x"),
        (b"words=\xe6", FORM + "; charset=latin-1"),
        (b"words=a", FORM + "; charset=no-such"),
        (megabyte, FORM),
        (megabyte * 2, FORM),
        (b"a=b&" * 1_001, FORM),
    )
    failed = []
    # The large ones are refused before any page is asked: by every sixth; a page meets two of the others.
    for number, (address, url, browser) in enumerate(pages(open_story)):
        for body, kind in odd if "draft" in FIELDS[address] and number % 6 == 0 else odd[number % 2 : 6 : 3]:
            answer = browser.generic("POST", url, body, content_type=kind)
            failed += [(address.name, kind, len(body))] if answer.status_code >= FAULT else []
    assert failed == []


@pytest.mark.parametrize("every", SOME_OR_ALL)
def test_an_odd_draft_is_kept_and_given_back(open_story: Cast, every: int) -> None:
    """A draft is kept as it stands in the browser, whatever the fields would say to it."""
    drafted = set()
    for number, (address, url, browser) in enumerate(pages(open_story)):
        names = FIELDS[address]
        if "draft" not in names:
            continue
        drafted.add(address.name)
        for odd in (one[:60] for one in some(ODD, number, every)):
            page = browser.get(url).content.decode(errors="replace")
            slip = HIDDEN.search(page)
            assert slip, address.name
            several = [(name, value) for name in names if name != "draft" for value in (odd, b"1")]
            for pairs in ([(name, odd) for name in names if name != "draft"], several):
                form = sent(("draft", slip[1].encode()), *pairs)
                assert browser.post(f"{url}kladde/", form, content_type=FORM).status_code == KEPT, address.name
                offer = OFFER.search(browser.get(url).content.decode(errors="replace"))
                assert offer, address.name
                assert browser.get(f"{url}?kladde={offer[1]}").status_code == OPENED, (address.name, odd[:20])
    assert {"words", "help_new", "contact_new", "thread"} <= drafted


@pytest.mark.once
def test_odd_cookies_and_an_odd_login_let_nobody_in(story: Cast) -> None:
    browser = Client(raise_request_exception=False)
    for number, odd in enumerate(ODD):
        tried = sent(("username", f"nobody-{number}".encode()), ("password", b"gaet"), ("also", odd))
        answer = browser.post(f"/log-ind/?{sent(('also', odd[:60]))}", tried, content_type=FORM)
        assert answer.status_code == REFUSED, odd[:20]
        text = odd.decode("latin-1").replace("\r\n", "")
        # As a header: Python's own cookie jar refuses to carry what a stranger can send.
        header = {"cookie": "; ".join(f"{name}={text}" for name in ("sessionid", "csrftoken", "sprog", "kendt"))}
        assert browser.get(reverse("start"), headers=header).status_code == OPENED, odd[:20]
        for page in ("start", "login", "language"):
            names = ("login", "username", "password", "next", "carried", "writer", "language")
            fields = sent(*((name, odd) for name in names))
            answer = browser.post(reverse(page), fields, content_type=FORM, headers=header)
            assert answer.status_code < FAULT, (page, odd[:20])
        assert "_auth_user_id" not in browser.session
