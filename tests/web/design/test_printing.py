"""PDF: tagged, in Danish, fonts inside, and every sign as it was typed, whatever it would mean to the compiler."""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import typst
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from bordenden.web.design.printing import pdf
from tests.house.source import HOUSE

AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
# What the faces surely have, and what means something to the compiler; spaces are the paper's to break lines at.
LETTERS = "abcæøåÆØÅéüžŁЖΩ0123456789"
MARKUP = "#*_$\\`@<>[]{}()=-+/~'\"&%|^:;.,!?"
TEXTS = st.text(alphabet=LETTERS + MARKUP, min_size=1, max_size=60)
TEMPLATE = """#let data = json(bytes(sys.inputs.data))
#set document(title: "Prøve")
#set page(width: 60cm)
#set text(lang: "da", region: "DK", size: 8pt)
= #data.text
"""


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page with nothing on it but what it is handed."""
    path = tmp_path_factory.mktemp("print") / "page.typ"
    path.write_text(TEMPLATE, encoding="utf-8")
    return path


def read(content: bytes) -> str:
    """The words of the paper."""
    return "".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TEXTS)
@example('#read("/etc/passwd")')
@example("#let x = 1; #x *b* $a$ \\ `raw` /* c */ // d")
@example("= Overskrift")
@example('#import "@preview/x:1.0.0": *')
@example("---...'\"\"'")
def test_whatever_is_typed_stands_on_the_paper_sign_for_sign(template: Path, typed: str) -> None:
    assert "".join(read(pdf(template, {"text": typed}, at=AT)).split()) == "".join(typed.split())


@pytest.mark.parametrize(
    ("typed", "read_back"),
    [
        ("Tak 😀", "Tak [grinning face]"),
        ("Os 👩‍👧", "Os [woman][girl]"),
        ("Navn 中", "Navn [cjk unified ideograph-4e2d]"),
        ("\u0000en\u0007 to\u001b", "en to"),
    ],
    ids=["an emoji", "a joined one", "Chinese", "controls"],
)
def test_a_sign_that_no_face_has_is_named_and_nothing_falls_out(template: Path, typed: str, read_back: str) -> None:
    assert " ".join(read(pdf(template, {"text": typed}, at=AT)).split()) == read_back


def test_arabic_letters_stand_there_themselves(template: Path) -> None:
    assert sorted(read(pdf(template, {"text": "سلام"}, at=AT)).strip()) == sorted("سلام")


def test_many_strange_signs_at_once_are_all_named(template: Path) -> None:
    signs = [chr(0x1F600 + number) for number in range(60)]
    found = read(pdf(template, {"text": " ".join(signs)}, at=AT))
    assert found.count("[") == 60


def test_the_paper_is_tagged_titled_in_danish_dated_by_us_and_carries_its_fonts(template: Path) -> None:
    paper = PdfReader(BytesIO(pdf(template, {"text": "Blåbærgrød"}, at=AT)))
    root: Any = paper.trailer["/Root"]
    assert (root["/Lang"], root["/MarkInfo"]["/Marked"]) == ("da-DK", True)
    assert root["/ViewerPreferences"]["/DisplayDocTitle"] == True  # noqa: E712 (a PDF's own kind of true)
    assert paper.metadata is not None
    assert (paper.metadata.title, paper.metadata.creation_date) == ("Prøve", AT)
    assert "/StructTreeRoot" in root
    assert b"pdfuaid:part" in root["/Metadata"].get_data()
    fonts = [font.get_object() for page in paper.pages for font in page["/Resources"]["/Font"].values()]  # type: ignore[index]
    files = [font["/DescendantFonts"][0].get_object()["/FontDescriptor"] for font in fonts]
    assert files != []
    assert [set(file.get_object()) & {"/FontFile2", "/FontFile3"} != set() for file in files] == [True] * len(files)


def test_the_same_words_at_the_same_moment_are_the_same_paper(template: Path) -> None:
    assert pdf(template, {"text": "Hej"}, at=AT) == pdf(template, {"text": "Hej"}, at=AT)


def test_a_template_cannot_read_outside_its_folder(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("hemmeligt", encoding="utf-8")
    folder = tmp_path / "print"
    folder.mkdir()
    (folder / "page.typ").write_text('#set document(title: "x")\n#read("/../secret.txt")\n', encoding="utf-8")
    with pytest.raises(typst.TypstError, match=r"escape|denied|project root"):
        pdf(folder / "page.typ", {}, at=AT)


def test_no_template_of_ours_fetches_a_package() -> None:
    templates = sorted(HOUSE.rglob("*.typ"))
    assert templates != []
    assert [path.name for path in templates if "@preview" in path.read_text(encoding="utf-8")] == []
