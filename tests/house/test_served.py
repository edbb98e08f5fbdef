"""Every page that is served: whoever is named on it was looked at, and every form of it refuses in words."""

import re
from uuid import UUID

import pytest

from bordenden.evaluation.words import CAVEAT
from bordenden.families.models import Member
from bordenden.pathways.models import Seat
from bordenden.pathways.words import SeatRole
from tests.cast import MONDAY, Cast
from tests.house.served import MARK, Served, all_served, forms_in
from tests.house.source import HOUSE
from tests.house.test_shared_telephone import READ
from tests.journeys.test_every_page import open_story
from tests.web.pages import words_in

__all__ = ["open_story"]

pytestmark = pytest.mark.once

CRAWLED: list[tuple[list[Served], dict[str, UUID]]] = []
# They answer with what was found, and have no way to be wrong.
SEARCHES = {"offers", "caseload", "case_catalogue", "candidates"}
# Lines by case number: whose turn it is, what is late. No figure about many.
NO_FIGURES = {"offer_line", "handovers_overdue", "supervisions", "chairs", "team"}


@pytest.fixture
def crawled(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> tuple[list[Served], dict[str, UUID]]:
    """Every page once for all the tests of this file, and at whose table each citizen of the cast is named."""
    if not CRAWLED:
        monkeypatch.setattr("bordenden.web.threshold.opens.now", lambda: MONDAY)
        cast: Cast = request.getfixturevalue("open_story")
        CRAWLED.append((all_served(cast), tables_by_name(cast)))
    return CRAWLED[0]


def tables_by_name(cast: Cast) -> dict[str, UUID]:
    """The table of each citizen by given name. Who has moved sits at none here: her arrival is what is looked at."""
    heads = Seat.objects.filter(role=SeatRole.HEAD, table__closed_at=None).order_by("pk")
    ours = {seat.person.given_name: seat.table_id for seat in heads}
    children = {one.person.given_name: one.table_id for one in Member.objects.order_by("pk")}
    return ours | children | {cast.amina.given_name: cast.aminas_table.pk}


@pytest.mark.requirement("R212")
def test_whoever_is_named_on_a_page_was_looked_at_before_it_was_served(
    crawled: tuple[list[Served], dict[str, UUID]],
) -> None:
    served, tables = crawled
    assert len(served) > 200
    unseen = {}
    for page in served:
        named = set(re.findall(r"\w+", words_in(page.main))) & set(tables) - {page.viewer.given_name}
        if lost := {name for name in named if tables[name] not in page.looked}:
            unseen[page.name] = lost
    assert unseen == {}


def test_every_form_that_is_sent_wrong_comes_back_with_its_faults_first_and_nothing_lost(
    crawled: tuple[list[Served], dict[str, UUID]],
) -> None:
    refused = [one for page in crawled[0] for one in page.refused]
    assert {(one.page, one.status) for one in refused if one.status not in {200, 303, 422}} == set()
    assert {one.page for one in refused if one.form.typed and one.status != 422} == SEARCHES
    said = [one for one in refused if one.status == 422]
    assert len(said) > 90
    assert {one.page for one in said if 'id="summary" tabindex="-1" autofocus' not in one.html} == set()
    assert {one.page for one in refused if one.form.typed and MARK not in one.html} == set()


def test_every_form_of_hers_says_who_reads_it_also_when_it_comes_back(
    crawled: tuple[list[Served], dict[str, UUID]],
) -> None:
    hers = [page for page in crawled[0] if page.door == "citizen" and page.name not in SEARCHES]
    silent = {page.name for page in hers for form in page.forms if form.typed and not reads(form.said)}
    again = [one for page in hers for one in page.refused if one.status == 422]
    silent |= {one.page for one in again for form in forms_in(one.html) if form.typed and not reads(form.said)}
    assert silent == set()


def reads(said: str) -> bool:
    """Whether the form says who reads it."""
    return any(line in said for line in READ)


@pytest.mark.requirement("R66")
def test_every_page_of_figures_says_that_it_measures_no_effect(
    crawled: tuple[list[Served], dict[str, UUID]],
) -> None:
    insight = HOUSE / "web" / "insight" / "templates" / "insight"
    drawn = re.compile(r"design/table\.html|bar_chart|line_chart")
    figures = {path.stem for path in insight.glob("*.html") if drawn.search(path.read_text(encoding="utf-8"))}
    pages = {page.name: page.html for page in crawled[0] if page.name in figures - NO_FIGURES}
    assert {"needs", "trainings", "offer_figures", "project", "programme", "release"} <= set(pages)
    assert {name for name, html in pages.items() if str(CAVEAT) not in words_in(html)} == set()
