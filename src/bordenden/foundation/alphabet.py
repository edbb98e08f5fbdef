"""Danish order and searching: keys computed here, because neither database orders æøå as Danes do."""

import unicodedata

_AFTER_Z = {"æ": "z1", "ä": "z1", "ø": "z2", "ö": "z2", "å": "z3"}


def sort_key(text: str) -> str:
    """A key whose byte order is Danish alphabetical order (æ ø å last, aa as å, accents ignored)."""
    lowered = text.casefold().strip().replace("aa", "å")
    return "".join(_AFTER_Z.get(letter) or _bare(letter) for letter in lowered)


def search_key(text: str) -> str:
    """A key for searching: case, accents and spaces do not matter; aa finds å."""
    return "".join(sort_key(text).split())


def _bare(letter: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(c))
