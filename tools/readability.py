"""How easy a Danish text is to read: LIX, its sentences, and the words of the office that stand in it.

LIX (C. H. Björnsson, Läsbarhet, 1968) is words per sentence plus the per cent of words longer than six letters.
"""

import argparse
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

LONG_WORD = 6
WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*|\d+(?:[.,:]\d+)*")
# A point ends a sentence when a blank and a new beginning follow; "kl. 9" and "2. marts" go on.
END = re.compile(r"[.!?:…]+[”\"»)]*(?=\s+[^a-zæøå\d\s]|\s*$)")


@dataclass(frozen=True, slots=True)
class Reading:
    """One text measured."""

    words: int
    sentences: int
    long_words: int
    longest: str

    @property
    def lix(self) -> float:
        """Below 25 is for children, 25–34 easy, 35–44 as in newspapers, 55 and up as in laws."""
        return self.words / self.sentences + 100 * self.long_words / self.words if self.words else 0.0

    @property
    def longest_words(self) -> int:
        """How many words the longest sentence has."""
        return len(words(self.longest))


def words(text: str) -> list[str]:
    """The words of a text; a number is a word, a word with a hyphen is one."""
    return WORD.findall(text)


def sentences(text: str) -> list[str]:
    """The sentences of a text, without those that hold no word."""
    return [part.strip() for part in END.split(text) if words(part)]


def read(paragraphs: Iterable[str]) -> Reading:
    """Running text measured; a paragraph always ends a sentence."""
    said = [sentence for paragraph in paragraphs for sentence in sentences(paragraph)]
    every = [word for sentence in said for word in words(sentence)]
    return Reading(
        words=len(every),
        sentences=max(1, len(said)),
        long_words=sum(len(word) > LONG_WORD for word in every),
        longest=max(said, key=lambda sentence: len(words(sentence)), default=""),
    )


def office_words(text: str, forbidden: Mapping[str, str]) -> list[str]:
    """The forbidden words that stand in a text; one that ends in a star is the beginning of a word."""
    found = []
    for word in forbidden:
        end = r"\w*" if word.endswith("*") else ""
        if re.search(rf"(?<!\w){re.escape(word.removesuffix('*'))}{end}(?!\w)", text, re.IGNORECASE):
            found.append(word)
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure files, or what comes in."""
    parser = argparse.ArgumentParser(prog="tools.readability", description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    files = parser.parse_args(arguments).files
    for name, text in [(str(path), path.read_text(encoding="utf-8")) for path in files] or [("-", sys.stdin.read())]:
        one = read(text.split("\n\n"))
        print(f"{name}: {one.words} words, LIX {one.lix:.0f}, longest sentence {one.longest_words}: {one.longest}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
