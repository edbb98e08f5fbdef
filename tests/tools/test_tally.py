"""The closing line of `make check` says what the runs did, and never less."""

from pathlib import Path

from tools.tally import Tally, read_tally

REPORT = """<?xml version="1.0"?>
<testsuites><testsuite name="pytest" errors="1" failures="2" skipped="3" tests="10"/></testsuites>
"""


def test_a_report_is_read_as_passed_failed_and_skipped(tmp_path: Path) -> None:
    (tmp_path / "run.xml").write_text(REPORT, encoding="utf-8")
    assert read_tally(tmp_path / "run.xml") == Tally(passed=4, failed=3, skipped=3)


def test_a_run_that_left_no_report_counts_as_a_failure(tmp_path: Path) -> None:
    assert read_tally(tmp_path / "never-written.xml") == Tally(failed=1)


def test_a_report_that_breaks_off_counts_as_a_failure(tmp_path: Path) -> None:
    (tmp_path / "run.xml").write_text(REPORT[:60], encoding="utf-8")
    assert read_tally(tmp_path / "run.xml") == Tally(failed=1)


def test_two_runs_add_up_to_one_line() -> None:
    both = Tally(passed=4, failed=3, skipped=3) + Tally(passed=2, skipped=1)
    assert str(both) == "6 passed, 3 failed, 4 skipped"
