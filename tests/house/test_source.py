"""The rules of style that a machine can see: sizes, types, names, clocks, ids."""

import ast
import re

import pytest

from tests.house.contracts import field_apps
from tests.house.source import HOUSE, ROOT, Module, functions, modules, parameters, template_name, templates

pytestmark = pytest.mark.once

LONGEST_FILE = 400
LONGEST_FUNCTION = 40
NAMELESS = {"utils", "common", "core", "helpers", "services", "managers", "signals", "mixins"}
CLOCKS = re.compile(r"\b(timezone\.now|datetime\.now|datetime\.today|date\.today|utcnow|time\.time)\b")
# The doors, the commands and what stands outside time may ask the clock; everybody else is handed `at`.
MAY_ASK_THE_CLOCK = ("bordenden.web.threshold", "bordenden.web.entry", "bordenden.cli", "bordenden.foundation.clock")
FIELD_APPS = field_apps()
FIELD_ROOMS = {"__init__", "apps", "words", "models", "queries", "actions", "migrations"}
# What else a field app holds: texts that come with it, and what reaches out of the house.
FURTHER_ROOMS = {
    ("assessments", "instruments"),
    ("offers", "starter"),
    ("exchange", "content"),
    ("exchange", "pictures"),
    ("exchange", "store"),
    ("post", "sending"),
}


def test_no_file_is_longer_than_400_lines() -> None:
    assert [(m.name, m.lines) for m in modules() if m.lines > LONGEST_FILE] == []


def test_no_function_is_longer_than_40_lines() -> None:
    long = [
        (module.name, function.name, function.end_lineno - function.lineno + 1)
        for module in modules()
        for function in functions(module)
        if function.end_lineno is not None and function.end_lineno - function.lineno + 1 > LONGEST_FUNCTION
    ]
    assert long == []


def test_every_parameter_and_every_return_is_typed() -> None:
    untyped = [
        (module.name, function.name)
        for module in modules()
        for function in functions(module)
        if function.returns is None or any(argument.annotation is None for argument in parameters(function))
    ]
    assert untyped == []


def test_every_module_opens_with_one_sentence() -> None:
    assert [m.name for m in modules() if not (ast.get_docstring(m.tree) or "").split("\n")[0].endswith(".")] == []


def test_what_fits_nowhere_lacks_a_name() -> None:
    assert [m.name for m in modules() if NAMELESS & set(m.name.split("."))] == []


def test_a_field_app_has_the_four_rooms_and_no_others() -> None:
    rooms = {
        (app, entry.stem) for app in FIELD_APPS for entry in (HOUSE / app).iterdir() if entry.name != "__pycache__"
    }
    assert {(app, room) for app, room in rooms if room not in FIELD_ROOMS} == FURTHER_ROOMS


def test_only_the_doors_ask_the_clock() -> None:
    asking = [
        m.name
        for m in modules()
        if not m.name.startswith(MAY_ASK_THE_CLOCK)
        and (CLOCKS.search(m.path.read_text(encoding="utf-8")) or "foundation.clock" in _imports(m))
    ]
    assert asking == []


def test_no_import_hides_inside_a_function() -> None:
    hidden = [
        (module.name, function.name)
        for module in modules()
        for function in functions(module)
        for node in ast.walk(function)
        if isinstance(node, (ast.Import, ast.ImportFrom))
    ]
    assert hidden == []


