"""Every text a person sees is marked for translation and has its English; no page in English is left half in Danish."""

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo, write_mo
from django.conf import settings
from django.db.models import Model
from django.template import loader
from django.test import Client
from django.utils.translation import override

from bordenden.assessments.models import Sheet
from bordenden.exchange.models import File
from bordenden.offers.models import Event, Material, Offer
from bordenden.people.models import Person
from bordenden.plans.models import Barrier, Goal, PlanContact, SmallStep
from bordenden.worlds.aalborg import Aalborg
from tests.cast import MONDAY, Cast, client_of
from tests.house.source import Module, modules, template_name, templates
from tests.house.test_urls import ALL, things_of
from tests.house.visible import PROGRAMME, Said, pieces, unmarked
from tests.journeys.test_every_page import FIGURES, OUTSIDE, is_shown, open_story, right_person, where
from tools import translations

__all__ = ["open_story"]

pytestmark = pytest.mark.once

# The gallery of the design is seen by those who build the house and by nobody else.
NOT_FOR_PEOPLE = {"design/gallery.html"}
# The same in every language: the name of the house, and each language in its own words.
NAMES = {"Bordenden", "– Bordenden", "Dansk", "English"}
# A block that holds an attribute is one outside its element.
ATTRIBUTE = re.compile(r'[a-z-]+="[a-z]+"')
MARKED_BY = set(translations.KEYWORDS)
SHOWN_ARGUMENTS = {"label", "help_text", "empty_label", "verbose_name", "legend", "title", "text", "hint"}
SAID_BY = {"NotPossible", "Stale", "ValidationError", "NotACpr", "Fact"}
DANISH = re.compile("[æøåÆØÅ]")
# Made-up people's words are data, the gallery is not for people, the commands are for who runs the server,
# and the sort key spells the alphabet, as the sounds of names do.
NOT_SHOWN = (
    "bordenden.worlds",
    "bordenden.web.parts.version_sample",
    "bordenden.web.design.gallery",
    "bordenden.cli",
    "bordenden.foundation.alphabet",
    "bordenden.foundation.spelling",
)
# How a code spells the Danish letters, and what a column of a file is called, whoever reads the page.
FIXED = {
    "bordenden.assessments.actions.editing": ["'æ'", "'ø'", "'å'"],
    "bordenden.intake.words": ["'Målgruppe'", "'Område'", "'Træffetid'"],
}
HER_OWN_WORDS = {"as-written"}
LONG_ENOUGH_TO_BE_NO_ACCIDENT = 12
WRITTEN: tuple[tuple[type[Model], str], ...] = (
    (Offer, "name"), (Offer, "for_whom"), (Offer, "times"), (Offer, "place"), (Offer, "provider"), (Event, "name"), (Material, "title"), (Material, "text"), (File, "name"), (SmallStep, "words"),
    (Goal, "words"), (Barrier, "words"), (PlanContact, "name"), (PlanContact, "where"),
)  # fmt: skip


@pytest.mark.parametrize("path", templates(), ids=template_name)
def test_every_text_of_a_template_is_marked(path: Path) -> None:
    if template_name(path) not in NOT_FOR_PEOPLE:
        assert [text for text in unmarked(path.read_text(encoding="utf-8")) if not _is_no_text(text)] == []


def _is_no_text(text: str) -> bool:
    return text in NAMES or bool(ATTRIBUTE.fullmatch(text))


def test_a_text_that_nobody_marked_is_found() -> None:
    assert unmarked("<p>Hej {{ name }}</p>") == ["Hej"]
    assert unmarked('<img alt="Et bord"><input type="submit" value="Gem">') == ["Et bord", "Gem"]
    assert (
        unmarked('<p title="{% translate "Hej" %}">{% blocktranslate %}Hej{% endblocktranslate %}{# no #} · 3</p>')
        == []
    )


def _marked(module: Module) -> set[ast.AST]:
    """What stands inside a call that marks it."""
    found: set[ast.AST] = set()
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call) and _name(node.func) in MARKED_BY:
            found.update(ast.walk(node))
    return found


def _name(node: ast.AST) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def _docstrings(module: Module) -> set[ast.AST]:
    """Strings that stand alone: docstrings, which are English and for those who build."""
    return {node.value for node in ast.walk(module.tree) if isinstance(node, ast.Expr)}


