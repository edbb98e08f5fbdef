"""The file of translations is gathered from the texts of the house, keeps what is translated, and says what is not."""

from pathlib import Path

import pytest

from tools import translations

PAGE = '{% load i18n %}<p>\n    {% translate "Gem" %}\n  {% blocktranslate count n=n %}{{ n }} dag{% plural %}{{ n }} dage{% endblocktranslate %}'
MODULE = 'LABEL = _("Mit mål")\nWHEN = pgettext("a day", "j. F")\nNOT_SHOWN = "Nej"\n'
INSTRUMENT = (
    'intro = "Hej"\n[[items]]\ntopic = "Helbred"\nquestion = "Hvordan går det?"\nlow = "Skidt"\nhigh = "Godt"\n'
)


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small house with a page, a module and an instrument."""
    house = tmp_path / "src" / "house"
    for name, text in {"page.html": PAGE, "words.py": MODULE, "instruments/one.toml": INSTRUMENT}.items():
        (house / name).parent.mkdir(parents=True, exist_ok=True)
        (house / name).write_text(text, encoding="utf-8")
    for name, path in {"SRC": house.parent, "HOUSE": house, "LOCALE": house / "locale"}.items():
        monkeypatch.setattr(translations, name, path)
    return house


def po() -> str:
    return translations.po_file("en").read_text(encoding="utf-8")


def translate(source: str, translation: str) -> None:
    text = po()
    wanted = f'msgid "{source}"\nmsgstr ""'
    assert wanted in text
    translations.po_file("en").write_text(
        text.replace(wanted, f'msgid "{source}"\nmsgstr "{translation}"'), encoding="utf-8"
    )


def test_the_marked_texts_of_pages_modules_and_instruments_are_gathered_and_nothing_else(house: Path) -> None:
    assert {message.id for message in translations.texts() if message.id} == {
        "Gem", ("%(n)s dag", "%(n)s dage"), "Mit mål", "j. F", "Hej", "Helbred", "Hvordan går det?", "Skidt", "Godt",
    }  # fmt: skip


def test_the_file_has_no_date_no_line_number_and_no_path_of_the_machine(house: Path, tmp_path: Path) -> None:
    assert translations.main([]) == 1
    first = po()
    assert "#: house/page.html\n" in first
    assert str(tmp_path) not in first
    assert "Date" not in first
    (house / "words.py").write_text("\n\n" + MODULE, encoding="utf-8")
    translations.main([])
    assert po() == first


def test_what_is_translated_is_kept_and_what_nobody_says_any_more_falls_out(house: Path) -> None:
    translations.main([])
    translate("Gem", "Save")
    translate("Mit mål", "My goal")
    (house / "words.py").write_text('LABEL = _("Min drøm")\n', encoding="utf-8")
    translations.main([])
    assert 'msgid "Gem"\nmsgstr "Save"' in po()
    assert "My goal" not in po()
    assert 'msgid "Min drøm"\nmsgstr ""' in po()


def test_a_check_writes_nothing_and_fails_until_every_text_is_there(
    house: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert translations.main(["--check"]) == 1
    assert not translations.po_file("en").exists()
    (house / "page.html").write_text("", encoding="utf-8")
    (house / "words.py").write_text('LABEL = _("Gem")\n', encoding="utf-8")
    (house / "instruments" / "one.toml").unlink()
    translations.main([])
    assert translations.main(["--check"]) == 1
    assert "en: not translated: Gem" in capsys.readouterr().out
    translate("Gem", "Save")
    assert translations.main(["--check"]) == 0
    (house / "words.py").write_text('LABEL = _("Gem det")\n', encoding="utf-8")
    assert translations.main(["--check"]) == 1
    assert "not up to date" in capsys.readouterr().out


def test_a_guess_is_no_translation(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    translations.main([])
    text = po().replace('#: house/page.html\nmsgid "Gem"', '#: house/page.html\n#, fuzzy\nmsgid "Gem"')
    translations.po_file("en").write_text(text, encoding="utf-8")
    assert translations.main(["--check"]) == 1
    assert "en: fuzzy: Gem" in capsys.readouterr().out
