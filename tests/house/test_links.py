"""Every page can be come to: something links to it, or leads on to it, that is not the page itself."""

import re
from pathlib import Path

import pytest

from tests.house.source import HOUSE, templates
from tests.house.test_urls import ALL

pytestmark = pytest.mark.once

DOORS = HOUSE / "web"
# Pages that nothing in the house leads to, each with its reason. It only shrinks.
COME_TO_OTHERWISE: dict[str, str] = {}


def sources() -> dict[Path, str]:
    """What the doors say, in Python and in templates; the list of addresses itself leads nowhere."""
    python = (path for path in DOORS.rglob("*.py") if path.name != "urls.py")
    return {path: path.read_text(encoding="utf-8") for path in (*python, *templates())}


def leads_there(path: Path, text: str, name: str) -> bool:
    """Whether a file names the address. A page that leads on to itself is no way to it."""
    return path.stem != name and re.search(f"""["']{name}["']""", text) is not None


def test_every_page_is_linked_from_another_or_listed_with_a_reason() -> None:
    said = sources()
    # A draft is sent by the form it belongs to, which knows it by the name of its page.
    names = {address.name for address in ALL if not address.name.endswith("_draft")}
    lonely = {name for name in names if not any(leads_there(path, text, name) for path, text in said.items())}
    assert lonely == COME_TO_OTHERWISE.keys()


@pytest.mark.parametrize(("path", "leads"), [("offer_kept.html", True), ("offer_line.html", False)])
def test_a_page_is_no_way_to_itself(path: str, leads: bool) -> None:
    assert leads_there(Path(path), """{% url "offer_line" offer.pk %}""", "offer_line") is leads
