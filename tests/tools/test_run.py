"""`make run` answers on this machine only, with a key of its own and settings the caller may change."""

import socket
import stat
from pathlib import Path

import pytest

from tools import run


def test_the_key_is_made_once_and_only_its_owner_may_read_it(tmp_path: Path) -> None:
    key = run._secret_key(tmp_path / "secret-key")
    assert len(key) >= 50
    assert run._secret_key(tmp_path / "secret-key") == key
    assert stat.S_IMODE((tmp_path / "secret-key").stat().st_mode) == 0o600


def test_the_demo_is_the_default_and_the_caller_may_leave_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "VAR", tmp_path)
    for name in (
        "BORDENDEN_DEMO",
        "BORDENDEN_DATABASE",
        "BORDENDEN_SECRET_KEY",
        "BORDENDEN_WORKER",
        "BORDENDEN_SITE",
    ):
        monkeypatch.delenv(name, raising=False)
    assert run._settings(8000)["BORDENDEN_DEMO"] == "1"
    assert run._settings(8000)["BORDENDEN_DATABASE"] == f"sqlite:///{tmp_path / 'bordenden.sqlite3'}"
    assert run._settings(8001)["BORDENDEN_WORKER"] == "1"
    assert run._settings(8001)["BORDENDEN_SITE"] == "http://127.0.0.1:8001/"
    monkeypatch.setenv("BORDENDEN_DEMO", "0")
    assert run._settings(8000)["BORDENDEN_DEMO"] == "0"


def test_a_port_that_is_taken_is_named_with_another_to_try(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.socket() as held:
        held.bind((run.HOST, 0))
        held.listen()
        port = held.getsockname()[1]
        monkeypatch.setenv("PORT", str(port))
        with pytest.raises(SystemExit):
            run._free_port()
    assert capsys.readouterr().err == f"Port {port} is taken. Choose another: make run PORT={port + 1}\n"
    assert run._free_port() == port
