"""Citizens read plain Danish: short sentences, common words, and none of the words of the office."""

import re
from pathlib import Path

import pytest
from django.db.models import Model
from django.template import loader
from django.test import Client
from django.urls import reverse

from bordenden.assessments.models import Sheet
from bordenden.plans.models import Plan
from tests.cast import MONDAY, Cast, client_of
from tests.house.office_words import NOT_AT_WORK, NOT_TO_HER
from tests.house.source import template_name, templates
from tests.house.test_urls import ALL, Address, things_of
from tests.house.visible import PROGRAMME, Said, paragraphs
from tests.journeys.test_every_page import FIGURES, OUTSIDE, is_shown, open_story, right_person, where
from tools import readability

pytestmark = pytest.mark.once

__all__ = ["open_story"]

HIGHEST_LIX = 28
LONGEST_SENTENCE = 15
RUNNING_TEXT = 40
# Running text is paragraphs and hints. A line that ends without a point (a day, a name, a link) is a label.
RUNNING = ("p", "div", "blockquote")
CLOSED = re.compile(r"[.!?][”\")]?$")
FRAME = ("header", "nav", "footer", "head")
HER_OWN_WORDS = ("as-written",)
TO_HER = ("citizen", "guest", "entry")
PAGES: dict[Address, list[str]] = {}
FAULTS = [path for path in templates() if path.parent.name == "templates" and path.suffix == ".html"]


def running_text(html: str) -> list[str]:
    """The paragraphs of a page."""
    said = [one for one in paragraphs(html) if one.inside[-1].name in RUNNING and not one.is_in(*FRAME)]
    return [one.text for one in said if CLOSED.search(one.text) and not one.has_class(*HER_OWN_WORDS)]


def everything(html: str) -> str:
    """All a page says by itself, labels and buttons too, without what people wrote themselves."""
    said = "\n".join(one.text for one in paragraphs(html) if not _is_own(one))
    return said.replace(PROGRAMME, "")


def _is_own(said: Said) -> bool:
    return said.has_class(*HER_OWN_WORDS) or said.is_in("textarea")


def too_hard(html: str) -> list[str]:
    """What makes the running text of a page too hard to read."""
    reading = readability.read(running_text(html))
    hard = []
    if reading.words >= RUNNING_TEXT and reading.lix > HIGHEST_LIX:
        hard.append(f"LIX {reading.lix:.0f} over {reading.words} words")
    if reading.longest_words > LONGEST_SENTENCE:
        hard.append(f"{reading.longest_words} words: {reading.longest}")
    return hard


def door(address: Address) -> str:
    return address.view.__module__.split(".")[2]


