"""Danish order and searching: keys computed here, because neither database orders æøå as Danes do."""

import unicodedata

# A digit follows every z, also its own: "zo" would else come after "z1". Digits, so that a search for "b" finds no æ.
_FROM_Z_ON = {"z": "z0", "æ": "z1", "ä": "z1", "ø": "z2", "ö": "z2", "å": "z3"}


def sort_key(text: str) -> str:
    """A key whose byte order is Danish alphabetical order (æ ø å last, aa as å, accents ignored)."""
    lowered = " ".join(text.casefold().split()).replace("aa", "å")
    return "".join(_FROM_Z_ON.get(letter) or _bare(letter) for letter in lowered)


def search_key(text: str) -> str:
    """A key for searching: case, accents, spaces and what cannot be seen do not matter; aa finds å."""
    return "".join(letter for letter in sort_key(text) if letter.isprintable() and not letter.isspace())


def reference_key(text: str) -> str:
    """A key for case numbers: as `search_key`, and hyphens, dots and strokes do not matter ("F-12" is "f 12")."""
    return "".join(letter for letter in search_key(text) if letter.isalnum())


def _bare(letter: str) -> str:
    if letter.isascii():
        return letter
    return "".join(c for c in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(c))
