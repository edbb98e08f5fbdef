"""Translations are compiled as Django needs them, and their absence is not passed over."""

import gettext
import os
from pathlib import Path

import pytest

from tools import compile_translations

# Django's makemessages marks the header of a new file fuzzy; such a file must not come out empty.
SOURCE = """#, fuzzy
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

msgid "Mit næste lille skridt"
msgstr "My next small step"
"""


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(compile_translations, "LOCALE", tmp_path / "locale")
    path = tmp_path / "locale" / "en" / "LC_MESSAGES" / "django.po"
    path.parent.mkdir(parents=True)
    return path


def translated(source: Path) -> str:
    with source.with_suffix(".mo").open("rb") as file:
        return gettext.GNUTranslations(file).gettext("Mit næste lille skridt")


def test_a_file_with_a_fuzzy_header_is_compiled_whole(source: Path) -> None:
    source.write_text(SOURCE, encoding="utf-8")
    assert compile_translations.main() == 0
    assert translated(source) == "My next small step"


def test_a_changed_text_is_compiled_again_and_an_unchanged_one_is_left(source: Path) -> None:
    source.write_text(SOURCE, encoding="utf-8")
    compile_translations.main()
    compiled = source.with_suffix(".mo")
    os.utime(source, (1, 1))
    before = compiled.stat().st_mtime_ns
    compile_translations.main()
    assert compiled.stat().st_mtime_ns == before

    source.write_text(SOURCE.replace("My next", "Your next"), encoding="utf-8")
    os.utime(compiled, (1, 1))
    compile_translations.main()
    assert translated(source) == "Your next small step"


def test_no_translation_at_all_is_a_failure(source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert compile_translations.main() == 1
    assert "No translation was found" in capsys.readouterr().err
