"""What waits for her yes: what others propose, and what her caseworker wrote down while she spoke."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bordenden.plans.words import DecisionAbout, PennedAs, StatementKind
from bordenden.web.parts.said_when import day

if TYPE_CHECKING:
    from bordenden.plans.models import Penned, Proposal
    from bordenden.plans.queries import Waits

_PROPOSES: dict[str, Promise] = {
    DecisionAbout.GOAL: gettext_lazy("%(name)s foreslår et mål"),
    DecisionAbout.STEP: gettext_lazy("%(name)s foreslår et lille skridt"),
    DecisionAbout.OFFER: gettext_lazy("%(name)s foreslår en mulighed"),
}


@dataclass(frozen=True, slots=True)
class WaitingPart:
    """Something that waits for her: who did what, its words, when, and the page about it.

    `what` says as what it was written for her; "" where it is a proposal.
    """

    title: str
    words: str
    when: str
    what: str = ""
    url: str = ""


def proposal_part(row: Proposal) -> WaitingPart:
    """A proposal as words."""
    return WaitingPart(_proposes(row.about, row.proposed_by.given_name), row.words, day(row.proposed_at))


def penned_part(row: Penned) -> WaitingPart:
    """What was written for her, as words."""
    return WaitingPart(
        _wrote(row.pen.given_name, row.penned_at), row.words, day(row.penned_at), _as_what(row.what, row.kind)
    )


def waiting_parts(rows: Iterable[Waits], link: Callable[[Waits], str]) -> tuple[WaitingPart, ...]:
    """Everything that waits, each with its page where `link` knows one."""
    return tuple(_part(row, link(row)) for row in rows)


def _part(row: Waits, url: str) -> WaitingPart:
    if row.penned:
        return WaitingPart(_wrote(row.who, row.at), row.words, day(row.at), _as_what(row.what, row.kind), url)
    return WaitingPart(_proposes(row.what, row.who), row.words, day(row.at), "", url)


def _proposes(about: str, name: str) -> str:
    return str(_PROPOSES.get(about, gettext_lazy("%(name)s foreslår")) % {"name": name})


def _wrote(name: str, at: datetime) -> str:
    return _("%(name)s skrev for dig den %(day)s. Er det rigtigt?") % {"name": name, "day": day(at)}


def _as_what(what: str, kind: str) -> str:
    return str(StatementKind(kind).label if kind else PennedAs(what).label)
