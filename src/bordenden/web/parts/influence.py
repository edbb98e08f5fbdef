"""Who proposed and who decided, as both doors show it; and what share of it was hers.

`name` is her given name at the caseworker's door and "" where she reads herself.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bordenden.plans import queries
from bordenden.plans.words import DecisionAbout, StepOwner
from bordenden.web.design.parts import Fact, Pager
from bordenden.web.parts.paging import cut
from bordenden.web.parts.said_when import day

if TYPE_CHECKING:
    from uuid import UUID

    from bordenden.plans.models import Decision, Plan
    from bordenden.plans.queries import Shares

A_PAGE = 10
# Whether the same person had the idea and decided, and the sentence; she says yes, others decide.
_HERS = {
    True: gettext_lazy("%(decider)s fik idéen og sagde ja den %(day)s."),
    False: gettext_lazy("%(proposer)s fik idéen. %(decider)s sagde ja den %(day)s."),
}
_OTHERS = {
    True: gettext_lazy("%(decider)s fik idéen og bestemte det den %(day)s."),
    False: gettext_lazy("%(proposer)s fik idéen. %(decider)s bestemte det den %(day)s."),
}

# What is said to her as "du" is said otherwise to those beside her.
_TO_OTHERS = {
    DecisionAbout.OFFER: gettext_lazy("Hvad %(name)s er med i"),
    DecisionAbout.MENTOR: gettext_lazy("Mentor"),
}


@dataclass(frozen=True, slots=True)
class DecisionPart:
    """One decision: what it was about, who proposed and decided when, and her words that it builds on."""

    about: str
    thing: str
    who: str
    builds_on: str


@dataclass(frozen=True, slots=True)
class InfluencePart:
    """One page of decisions, and the shares in words."""

    decisions: tuple[DecisionPart, ...]
    facts: tuple[Fact, ...]
    pager: Pager


def influence_part(plan: Plan, *, name: str, side: str | None) -> InfluencePart:
    """Five queries, however many decisions there are."""
    page = cut(queries.decisions_of(plan=plan), side, size=A_PAGE)
    named = queries.named_things(decisions=list(page.rows))
    decisions = tuple(_decision(row, named, name) for row in page.rows)
    return InfluencePart(decisions, tuple(_facts(queries.shares_of(plan=plan), name)), page.pager)


def _decision(row: Decision, named: dict[UUID, str], name: str) -> DecisionPart:
    proposer = _you(row.proposed_by.given_name, row.proposed_side, name)
    decider = _you(row.decided_by.given_name, row.decided_side, name)
    said = {"proposer": proposer, "decider": decider, "day": day(row.decided_at)}
    alike = row.proposed_by_id == row.decided_by_id
    words = _HERS if row.decided_side == StepOwner.CITIZEN else _OTHERS
    about = DecisionAbout(row.about)
    title = _TO_OTHERS[about] % {"name": name} if name and about in _TO_OTHERS else str(about.label)
    return DecisionPart(title, named.get(row.thing, ""), words[alike] % said, row.statement.words)


def _you(given_name: str, side: str, name: str) -> str:
    return _("Du") if not name and side == StepOwner.CITIZEN else given_name


def _facts(shares: Shares, name: str) -> list[Fact]:
    """Numbers she can count after; never a percentage of three."""
    told = (
        (_("Mål, du selv fandt på"), _("Mål, %(name)s selv fandt på"), shares.own_goals, shares.goals),
        (_("Bestemt af dig"), _("Bestemt af %(name)s"), shares.her_decisions, shares.decisions),
        (_("Foreslået af dig"), _("Foreslået af %(name)s"), shares.her_proposals, shares.decisions),
        (_("Skridt, du selv tager"), _("Skridt, %(name)s selv tager"), shares.her_steps, shares.steps),
        (
            _("Af dem har du taget"),
            _("Egne skridt, %(name)s har taget"),
            shares.done_by_her,
            shares.her_steps,
        ),
        (_("Skridt, der er taget i alt"), _("Skridt, der er taget i alt"), shares.done, shares.steps),
    )
    return [Fact((about if name else hers) % {"name": name}, _of(*numbers)) for hers, about, *numbers in told]


def _of(part: int, whole: int) -> str:
    return _("%(part)d af %(whole)d") % {"part": part, "whole": whole}
