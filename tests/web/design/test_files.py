"""The files of the look: nothing inline, nothing from elsewhere, nothing unstyled, nothing changed by hand."""

import hashlib
import re
from pathlib import Path

import pytest

from tools.prune_css import prune

DESIGN = Path(__file__).resolve().parents[3] / "src/bordenden/web/design"
STATIC = DESIGN / "static/design"
VENDORED = STATIC / "vendored"
TEMPLATES = sorted((DESIGN / "templates").rglob("*.html"))
STYLES = [*sorted((STATIC / "css").glob("*.css")), VENDORED / "dkfds.css"]
# Hooks for pages and scripts: a name without a look of its own.
WITHOUT_A_LOOK = {"chart-beside", "facts", "said", "stale-saved", "step-body"}


def classes_in_templates() -> set[str]:
    text = "".join(re.sub(r"\{%.*?%\}", " ", path.read_text()) for path in TEMPLATES)
    values = re.findall(r'class="([^"]*)"', text)
    return {name for value in values for name in value.split() if not re.search(r"[{}.]|^kind$", name)}


def classes_in_styles() -> set[str]:
    text = "".join(re.sub(r"/\*.*?\*/|url\([^)]*\)", "", path.read_text(), flags=re.DOTALL) for path in STYLES)
    return set(re.findall(r"\.([a-z][\w-]*)", text))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_template_has_style_or_script_of_its_own(path: Path) -> None:
    text = path.read_text()
    assert re.findall(r"\sstyle=|<style|\son[a-z]+=|javascript:|<script(?![^>]* src=)", text) == []
    assert re.findall(r'(?:src|href|action)="(?:https?:)?//', text) == []


def test_every_class_in_a_template_has_a_look() -> None:
    assert classes_in_templates() - classes_in_styles() - WITHOUT_A_LOOK == set()


def test_nothing_is_fetched_from_elsewhere() -> None:
    texts = [*STYLES, VENDORED / "htmx.min.js", *sorted((STATIC / "js").glob("*.js"))]
    assert [
        path.name
        for path in texts
        if re.search(r"url\([\"']?(https?:|//|data:)|sourceMappingURL|@import", path.read_text())
    ] == []


def test_every_address_in_a_stylesheet_leads_to_a_file() -> None:
    missing = [
        f"{path.name}: {name}"
        for path in STYLES
        for name in re.findall(r"url\([\"']?([^\"')]+)", path.read_text())
        if not (path.parent / name).is_file()
    ]
    assert missing == []


def test_every_icon_in_a_template_is_in_the_sprite() -> None:
    text = "".join(path.read_text() for path in TEMPLATES)
    named = set(re.findall(r'icon\.html" with name="([\w-]+)"', text))
    symbols = set(re.findall(r'<symbol id="([\w-]+)"', (VENDORED / "icons.svg").read_text()))
    assert symbols == named | {"info", "success", "warning", "error"}


def test_vendored_files_are_as_they_were_fetched() -> None:
    listed = dict(re.findall(r"\| `([^`]+)` \|.*\| `([0-9a-f]{64})` \|", (VENDORED / "VENDORED.md").read_text()))
    found = {
        path.relative_to(VENDORED).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in VENDORED.rglob("*")
        if path.is_file() and path.name != "VENDORED.md"
    }
    assert found == listed


def test_pruning_keeps_what_is_used_and_drops_the_rest() -> None:
    css = """@charset "UTF-8"; /* .gone{} */
    a{color:red}
    .kept, .gone{margin:0}
    .kept .gone{margin:1px}
    ul:not(.gone):not(.kept) > li{padding:0}
    @media print{ .gone{top:0} .kept{top:1px} }
    @media screen{ .gone{top:0} }
    @font-face{font-family:x}
    """
    assert prune(css, frozenset({"kept"})).splitlines() == [
        "a{color:red}",
        ".kept{margin:0}",
        "ul:not(.kept)>li{padding:0}",
        "@media print{.kept{top:1px}}",
    ]
