"""The README of the arithmetic: each example is run, and each module has one."""

import doctest
from fractions import Fraction
from pathlib import Path

import pytest

import progression

README = Path(progression.__file__).parent / "README.md"
MODULES = sorted(path.stem for path in README.parent.iterdir() if not path.stem.startswith(("_", "README", "py")))


def examples(text: str) -> doctest.DocTest:
    return doctest.DocTestParser().get_doctest(text, {"Fraction": Fraction}, "README", str(README), 0)


def section(module: str) -> str:
    """The text under the heading of a module, up to the next heading."""
    return README.read_text("utf-8").partition(f"\n## {module}: ")[2].partition("\n## ")[0]


def test_every_example_gives_what_the_readme_says() -> None:
    test = examples(README.read_text("utf-8"))
    results = doctest.DocTestRunner(verbose=False).run(test)
    assert results.attempted >= 30
    assert results.failed == 0


@pytest.mark.parametrize("module", MODULES)
def test_every_module_has_a_worked_example(module: str) -> None:
    assert len(examples(section(module)).examples) >= 1


def test_the_modules_are_those_of_the_package() -> None:
    assert {"disclosure", "flows", "ratings", "trajectories"} <= set(MODULES)


def test_a_wrong_example_would_be_noticed() -> None:
    runner = doctest.DocTestRunner(verbose=False)
    assert runner.run(examples(">>> 1 + 1\n3\n"), out=lambda _: None).failed == 1
