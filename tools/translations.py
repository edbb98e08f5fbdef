"""Gathers every text that is marked for translation into the translation files, and says what is missing there.

A fresh Debian has no gettext. Django turns a template into Python, and Babel reads the texts out of Python.
References name the module and no line, so a text that only moves changes nothing.
"""

import argparse
import re
import tomllib
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

SRC = Path(__file__).resolve().parent.parent / "src"
HOUSE = SRC / "bordenden"
LOCALE = HOUSE / "locale"
KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
ASKED = ("topic", "question", "low", "middle", "high")
HEADER = """\
# The English of Bordenden. Danish is the source: change a text there, then run python -m tools.translations
msgid ""
msgstr ""
"Project-Id-Version: bordenden\\n"
"Language: {locale}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[a-z%]|\{\w*\}")


def texts() -> Catalog:
    """Every text of the house that is marked, with the modules and templates where it stands."""
    found = Catalog(locale="en", fuzzy=False)
    for path in sorted(HOUSE.rglob("instruments/*.toml")):
        place = path.relative_to(SRC).as_posix()
        for text in _texts_of_instrument(tomllib.loads(path.read_text(encoding="utf-8"))):
            found.add(text, locations=[(place, 0)], context="instrument")
    for path in sorted([*HOUSE.rglob("*.py"), *HOUSE.rglob("*.html")]):
        place = path.relative_to(SRC).as_posix()
        for message, context in _texts_of(path, place):
            found.add(message, locations=[(place, 0)], context=context)
    return found


def _texts_of_instrument(read: dict[str, Any]) -> Iterator[str]:
    """What a person is shown of an instrument."""
    yield read["intro"]
    for item in read["items"]:
        yield from (item[part] for part in ASKED if item.get(part))


def _texts_of(path: Path, place: str) -> Iterator[tuple[str | tuple[str, ...], str | None]]:
    source = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        # Python reads indents, which mean nothing in a template.
        source = "\n".join(line.strip() for line in templatize(source, origin=place).splitlines())
    found = extract("python", BytesIO(source.encode()), keywords=KEYWORDS, options={"encoding": "utf-8"})
    for _line, message, _comments, context in found:
        yield message, context


def updated(locale: str, source: Catalog) -> Catalog:
    """The texts of today with the translations the file already has; a text nobody uses falls out."""
    before = kept(locale)
    new = Catalog(locale=locale, fuzzy=False)
    for message in source:
        if message.id:
            old = before.get(message.id, message.context)
            string = old.string if old and old.id == message.id else ""
            new.add(message.id, string, locations=sorted(set(message.locations)), context=message.context)
    return new


def kept(locale: str) -> Catalog:
    """The translations as they stand in the file."""
    path = po_file(locale)
    if not path.exists():
        return Catalog(locale=locale, fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale=locale, abort_invalid=True)


def po_file(locale: str) -> Path:
    return LOCALE / locale / "LC_MESSAGES" / "django.po"


def written(catalogue: Catalog) -> str:
    """The file as it shall stand: sorted, without dates and without line numbers."""
    file = BytesIO()
    write_po(file, catalogue, width=110, omit_header=True, sort_output=True, include_lineno=False)
    return HEADER.format(locale=catalogue.locale) + file.getvalue().decode()


def faults(locale: str) -> list[str]:
    """What is wrong with the translations into one language, a sentence each; empty when all is well."""
    path = po_file(locale)
    if not path.exists():
        return [f"{locale}: there is no file of translations"]
    new = updated(locale, texts())
    found = [f"{locale}: {fault}: {_first(one)}" for one in new if one.id for fault in faults_of(one.id, one.string)]
    found += [f"{locale}: fuzzy: {_first(message)}" for message in kept(locale) if message.id and message.fuzzy]
    if path.read_text(encoding="utf-8") != written(new):
        found.append(f"{locale}: the file is not up to date; run: python -m tools.translations")
    return found


def faults_of(source: str | Sequence[str], translation: str | Sequence[str] | None) -> list[str]:
    """What is wrong with one translation; a plural may leave the number out of its singular."""
    sources, strings = forms(source), forms(translation)
    if len(strings) != len(sources) or not all(strings):
        return ["not translated"]
    wanted = set().union(*map(placeholders, sources))
    if placeholders(strings[-1]) != wanted or any(not placeholders(string) <= wanted for string in strings):
        return ["other placeholders than the source"]
    return []


def placeholders(text: str) -> set[str]:
    """What is filled in when the text is shown."""
    return set(PLACEHOLDER.findall(text))


def forms(text: str | Sequence[str] | None) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text or ())


def _first(message: Message) -> str:
    return forms(message.id)[0]


def locales() -> list[str]:
    """The languages that have a file already, and English always."""
    return sorted({"en", *(path.parents[1].name for path in LOCALE.glob("*/LC_MESSAGES/django.po"))})


def main(arguments: Sequence[str] | None = None) -> int:
    """Bring the files up to date, or only say what is missing in them."""
    parser = argparse.ArgumentParser(prog="tools.translations", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; fail when anything is missing")
    if not parser.parse_args(arguments).check:
        for locale in locales():
            path = po_file(locale)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(written(updated(locale, texts())), encoding="utf-8")
    found = [fault for locale in locales() for fault in faults(locale)]
    for fault in found:
        print(fault)
    print(f"translations: {len(found)} missing or wrong" if found else "translations: complete")
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())
