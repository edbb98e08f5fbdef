"""How private each field is; the scrubbed copy, the own-data export, retention and the extract read it."""

from collections.abc import Iterator
from dataclasses import dataclass

SETS = ("plain", "statistical", "identifying", "sensitive")


@dataclass(frozen=True, slots=True)
class Privacy:
    """Each concrete field of a model, named in exactly one set.

    plain: workings of the house, tells nothing about a person by itself (ids, links, order).
    statistical: may be read by the statistical extract (codes, dates, scores; never text).
    identifying: tells who it is (names, numbers, telephones).
    sensitive: her own words and everything else that may hurt when it leaks.
    """

    plain: tuple[str, ...] = ()
    statistical: tuple[str, ...] = ()
    identifying: tuple[str, ...] = ()
    sensitive: tuple[str, ...] = ()

    def named(self) -> Iterator[tuple[str, str]]:
        """Pairs of set and field name, in the order they were declared."""
        for name in SETS:
            for field in getattr(self, name):
                yield name, field
