"""What Debian lacks is installed by root and asked for by everybody else; nothing is passed over."""

import pytest

from tools import debian


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """A machine with Chromium only, whose commands are written down instead of run."""
    ran: list[list[str]] = []
    monkeypatch.setattr(
        debian,
        "_PRESENT",
        {"chromium-headless-shell": lambda: True, "libatomic1": lambda: bool(ran), "postgresql": lambda: bool(ran)},
    )
    monkeypatch.setattr(debian, "demand", lambda command, *_, **__: ran.append(command))
    monkeypatch.setattr("shutil.which", lambda name: name)
    return ran


def test_somebody_who_may_not_install_gets_the_line_to_type(
    bare: list[list[str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    with pytest.raises(SystemExit):
        debian.require(["chromium-headless-shell", "libatomic1", "postgresql"])
    line = "sudo apt-get update && sudo apt-get install --no-install-recommends -y libatomic1 postgresql"
    assert line in capsys.readouterr().err
    assert bare == []


def test_root_installs_what_is_missing_and_no_more(bare: list[list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 0)
    debian.require(["chromium-headless-shell", "libatomic1", "postgresql"])
    assert [command[:2] for command in bare] == [["apt-get", "update"], ["apt-get", "install"]]
    assert bare[1][-2:] == ["libatomic1", "postgresql"]


def test_a_machine_that_has_everything_is_left_alone(bare: list[list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 0)
    debian.require(["chromium-headless-shell"])
    assert bare == []


def test_an_installation_that_changed_nothing_is_not_believed(
    bare: list[list[str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 0)
    monkeypatch.setattr(debian, "_PRESENT", {"postgresql": lambda: False})
    with pytest.raises(SystemExit):
        debian.require(["postgresql"])
    assert "and yet these are missing: postgresql" in capsys.readouterr().err
