"""A link in a page of ours leads to something that is there."""

import re
import subprocess

from tools.shell import ROOT

LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)\s]*)?\)")
ELSEWHERE = ("https://", "http://", "mailto:")


def pages() -> list[str]:
    """Every page that git keeps, but for those that came from outside."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "*.md"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [name for name in listed.split("\0") if name and "/vendored/" not in name]


def test_every_link_to_a_file_of_ours_finds_it() -> None:
    broken = [
        (page, target)
        for page in pages()
        for target in LINK.findall((ROOT / page).read_text(encoding="utf-8"))
        if not target.startswith(ELSEWHERE) and not ((ROOT / page).parent / target).exists()
    ]
    assert broken == []


def test_the_front_page_leads_somewhere() -> None:
    assert len(LINK.findall((ROOT / "README.md").read_text(encoding="utf-8"))) >= 5
