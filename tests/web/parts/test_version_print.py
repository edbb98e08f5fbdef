"""The plan on paper: tagged, in Danish, titled, with table headings, two pages for a plan of the usual size."""

from collections import Counter
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from bordenden.plans.queries import NATIONAL, Content, Layout, PartOf
from bordenden.plans.words import PrintPart
from bordenden.web.parts.version_print import Paper, plan_pdf
from bordenden.web.parts.version_sample import sample
from tests.cast import MONDAY

STANDS = "Aftalt den 20. februar 2026."


def printed(content: Content, layout: Layout = NATIONAL) -> PdfReader:
    return PdfReader(BytesIO(plan_pdf(Paper(content, layout, 2, STANDS), at=MONDAY)))


def words(paper: PdfReader) -> str:
    said = " ".join(page.extract_text() for page in paper.pages)
    return " ".join(said.replace("\u00a0", " ").replace("\u200b", "").split())


def tags(paper: PdfReader) -> list[Any]:
    """Every element of the structure, in reading order."""
    root: Any = paper.trailer["/Root"]
    found: list[Any] = []

    def walk(node: Any) -> None:
        node = node.get_object()
        if isinstance(node, list):
            for one in node:
                walk(one)
        elif isinstance(node, dict):
            if "/S" in node:
                found.append(node)
            if "/K" in node:
                walk(node["/K"])

    walk(root["/StructTreeRoot"])
    return found


@pytest.mark.requirement("R151")
def test_the_structure_is_tagged_danish_and_titled_and_every_table_has_its_headings() -> None:
    paper = printed(sample())
    root: Any = paper.trailer["/Root"]
    assert (root["/Lang"], root["/MarkInfo"]["/Marked"]) == ("da-DK", True)
    assert b"pdfuaid:part" in root["/Metadata"].get_data()
    assert paper.metadata is not None
    assert paper.metadata.title == "Min plan"
    seen = tags(paper)
    count = Counter(str(one["/S"]) for one in seen)
    assert (count["/Table"], count["/TH"], count["/H1"]) == (3, 3 + 3 + 4, 10)
    heads = [one for one in seen if one["/S"] == "/TH"]
    assert {attribute.get_object()["/Scope"] for one in heads for attribute in _attributes(one)} == {"/Column"}


def _attributes(node: Any) -> list[Any]:
    found = node["/A"].get_object()
    return [one for one in (found if isinstance(found, list) else [found]) if "/Scope" in one.get_object()]


@pytest.mark.requirement("R151", "R154", "R158")
def test_the_usual_plan_is_two_pages_and_holds_what_she_needs() -> None:
    paper = printed(sample())
    said = words(paper)
    assert len(paper.pages) == 2
    for wanted in (
        "Amina Yusuf (opdigtet)",
        "Et arbejde med børn.",
        "6. Råd om penge",
        "Bo Lund Min sagsbehandler, Beskæftigelse 20 00 00 02 man–tors 9–12",
        "Ungdommens Uddannelsesvejledning",
        "Det hjælper min mentor med: Mie går med til det, der er nyt",
        "Min sagsbehandler: hver 14. dag. Telefon",
        "Det vil jeg gerne have ændret",
        "Bekræftet på papir Dato Underskrift",
        "Side 2 af 2",
    ):
        assert wanted in said


def test_a_long_plan_goes_on_with_its_headings_and_numbers() -> None:
    content = sample()
    content["steps"] = [
        {**content["steps"][0], "id": str(number), "words": f"Skridt {number}"} for number in range(150)
    ]
    content["statements"][0]["words"] = "x" * 3000 + "\n" + "Et ord mere. " * 200
    content["contacts"][3]["name"] = "E" * 120
    paper = printed(content)
    pages = [page.extract_text() for page in paper.pages]
    assert len(pages) > 4
    assert f"Side {len(pages)} af {len(pages)}" in pages[-1]
    assert "Skridt 149" in words(paper)
    assert Counter(str(one["/S"]) for one in tags(paper))["/Table"] == 3


def test_an_empty_plan_is_one_page_that_says_so() -> None:
    content = {**sample(), "mentor": None, "coordinator": None, "statements": [], "goals": [], "barriers": []}
    content |= {"steps": [], "chosen": [], "contacts": [], "agreements": [], "decisions": []}
    paper = printed(content)
    assert len(paper.pages) == 1
    assert "Ingen mål endnu." in words(paper)
    assert "Min mentor" not in words(paper)


def test_what_she_writes_is_words_and_never_markup() -> None:
    content = sample()
    typed = '#read("/etc/passwd") *b* $a$ = <b> \\ `c` ]'
    content["goals"][0]["words"] = content["chosen"][0]["name"] = typed
    assert "".join(words(printed(content)).split()).count("".join(typed.split())) == 2


@pytest.mark.requirement("R156")
def test_a_municipality_prints_its_own_order_headings_and_words() -> None:
    parts = (PartOf(PrintPart.CONTACTS, "Ring bare"), PartOf(PrintPart.GOALS), PartOf(PrintPart.INFLUENCE))
    said = words(printed(sample(), Layout(parts, "Velkommen i Fjordby.", 3)))
    assert said.index("Velkommen i Fjordby.") < said.index("Ring bare") < said.index("Mine mål")
    assert "Mål: Et arbejde med børn. Et par timer om dagen til at begynde med. Amina Yusuf" in said
    assert "Mine små skridt" not in said


@pytest.mark.requirement("R155")
def test_the_heading_follows_the_kind_of_the_plan() -> None:
    paper = printed({**sample(), "kind": "resource"})
    assert paper.metadata is not None
    assert paper.metadata.title == "Min plan i ressourceforløbet"
