"""Who waits for an answer from the caseworker: the open requests for help of all his own citizens, promised first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bordenden.access import acts, gate
from bordenden.contactlog.queries import waiting
from bordenden.web.parts.help import HelpPart, help_part

if TYPE_CHECKING:
    from bordenden.web.threshold.visit import Visit

SHOWN = 10


def waiting_help(visit: Visit[Any]) -> list[HelpPart]:
    """The first ten, each noted as looked at in a list. One query."""
    rows = waiting(requests=gate.reachable(visit.viewer, acts.HELP_ANSWER, at=visit.at))[:SHOWN]
    return [help_part(row, seen=visit.at) for row in rows]
