"""Unfinished texts as they are offered above an empty form: from when, how they begin, where to go on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from django.utils.text import Truncator

from bordenden.web.parts.moments import moment

if TYPE_CHECKING:
    from bordenden.drafts.queries import Kept

BEGINS = 80


@dataclass(frozen=True, slots=True)
class DraftOffer:
    """One unfinished text. `key` names it to the address that throws it away."""

    when: str
    begins: str
    key: str
    url: str
    discard_url: str


class Drafted(Protocol):
    """What the threshold knows about a page's drafts."""

    @property
    def offers(self) -> tuple[Kept, ...]: ...
    @property
    def page(self) -> str: ...


def draft_offers(
    drafted: Drafted | None, *, texts: Sequence[str], draft_url: str, seen: datetime
) -> tuple[DraftOffer, ...]:
    """What is offered. `texts` names the fields that hold words, the best to know it again by first."""
    if drafted is None:
        return ()
    return tuple(
        DraftOffer(
            moment(kept.saved_at, seen=seen),
            _begins(kept, texts),
            str(kept.slot.thing),
            f"{drafted.page}?kladde={kept.slot.thing}",
            draft_url,
        )
        for kept in drafted.offers
    )


def _begins(kept: Kept, texts: Sequence[str]) -> str:
    words = (kept.fields.get(name, "") for name in texts)
    first = next((word for word in words if isinstance(word, str) and word.strip()), "")
    return Truncator(" ".join(first.split())).chars(BEGINS)
