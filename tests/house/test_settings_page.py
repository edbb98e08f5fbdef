"""The page about settings lists what the settings read: no more, no less."""

import re

from tools.shell import ROOT

READ = re.compile(r"environ\.get\(\s*\"(BORDENDEN_[A-Z_]+)\"")
LISTED = re.compile(r"^\| `(BORDENDEN_[A-Z_]+)` \|", re.MULTILINE)


def test_the_page_about_settings_lists_what_is_read() -> None:
    source = (ROOT / "src/bordenden/config/settings.py").read_text(encoding="utf-8")
    page = (ROOT / "docs/operations/settings.md").read_text(encoding="utf-8")
    assert sorted(LISTED.findall(page)) == sorted(set(READ.findall(source)))
