"""`make check` runs what was asked for, hides no failure, and says how long each step took."""

from collections.abc import Callable

import pytest

from tests.order import LONGEST
from tools import check
from tools.shell import ROOT


def stops() -> int:
    raise SystemExit(1)


def is_told_to_end() -> int:
    raise SystemExit(143)


def passes(name: str, ran: list[str]) -> Callable[[], int]:
    """A step that notes that it ran."""

    def step() -> int:
        ran.append(name)
        return 0

    return step


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """A machine that lacks nothing, and steps of our own."""
    monkeypatch.setattr(check, "prepare", lambda name: None)
    monkeypatch.setattr(check, "wanting", lambda packages: [])
    monkeypatch.setattr(check, "MORE_STEPS", {})
    monkeypatch.setattr(check, "STEPS_APART", {})
    monkeypatch.setattr("signal.signal", lambda *_: None)

    def with_steps(**steps: Callable[[], int]) -> None:
        monkeypatch.setattr(check, "STEPS", steps)

    return with_steps


def test_all_steps_that_pass_make_a_check_that_passes(
    machine: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    machine(lint=lambda: 0, types=lambda: 0)
    assert check.main([]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines if line.endswith("  ok")] == [
        "machine",
        "lint",
        "types",
        "in",
    ]


def test_a_step_that_fails_or_stops_does_not_keep_the_next_from_running(
    machine: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    ran: list[str] = []
    machine(lint=lambda: 1, types=stops, imports=passes("imports", ran))
    assert check.main([]) == 1
    assert ran == ["imports"]
    failed = [line.split()[0] for line in capsys.readouterr().out.splitlines() if line.endswith("FAILED")]
    assert failed == ["lint", "types", "in"]


def test_a_request_to_end_ends_everything(machine: Callable[..., None]) -> None:
    ran: list[str] = []
    machine(lint=is_told_to_end, types=passes("types", ran))
    with pytest.raises(SystemExit) as ended:
        check.main([])
    assert (ended.value.code, ran) == (143, [])


def test_only_the_steps_named_are_run(machine: Callable[..., None]) -> None:
    ran: list[str] = []
    machine(lint=passes("lint", ran), types=passes("types", ran))
    assert check.main(["types"]) == 0
    assert ran == ["types"]


def test_a_step_that_does_not_exist_is_refused_by_name(
    machine: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    machine(lint=lambda: 0)
    with pytest.raises(SystemExit):
        check.main(["lnit"])
    assert capsys.readouterr().err == "There is no step lnit. The steps are: lint\n"


def test_what_stands_apart_runs_only_when_named_and_in_an_environment_that_has_it(
    machine: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    ran: list[str] = []
    prepared: list[str] = []
    machine(lint=passes("lint", ran))
    monkeypatch.setattr(check, "STEPS_APART", {"spark": passes("spark", ran)})
    monkeypatch.setattr(check, "prepare", prepared.append)
    for arguments in ([], ["--all"], ["spark"]):
        assert check.main(arguments) == 0
    assert (ran, prepared) == (["lint", "lint", "spark"], ["dev", "dev", "spark"])


def test_no_step_but_its_own_takes_the_tests_on_spark(monkeypatch: pytest.MonkeyPatch) -> None:
    chosen: dict[str, str] = {}
    monkeypatch.setattr(check, "_tests", lambda name, marks, *_: chosen.setdefault(name, marks) == "")
    monkeypatch.setattr(check, "ADDRESSES", {"postgres": ""})
    for step in (check._sqlite, check._postgres, check._slow, check._slow_postgres, check._spark):
        step()
    takes = {name for name, marks in chosen.items() if not {"not spark", "slow"} & set(marks.split(" and "))}
    assert (len(chosen), takes) == (5, {"spark"})


def test_the_files_that_begin_first_are_there() -> None:
    assert [file for file in LONGEST if not (ROOT / file).exists()] == []
    assert len(set(LONGEST)) == len(LONGEST)
