"""The environment is made once for each lock file, and again only when that changed."""

from pathlib import Path

import pytest

from tools import environment


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """An empty place with two lock files; what would be installed is written down."""
    done: list[str] = []
    (tmp_path / "pyproject.toml").write_text("[project]", encoding="utf-8")
    for name in environment.SETS:
        (tmp_path / f"{name}.txt").write_text(f"{name}==1", encoding="utf-8")
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    monkeypatch.setattr(environment, "REQUIREMENTS", tmp_path)
    monkeypatch.setattr(environment, "VENV", tmp_path / "venv")
    monkeypatch.setattr(environment, "_make_venv", lambda: (tmp_path / "venv").mkdir(exist_ok=True))
    monkeypatch.setattr(environment, "_install", done.append)
    return done


def test_the_second_time_nothing_is_installed(installed: list[str]) -> None:
    environment.prepare("run")
    environment.prepare("run")
    assert installed == ["run"]


def test_who_has_the_largest_set_has_the_smaller_ones(installed: list[str]) -> None:
    environment.prepare("dev")
    environment.prepare("pg")
    environment.prepare("run")
    assert installed == ["dev"]


def test_who_has_the_smallest_set_still_needs_the_largest(installed: list[str]) -> None:
    environment.prepare("run")
    environment.prepare("dev")
    assert installed == ["run", "dev"]


def test_a_changed_lock_is_installed_again(installed: list[str], tmp_path: Path) -> None:
    environment.prepare("run")
    (tmp_path / "run.txt").write_text("run==2", encoding="utf-8")
    environment.prepare("run")
    assert installed == ["run", "run"]


def test_an_environment_shared_with_another_tree_is_left_alone(installed: list[str], tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "venv").symlink_to(tmp_path / "elsewhere")
    environment.prepare("dev")
    assert installed == []
