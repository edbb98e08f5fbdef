"""Names that may be one person's in two spellings: they sound alike, or one letter is wrong, missing or too many."""

import re
from collections import defaultdict
from typing import Generic, TypeVar

from bordenden.foundation.alphabet import search_key

T = TypeVar("T")
# As they sound in Danish names. A search key writes z, æ, ø and å with a digit: here each is one letter again.
_SOUNDS = (
    *(("z1", "æ"), ("z2", "ø"), ("z3", "å"), ("z0", "s"), ("ae", "æ"), ("oe", "ø")),
    *(("ch", "k"), ("ck", "k"), ("ph", "f"), ("th", "t"), ("c", "k"), ("q", "k"), ("w", "v"), ("x", "ks")),
)


def sound(name: str) -> str:
    """The same for Christian Wulff and Wulf Kristian: which word stands first does not matter."""
    words = sorted(map(_sound, name.split()))
    return "".join(words)


def _sound(word: str) -> str:
    key = search_key(word)
    for written, heard in _SOUNDS:
        key = key.replace(written, heard)
    return re.sub(r"(.)\1+", r"\1", key)


class Spellings(Generic[T]):
    """Things found again by a name that is spelled almost as theirs. A name costs a place for each of its letters."""

    def __init__(self) -> None:
        self._near: dict[str, list[tuple[str, T]]] = defaultdict(list)

    def add(self, name: str, thing: T) -> None:
        """The thing is called so."""
        heard = sound(name)
        for key in _a_letter_away(heard):
            self._near[key].append((heard, thing))

    def like(self, name: str) -> list[T]:
        """What is called so, or almost so, in the order it was added; a first letter is seldom the wrong one."""
        heard = sound(name)
        found = {
            id(thing): thing
            for key in sorted(_a_letter_away(heard))
            for other, thing in self._near.get(key, ())
            if other[:1] == heard[:1]
        }
        return list(found.values())


def _a_letter_away(heard: str) -> set[str]:
    return {heard, *(heard[:place] + heard[place + 1 :] for place in range(len(heard)))}