def _shown(module: Module) -> Iterator[ast.AST]:
    """Where a string is bound to be read by a person: labels, refusals, choices, and all that has a Danish letter."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.keyword) and node.arg in SHOWN_ARGUMENTS:
            yield node.value
        elif isinstance(node, ast.Call) and _name(node.func) in SAID_BY and node.args:
            yield node.args[0]
        elif isinstance(node, ast.Call) and _name(node.func) == "add_error" and len(node.args) > 1:
            yield node.args[1]
        elif isinstance(node, ast.keyword) and node.arg == "error_messages" and isinstance(node.value, ast.Dict):
            yield from node.value.values
        elif isinstance(node, ast.ClassDef) and {_name(base) for base in node.bases} & {"TextChoices"}:
            yield from (one.value.elts[1] for one in node.body if _is_choice(one))  # type: ignore[attr-defined]
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and DANISH.search(node.value):
            yield node


def _is_choice(node: ast.stmt) -> bool:
    return isinstance(node, ast.Assign) and isinstance(node.value, ast.Tuple) and len(node.value.elts) > 1


def unmarked_in(module: Module) -> list[str]:
    """The shown strings of a module that no call marks."""
    quiet = _marked(module) | _docstrings(module)
    strings = [node for node in _shown(module) if node not in quiet]
    return [
        ast.unparse(node)
        for node in strings
        if isinstance(node, ast.JoinedStr)
        or (isinstance(node, ast.Constant) and isinstance(node.value, str) and re.search(r"[^\W\d_]", node.value))
    ]


def test_every_text_of_a_module_is_marked() -> None:
    shown = [module for module in modules() if not module.name.startswith(NOT_SHOWN)]
    found = {module.name: unmarked_in(module) for module in shown if module.name.startswith("bordenden")}
    assert {name: texts for name, texts in found.items() if texts} == FIXED


def test_a_string_that_nobody_marked_is_found() -> None:
    source = """
    '''A docstring på dansk.'''
    one = CharField(label="Navn", help_text=_("Dit navn"))
    raise NotPossible("Nej") from NotPossible(f"Nej {one}")
    two = "må ikke"
    """
    lines = "\n".join(line.strip() for line in source.splitlines())
    module = Module(Path("x.py"), ast.parse(lines), 5)
    assert sorted(unmarked_in(module)) == ["'Navn'", "'Nej'", "'må ikke'", "f'Nej {one}'"]


def test_the_english_is_complete_and_up_to_date() -> None:
    assert translations.faults("en") == []


def test_the_compiled_english_is_the_written_english() -> None:
    compiled = translations.po_file("en").with_suffix(".mo")
    assert compiled.exists(), "run: python -m tools.compile_translations"
    anew = BytesIO()
    write_mo(anew, translations.kept("en"), use_fuzzy=True)
    with compiled.open("rb") as file:
        assert _by_id(read_mo(file)) == _by_id(read_mo(BytesIO(anew.getvalue())))


def _by_id(catalogue: Catalog) -> dict[str, str]:
    """Each translation by its text and context; a plural as one text."""
    return {
        f"{' | '.join(translations.forms(one.id))} ({one.context!r})": " | ".join(translations.forms(one.string))
        for one in catalogue
        if one.id
    }


@pytest.mark.parametrize(
    ("source", "translation", "wrong"),
    [
        ("Hej %(name)s", "Hello %(name)s", []),
        ("Hej %(name)s", "Hello", ["other placeholders than the source"]),
        ("Hej {name}", "Hello {nam}", ["other placeholders than the source"]),
        ("Hej", "", ["not translated"]),
        (("%(n)d dag", "%(n)d dage"), ("one day", "%(n)d days"), []),
        (("%(n)d dag", "%(n)d dage"), ("one day", "days"), ["other placeholders than the source"]),
    ],
)
def test_a_translation_fills_in_what_the_source_fills_in(
    source: str | tuple[str, ...], translation: str | tuple[str, ...], wrong: list[str]
) -> None:
    assert translations.faults_of(source, translation) == wrong


@dataclass(frozen=True, slots=True)
class Source:
    """A Danish text whose English is another: how it looks filled in, and its longest part that is always there."""

    text: str
    filled_in: re.Pattern[str]
    fixed: str
    filled: bool


@lru_cache
def _sources() -> list[Source]:
    found = []
    for message in translations.kept("en"):
        for text in translations.forms(message.id) if message.id != message.string else ():
            fixed = translations.PLACEHOLDER.split(text)
            if re.search(r"[^\W\d_]{2}", "".join(fixed)):
                pattern = re.compile(".+".join(map(re.escape, fixed)))
                found.append(Source(text, pattern, max(fixed, key=len), len(fixed) > 1))
    return found


def danish_left(html: str, data: Iterable[str] = ()) -> list[str]:
    """The Danish texts of the house that stand on a page in English; within what people wrote themselves only a whole one is ours."""
    assert '<html lang="en">' in html
    said = [piece for piece in pieces(html) if piece.language != "da"]
    names = sorted({PROGRAMME, *data}, key=len, reverse=True)
    shown = [(_without(piece.text, names), _is_her_own(piece)) for piece in said]
    everything = "\n".join(text for text, _own in shown)
    left = []
    for source in _sources():
        if source.fixed not in everything:
            continue
        long = len(source.text) >= LONG_ENOUGH_TO_BE_NO_ACCIDENT and not source.filled
        for text, own in shown:
            whole = source.filled_in.fullmatch(text) and not (own and source.filled)
            if whole or (long and source.text in text and not own):
                left.append(f"{source.text} in: {text}")
    return left


def _without(text: str, names: list[str]) -> str:
    for name in names:
        text = text.replace(name, "")
    return text.strip(" :")


def _data() -> set[str]:
    """What people have written or named: an offer, a text, a file, a step, whom to call. It is as it was written."""
    texts = {text for model, field in WRITTEN for text in model._default_manager.values_list(field, flat=True)}
    return {line.strip() for text in texts for line in text.splitlines() if len(line.strip()) > 1}


def _is_her_own(piece: Said) -> bool:
    """What people wrote stands in its class, or in what is chosen from or typed."""
    return piece.has_class(*HER_OWN_WORDS) or piece.is_in("textarea", "option") or "“" in piece.text


def test_danish_left_on_a_page_is_found() -> None:
    page = (
        "<html lang=\"en\"><p>Log ud</p><p lang='da'>Log ud</p><p class='as-written'>Jeg vil ikke skrive: Log ud</p>"
    )
    assert danish_left(page) == ["Log ud in: Log ud"]


def _in_english(person: Person | None) -> Client:
    client = client_of(person) if person else Client()
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    return client


@pytest.fixture
def things(open_story: Cast, monkeypatch: pytest.MonkeyPatch) -> dict[type[Model], Model]:
    """What each page is about: Amina's own, on the Monday of the story, in the middle of a round."""
    monkeypatch.setattr("bordenden.web.threshold.opens.now", lambda: MONDAY)
    return {
        **things_of(open_story),
        Sheet: Sheet.objects.get(table=open_story.aminas_table, finished_at=None, pen=None),
    }