@pytest.fixture
def pages(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> dict[Address, list[str]]:
    """Every page, read once for all the tests here."""
    if not PAGES:
        PAGES.update(every_page(request.getfixturevalue("open_story"), monkeypatch))
    return PAGES


def every_page(open_story: Cast, monkeypatch: pytest.MonkeyPatch) -> dict[Address, list[str]]:
    """In Danish on the Monday of the story, as it is shown and, where it takes a form, as it refuses one."""
    monkeypatch.setattr("bordenden.web.threshold.opens.now", lambda: MONDAY)
    things: dict[type[Model], Model] = things_of(open_story)
    things[Sheet] = Sheet.objects.get(table=open_story.aminas_table, finished_at=None, pen=None)
    shown = [address for address in ALL if is_shown(address) and address.name not in FIGURES]
    clients = {a: Client() if a.name in OUTSIDE else client_of(right_person(open_story, a)) for a in shown}
    found = {address: [clients[address].get(where(address, things)).content.decode()] for address in shown}
    for address in shown:
        answer = clients[address].post(where(address, things), {})
        if answer.status_code >= 400:
            found[address].append(answer.content.decode())
    return found


@pytest.mark.requirement("R218")
def test_running_text_to_the_citizen_has_lix_28_at_most_and_no_sentence_over_15_words(
    pages: dict[Address, list[str]],
) -> None:
    to_her = {address: shown for address, shown in pages.items() if door(address) in TO_HER}
    hard = {
        address.name: sorted({one for html in shown for one in too_hard(html)}) for address, shown in to_her.items()
    }
    assert {name: found for name, found in hard.items() if found} == {}
    long = {a.name for a, shown in to_her.items() if readability.read(running_text(shown[0])).words >= RUNNING_TEXT}
    assert {"start", "accessibility", "rooms", "seats"} <= long


@pytest.mark.requirement("R218")
def test_no_page_to_the_citizen_has_a_word_of_the_office(pages: dict[Address, list[str]]) -> None:
    found = {
        address.name: sorted(
            {word for html in shown for word in readability.office_words(everything(html), NOT_TO_HER)}
        )
        for address, shown in pages.items()
        if door(address) in TO_HER
    }
    assert {name: words for name, words in found.items() if words} == {}


@pytest.mark.requirement("R218")
def test_what_is_empty_closed_or_open_by_law_is_as_plain(story: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    """Karim has written nothing, Sara was shown nothing, and Bo must see the plan."""
    monkeypatch.setattr("bordenden.web.threshold.opens.now", lambda: MONDAY)
    table, plan = story.karims_table.pk, Plan.objects.get(table=story.karims_table).pk
    karims = [(name, table) for name in ("table", "seats", "looks", "contacts", "development", "sheet_start")]
    rooms = [(name, seat.pk) for seat in (story.bos_seat, story.saras_seat) for name in ("rooms", "preview")]
    ways = [(story.karim, name, [pk]) for name, pk in [*karims, ("plan", plan)]]
    ways += [(story.amina, name, [pk]) for name, pk in rooms]
    ways += [(story.sara, "guest_tables", []), (story.birthe, "home", [])]
    for person, name, args in ways:
        answer = client_of(person).get(reverse(name, args=args))
        html = answer.content.decode()
        assert (name, answer.status_code, too_hard(html)) == (name, 200, [])
        assert (name, readability.office_words(everything(html), NOT_TO_HER)) == (name, [])


def test_no_page_of_the_staff_has_a_word_that_punishes(pages: dict[Address, list[str]]) -> None:
    found = {
        address.name: sorted(
            {word for html in shown for word in readability.office_words(everything(html), NOT_AT_WORK)}
        )
        for address, shown in pages.items()
    }
    assert {name: words for name, words in found.items() if words} == {}
    assert {"caseload", "case", "contact_new", "course_end"} <= {address.name for address in pages}


@pytest.mark.django_db
@pytest.mark.parametrize("path", FAULTS, ids=template_name)
def test_a_page_of_a_fault_is_as_plain_as_the_others(path: Path) -> None:
    html = loader.render_to_string(path.name, {}, Client().get("/was").wsgi_request)
    assert too_hard(html) == []
    assert readability.office_words(everything(html), NOT_TO_HER) == []


def test_a_hard_page_is_found() -> None:
    office = (
        "<p>Såfremt borgeren udebliver fra den planlagte opfølgningssamtale vedrørende beskæftigelsesindsatsen, iværksættes"
        " partshøring i henhold til gældende bestemmelser. " * 4 + "</p>"
    )
    assert [fault.split(":")[0] for fault in too_hard(office)] == ["LIX 91 over 64 words", "16 words"]
    assert readability.office_words(everything(office), NOT_TO_HER) == [
        "iværksætt*",
        "vedrørende",
        "såfremt",
        "i henhold til",
        "borgeren",
        "partshør*",
        "udebliv*",
        "opfølgning*",
    ]
    assert readability.office_words(everything(office), NOT_AT_WORK) == [
        "udebliv*",
        "iværksætt*",
        "vedrørende",
        "såfremt",
        "i henhold til",
    ]


def test_a_long_sentence_is_found_in_a_short_text_too() -> None:
    words = " ".join(["ord"] * 16)
    assert too_hard(f"<p>{words}.</p>") == [f"16 words: {words}"]
    assert too_hard(f"<p>{words[4:]}.</p>") == []
    assert too_hard(f"<ul><li>{words}.</li></ul><p class='as-written'>{words}.</p>") == []


@pytest.mark.parametrize(
    ("text", "lix", "sentences"),
    [
        ("Du bestemmer. Du kan lukke igen, lige når du vil.", 10 / 2 + 100 * 1 / 10, 2),
        ("Bo ringede den 2. marts kl. 10.15.", 7 / 1 + 100 * 1 / 7, 1),
        ("Det er dig.", 3.0, 1),
    ],
)
def test_lix_is_words_per_sentence_and_the_per_cent_of_long_words(text: str, lix: float, sentences: int) -> None:
    reading = readability.read([text])
    assert reading.sentences == sentences
    assert reading.lix == pytest.approx(lix)


def test_every_word_of_the_office_has_one_to_use_instead() -> None:
    assert [word for words in (NOT_TO_HER, NOT_AT_WORK) for word, instead in words.items() if not instead] == []
    assert [word for word in NOT_TO_HER if not re.fullmatch(r"[a-zæøå. ]+\*?", word)] == []
