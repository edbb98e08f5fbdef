"""Who acts when nobody does: the rounds go through the municipalities one by one, under an id of their own."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from bordenden.foundation.snapshot import writing
from bordenden.people.models import Municipality
from bordenden.people.queries import municipalities

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Machine:
    """The actor of a round."""

    pk: UUID


MACHINE: Final = Machine(UUID(int=1))


class SomeFailed(Exception):
    """The round went through every municipality, and failed in some; the kinds of the errors are its words."""


def in_each_municipality(does: Callable[[Municipality], int]) -> int:
    """Do it in one transaction a municipality, behind its wall; where it fails the others go on. Gives the sum.

    Raises SomeFailed at the end when any did.
    """
    return through_each(lambda place: _alone(does, place))


def through_each(does: Callable[[Municipality], int], *, only: frozenset[int] | None = None) -> int:
    """The same where what is done opens its own transactions; `only` where something waits."""
    done, failed = 0, set()
    for place in municipalities():
        if only is not None and place.pk not in only:
            continue
        try:
            done += does(place)
        except SomeFailed as some:
            failed.update(str(some).split())
        except Exception as error:
            log.exception("A round failed in municipality %s.", place.pk)
            failed.add(type(error).__name__)
    if failed:
        raise SomeFailed(" ".join(sorted(failed)))
    return done


def _alone(does: Callable[[Municipality], int], place: Municipality) -> int:
    with writing(place.pk, MACHINE.pk):
        return does(place)