@pytest.mark.requirement("R218")
def test_no_page_in_english_has_a_text_left_in_danish(open_story: Cast, things: dict[type[Model], Model]) -> None:
    left, data = {}, _data()
    shown = [address for address in ALL if is_shown(address) and address.name not in FIGURES]
    for address in shown:
        client = _in_english(None if address.name in OUTSIDE else right_person(open_story, address))
        answer = client.get(where(address, things), follow=True)
        assert answer.status_code == 200, address.name
        left[address.name] = danish_left(answer.content.decode(), data)
    assert left == {address.name: [] for address in shown}


@pytest.mark.requirement("R218")
def test_no_page_of_figures_in_english_has_a_text_left_in_danish(jobcenter: Aalborg) -> None:
    known = (jobcenter.project, jobcenter.programme, jobcenter.release)
    things: dict[type[Model], Model] = {type(thing): thing for thing in known}
    lis, stine = _in_english(jobcenter.lis), _in_english(jobcenter.stine)
    left = {}
    for address in ALL:
        if address.name in FIGURES:
            answer = (lis if address.name == "project" else stine).get(where(address, things))
            assert answer.status_code == 200, address.name
            left[address.name] = danish_left(answer.content.decode())
    assert left == {name: [] for name in FIGURES}


@pytest.mark.requirement("R218")
def test_no_refusal_in_english_has_a_text_left_in_danish(open_story: Cast, things: dict[type[Model], Model]) -> None:
    left, refused, data = {}, set(), _data()
    for address in filter(is_shown, ALL):
        client = _in_english(None if address.name in OUTSIDE else right_person(open_story, address))
        answer = client.post(where(address, things), {}) if address.name not in FIGURES else None
        if answer and answer.status_code >= 400 and answer.content:
            refused.add(address.name)
            left[address.name] = danish_left(answer.content.decode(), data)
    assert left == {name: [] for name in refused}
    assert {"login", "words", "goal_new", "step_new", "rooms", "contact_new", "course_end"} <= refused


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["400.html", "403.html", "403_csrf.html", "404.html", "500.html", "503.html"])
def test_no_page_of_a_fault_in_english_has_a_text_left_in_danish(name: str) -> None:
    request = _in_english(None).get("/was").wsgi_request
    path = next(path for path in templates() if template_name(path) == name)
    with override("en"):
        html = loader.render_to_string(path.name, {}, request)
    assert danish_left(html) == []