def stays_inside(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """A prepared question is put together from facts; its private name keeps it in the room that was given a thing."""
    prepared = any(ast.unparse(one) == "Question" for one in function.decorator_list)
    return prepared and function.name.startswith("_")


@pytest.mark.parametrize("room", ["actions", "queries"])
def test_no_action_and_no_query_takes_an_id(room: str) -> None:
    taking = [
        (module.name, function.name, argument.arg)
        for module in modules()
        if f".{room}" in module.name and module.name.split(".")[1] in FIELD_APPS
        for function in functions(module)
        if not stays_inside(function)
        for argument in parameters(function)
        if re.fullmatch(r"(.*_)?(id|pk|uuid)s?", argument.arg)
        or "UUID" in ast.unparse(argument.annotation or argument)
    ]
    assert taking == []


def test_every_action_is_keyword_only() -> None:
    positional = [
        (module.name, function.name)
        for module in modules()
        if re.search(r"\.actions(\.|$)", module.name) and module.name.split(".")[1] in FIELD_APPS
        for function in module.tree.body
        if isinstance(function, ast.FunctionDef)
        and not function.name.startswith("_")
        and {"by", "at"} & {argument.arg for argument in parameters(function)}
        and function.args.args
    ]
    assert positional == []


def test_names_are_sorted_by_their_danish_key_never_by_the_database() -> None:
    by_name = re.compile(r"order_by\([\"']-?(\w+__)?(name|given_name|family_name)[\"']")
    assert [m.name for m in modules() if by_name.search(m.path.read_text(encoding="utf-8"))] == []


def test_lower_casing_and_case_blind_search_are_never_left_to_the_database() -> None:
    blind = re.compile(r"__(iexact|icontains|istartswith|iendswith|iregex)\b|functions import .*\b(Lower|Upper)\b")
    assert [m.name for m in modules() if blind.search(m.path.read_text(encoding="utf-8"))] == []


def test_sql_is_never_written_by_hand_above_the_foundation() -> None:
    raw = re.compile(r"\.raw\(|\.extra\(|RawSQL|cursor\(\)")
    allowed = ("bordenden.foundation", "bordenden.audit", "bordenden.drafts", "bordenden.worlds")
    assert [
        m.name for m in modules() if not m.name.startswith(allowed) and raw.search(m.path.read_text(encoding="utf-8"))
    ] == []


def test_every_template_is_used() -> None:
    text = "\n".join(m.path.read_text(encoding="utf-8") for m in modules())
    text += "\n".join(path.read_text(encoding="utf-8") for path in templates())
    # The gallery shows every component to tests and people; the rest is asked for by Django itself.
    framework = re.compile(r"(design/gallery\.html|django/forms/.*|40[034]\.html|403_csrf\.html|50[03]\.html)")
    names = [template_name(path) for path in templates()]
    assert [n for n in names if not framework.fullmatch(n) and f'"{n}"' not in text and f"'{n}'" not in text] == []


def test_templates_never_switch_off_escaping() -> None:
    unsafe = re.compile(r"\|\s*safe\b|autoescape\s+off|<script(?![^>]*\bsrc=)|\sstyle=|\son\w+=")
    assert [template_name(p) for p in templates() if unsafe.search(p.read_text(encoding="utf-8"))] == []
    marking = re.compile(r"mark_safe|SafeString|format_html_join")
    # Drawings, and the hidden fields of a form: neither holds a word that somebody typed.
    allowed = ("bordenden.web.design.", "bordenden.web.threshold.form_mark")
    by_hand = [m.name for m in modules() if marking.search(m.path.read_text("utf-8"))]
    assert [name for name in by_hand if not name.startswith(allowed)] == []


def test_no_door_takes_columns_or_sums_from_what_the_gate_lets_through() -> None:
    """Rows note their own looks; columns and sums would be shown without one."""
    past_the_note = re.compile(r"\.(values|values_list|aggregate|annotate|iterator|dates|datetimes)\(")
    doors = [m for m in modules() if m.name.startswith("bordenden.web.")]
    taking = [
        m.name
        for m in doors
        if "reachable()" in m.path.read_text("utf-8") and past_the_note.search(m.path.read_text("utf-8"))
    ]
    assert taking == []


def test_the_admin_is_not_installed() -> None:
    settings = (HOUSE / "config" / "settings.py").read_text(encoding="utf-8")
    assert "django.contrib.admin" not in settings


def test_every_page_has_its_view_template_and_test_under_one_name() -> None:
    missing = []
    for door in ("entry", "citizen", "guest", "staff", "insight"):
        for view in sorted((HOUSE / "web" / door / "views").glob("*.py")):
            if view.stem in {"__init__", "refused"}:
                continue
            test = ROOT / "tests" / "web" / door / f"test_{view.stem}.py"
            if not test.exists():
                missing.append(str(test.relative_to(ROOT)))
    assert missing == []


def _imports(module: Module) -> str:
    nodes = [node for node in ast.walk(module.tree) if isinstance(node, (ast.Import, ast.ImportFrom))]
    return "\n".join(ast.unparse(node) for node in nodes)
