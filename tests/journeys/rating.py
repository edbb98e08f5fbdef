"""What the journeys through Min vurdering share: answering what is asked, a round said beforehand, and all that one may read."""

from collections.abc import Mapping

from django.urls import reverse
from playwright.sync_api import Page

from bordenden.assessments import actions, queries
from bordenden.assessments.models import Item, Sheet
from bordenden.assessments.words import AnswerKind
from bordenden.people.models import Person
from tests.cast import Cast, client_of
from tests.house.test_urls import GUARDED, Address, things_of, url_of
from tests.journeys.house import Clock, follow, go, heading, press
from tests.journeys.test_every_page import is_shown
from tests.web.reading import words_of

SHIELDED = ("indflydelse", "tillid")
# One press at "Lidt mere" or an answer is one round; the sheet has twenty questions.
MOST_PAGES = 40


def items_of(sheet: Sheet) -> dict[str, Item]:
    """Its questions by code, in the order of the instrument."""
    return {item.code: item for item in queries.asked(sheet=sheet)}


def open_sheet(cast: Cast) -> Sheet:
    """The round Amina is in the middle of."""
    return Sheet.objects.get(table=cast.aminas_table, finished_at=None)


def newest(cast: Cast) -> Sheet:
    """The round she finished last."""
    return Sheet.objects.filter(table=cast.aminas_table, finished_at__isnull=False).order_by("-finished_at")[0]


def rated(cast: Cast, clock: Clock, said: Mapping[str, int] | None = None, other: int = 5) -> Sheet:
    """She has given every question a number, and has not finished yet."""
    sheet = actions.start(table=cast.aminas_table, by=cast.amina, at=clock.now())
    for code, item in items_of(sheet).items():
        value = (said or {}).get(code, other)
        actions.answer(sheet=sheet, item=item, kind=AnswerKind.RATED, value=value, by=cast.amina, at=clock.now())
    return sheet


def begin(page: Page, cast: Cast, *cards: str) -> None:
    """From Mit bord to the first question; these cards are picked."""
    go(page, "table", cast.aminas_table.pk)
    follow(page, "Min vurdering")
    press(page, "Begynd")
    assert heading(page) == "Hvad fylder mest?"
    assert page.locator("input[type=checkbox]:checked").count() == 0
    for card in cards:
        page.get_by_label(card, exact=True).check()
    press(page, "Gå videre")


def say(page: Page, answer: str) -> None:
    """Press a number, "skipped" or "declined"; nothing is pressed beforehand."""
    assert page.locator(".answers [aria-pressed=true]").count() == 0
    with page.expect_navigation():
        page.locator(f"button[name=answer][value='{answer}']").click()


def say_all(page: Page, said: Mapping[str, str]) -> list[str]:
    """Answer what is asked, by its question, until nothing is; every page met on the way, by its heading."""
    met: list[str] = []
    while len(met) < MOST_PAGES:
        here = heading(page)
        if here in said:
            say(page, said[here])
        elif here.endswith("Det er fint."):
            follow(page, "Lidt mere")
        else:
            return met
        met.append(here)
    raise AssertionError(f"she is still asked: {met}")


def all_that_is_read(person: Person, cast: Cast) -> dict[str, tuple[int, str]]:
    """Every address of the house but those of one sheet, as this person gets it: the status, and what main says."""
    things, client = things_of(cast), client_of(person)
    found = {}
    for address in GUARDED:
        assert address.act is not None
        if is_shown(address) and not _about_a_sheet(address):
            answer = client.get(url_of(address, things))
            found[address.name] = (answer.status_code, words_of(answer) if answer.status_code == 200 else "")
    return found


def pages_changed(person: Person, cast: Cast, before: dict[str, tuple[int, str]]) -> set[str]:
    """The names of the addresses that this person now gets otherwise than `before`."""
    return {name for name, got in all_that_is_read(person, cast).items() if got != before[name]}


def answered_about(sheet: Sheet, person: Person) -> dict[str, int]:
    """The addresses of this sheet, and the status this person is answered with."""
    item, client = next(iter(items_of(sheet).values())), client_of(person)
    found = {}
    for address in GUARDED:
        if _about_a_sheet(address) and is_shown(address):
            values = {name: item.pk if name == "item" else sheet.pk for name in address.parameters}
            found[address.name] = client.get(reverse(address.name, kwargs=values)).status_code
    return found


def _about_a_sheet(address: Address) -> bool:
    return address.act is not None and address.act.on is Sheet and bool(address.parameters)
