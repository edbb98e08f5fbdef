"""What comes from outside is locked with hashes, names no address, and keeps its own licence."""

import re
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.version import Version

from tools.shell import REQUIREMENTS, ROOT

pytestmark = pytest.mark.once

LOCKS = ("venv", "run", "pg", "stats", "dev", "spark")
PIN = re.compile(r"([a-z0-9][a-z0-9.-]*)==([0-9][\w.]*)(?: ; [^\\]+)? \\")
HASH = re.compile(r"    --hash=sha256:[0-9a-f]{64}(?: \\)?")
REGISTRY = re.compile(
    r"\b[\w.-]*(?:pypi|pythonhosted|npmjs|yarnpkg|deb\.debian|crates|golang)\.(?:org|com|io)\b", re.IGNORECASE
)
# A folder of one machine: absolute, so not a part of a longer path, an address or an HTML closing tag.
MACHINE = re.compile(r"(?<![\w.~<*\])}/-])/(?:work|root|tmp|var/tmp|home/\w+|Users/\w+)(?:/|\b(?![\w-]))")


def pins(name: str) -> dict[str, Version]:
    """Package to version, as the lock file of this set pins them."""
    lines = (REQUIREMENTS / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    found = [PIN.fullmatch(line) for line in lines]
    return {match[1]: Version(match[2]) for match in found if match}


def asked_for() -> dict[str, list[str]]:
    """What pyproject.toml asks for, by the set that answers it."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        project = tomllib.load(file)
    extras = project["project"]["optional-dependencies"]
    run = [*project["project"]["dependencies"], *project["build-system"]["requires"]]
    stats = [*run, *extras["pg"], *extras["stats"]]
    dev = [*stats, *extras["dev"]]
    spark = [*dev, *extras["spark"]]
    return {"run": run, "pg": [*run, *extras["pg"]], "stats": stats, "dev": dev, "spark": spark}


def committed_texts() -> Iterator[tuple[str, str]]:
    """Every file that git keeps or would keep, if it is text."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for name in filter(None, listed.split("\0")):
        path = ROOT / name
        if not path.is_file():
            continue
        content = path.read_bytes()
        if b"\0" not in content:
            yield name, content.decode("utf-8", errors="replace")


def offences(pattern: re.Pattern[str]) -> list[str]:
    """File, line number and the words found, for every committed line the pattern finds."""
    return [
        f"{name}:{number}: {match[0]}"
        for name, text in committed_texts()
        for number, line in enumerate(text.splitlines(), start=1)
        for match in pattern.finditer(line)
    ]


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_file_holds_pins_and_hashes_and_nothing_else(name: str) -> None:
    lines = (REQUIREMENTS / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    strange = [line for line in lines if not PIN.fullmatch(line) and not HASH.fullmatch(line)]
    assert strange == []
    unhashed = [
        line
        for line, below in zip(lines, [*lines[1:], ""], strict=True)
        if PIN.fullmatch(line) and not HASH.fullmatch(below)
    ]
    assert unhashed == []
    assert pins(name) != {}


def test_there_is_no_lock_file_that_nobody_checks() -> None:
    assert sorted(path.stem for path in REQUIREMENTS.iterdir()) == sorted(LOCKS)


@pytest.mark.parametrize("name", ["run", "pg", "stats", "dev", "spark"])
def test_the_lock_answers_to_what_pyproject_asks_for(name: str) -> None:
    locked = pins(name)
    unanswered = []
    for wanted in map(Requirement, asked_for()[name]):
        version = locked.get(wanted.name.lower())
        if version is None or not wanted.specifier.contains(version):
            unanswered.append(f"{wanted}: {version}")
    assert unanswered == []


@pytest.mark.parametrize(("smaller", "larger"), [("run", "pg"), ("pg", "stats"), ("stats", "dev"), ("dev", "spark")])
def test_each_set_holds_the_one_before_it_in_the_same_versions(smaller: str, larger: str) -> None:
    inner, outer = pins(smaller), pins(larger)
    assert {package: outer.get(package) for package in inner} == inner


def test_no_committed_file_names_a_registry() -> None:
    assert offences(REGISTRY) == []


def test_no_committed_file_names_a_folder_of_one_machine() -> None:
    assert offences(MACHINE) == []


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("cd /" + "work/main", True),
        ('open("/' + 'root/x")', True),
        ("TMP=/" + "tmp", True),
        ("see docs/" + "work/plan.md", False),
        ("/" + "workers/1", False),
        ("</" + "root>", False),
    ],
)
def test_the_rule_about_folders_finds_what_it_is_meant_to(line: str, found: bool) -> None:
    assert bool(MACHINE.search(line)) is found


def test_the_rule_about_registries_finds_what_it_is_meant_to() -> None:
    assert REGISTRY.search("https://files.python" + "hosted.org/packages/x") is not None
    assert REGISTRY.search("https://registry.npm" + "js.org/htmx") is not None
    assert REGISTRY.search("the organisation of a pypi mirror") is None


VENDORED = sorted(path for path in (ROOT / "src").rglob("vendored") if path.is_dir())
ROW = re.compile(r"\| `([^`]+)` \| [\d,]+ \| ([^|]+) \| `[0-9a-f]{64}` \|")
NAMED_TEXT = re.compile(r"\((LICENSE-[\w.-]+)\)")


def test_something_is_vendored_at_all() -> None:
    assert [path.relative_to(ROOT).as_posix() for path in VENDORED] == [
        "src/bordenden/web/design/static/design/vendored"
    ]


@pytest.mark.parametrize("folder", VENDORED, ids=lambda folder: folder.relative_to(ROOT).as_posix())
def test_every_vendored_file_names_a_licence_whose_text_lies_beside_it(folder: Path) -> None:
    listing = (folder / "VENDORED.md").read_text(encoding="utf-8")
    rows = {match[1]: match[2] for match in map(ROW.fullmatch, listing.splitlines()) if match}
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert there - {"VENDORED.md"} == set(rows)
    for name, licence in rows.items():
        text = NAMED_TEXT.search(licence)
        assert text or name.startswith("LICENSE-"), f"{name} names no licence"
        assert (folder / (text[1] if text else name)).stat().st_size > 200
