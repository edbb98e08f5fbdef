"""The documentation made from the code is what the code says; every word of the field stands in the glossary."""

import re
from collections import Counter

import pytest
from django.apps import apps

from bordenden.access.acts import all_acts
from bordenden.cli.management.commands.docs import generated
from tests.house.source import ROOT
from tests.house.test_urls import ALL

pytestmark = pytest.mark.once


def glossary() -> str:
    return (ROOT / "GLOSSARY.md").read_text(encoding="utf-8")


def test_generated_pages_are_up_to_date() -> None:
    stale = [str(path.relative_to(ROOT)) for path, text in generated(ROOT).items() if path.read_text("utf-8") != text]
    assert stale == [], "run `bordenden docs`"


def test_every_app_act_and_model_stands_in_the_glossary() -> None:
    words = set(re.findall(r"`([A-Za-z_.]+)`", glossary()))
    ours = [
        config
        for config in apps.get_app_configs()
        if config.name.startswith("bordenden.") and ".web." not in config.name
    ]
    wanted = {config.name.removeprefix("bordenden.") for config in ours}
    wanted |= {model.__name__ for config in ours for model in config.get_models()}
    wanted |= {act.code for _name, act in all_acts()}
    assert wanted - words == set()


def test_every_decision_record_has_a_number_of_its_own() -> None:
    names = [path.name for path in sorted((ROOT / "docs" / "decisions").glob("*.md"))]
    numbers = [name[:4] for name in names]
    assert numbers == [f"{number:04d}" for number in range(1, len(names) + 1)], names


def test_every_link_between_documents_leads_somewhere() -> None:
    broken = []
    for page in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]:
        for target in re.findall(r"\]\(([^)#]+)", page.read_text(encoding="utf-8")):
            if not target.startswith(("http", "mailto:")) and not (page.parent / target).exists():
                broken.append((str(page.relative_to(ROOT)), target))
    assert broken == []


def test_every_page_stands_in_the_walk_once_and_nothing_else_does() -> None:
    rows = (ROOT / "docs" / "walk.md").read_text(encoding="utf-8").splitlines()
    pages = [name for row in rows if row.startswith("| ") for name in re.findall(r"`([a-z_]+)`", row.split("|")[2])]
    assert {address.name.removesuffix("_draft") for address in ALL} == set(pages)
    assert [name for name, times in Counter(pages).items() if times > 1] == []
