"""Mit mål: her words, what it is about, whether it is reached; every earlier wording and what happened is kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.pathways.queries import course
from bordenden.plans import actions, queries
from bordenden.plans.words import GoalKind
from bordenden.web.citizen.goal_forms import RewordForm
from bordenden.web.design.parts import Event, StaleText
from bordenden.web.parts.paging import cut
from bordenden.web.parts.reader import reader_of
from bordenden.web.parts.said_when import day
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.plans.models import Goal, Wording

MARKS, CHECKS = 10, 5
DEEDS: dict[str, tuple[Callable[..., object], str, bool]] = {
    "reached": (actions.reach_goal, "reached", True),
    "not_reached": (actions.reach_goal, "reached", False),
    "let_go": (actions.let_go_of_goal, "let_go", True),
    "taken_up": (actions.let_go_of_goal, "let_go", False),
}


@opens(acts.GOAL_REWORD)
def goal(visit: Visit[Goal], pk: UUID) -> HttpResponse:
    """One goal: its words and their history, and a button for what has happened to it."""
    deed = DEEDS.get(visit.posted.get("do", "")) if visit.posted is not None else None
    if deed is not None:
        do, name, value = deed
        with visit.writing(pk) as held:
            do(goal=held, by=visit.viewer.person, at=visit.at, **{name: value})
        return visit.go("goal", pk)
    with visit.reading():
        reached = visit.reach(pk, "table")
        newest = course(table=reached.table)
    form = RewordForm(visit.posted, track=newest.track if newest else "")
    stale: tuple[StaleText, ...] = ()
    if form.is_valid():
        try:
            with visit.writing(pk) as held:
                _save(visit, held, form)
            return visit.go("plan", held.plan_id)
        except NotPossible as refusal:
            stale = form.refuse(refusal)
    with visit.reading():
        form.initial = {name: getattr(reached, name) for name in ("words", "version", "kind", "horizon", "area")}
        return visit.show("citizen/goal.html", {"stale": stale, **_context(visit, reached)}, form)


def _save(visit: Visit[Goal], held: Goal, form: RewordForm) -> None:
    sent, by, at = form.cleaned_data, visit.viewer.person, visit.at
    saved = actions.reword_goal(goal=held, words=sent["words"], version=sent["version"], by=by, at=at)
    actions.tag_goal(goal=saved, tags=form.tags, by=by, at=at)


def _context(visit: Visit[Goal], reached: Goal) -> dict[str, object]:
    page = cut(queries.wordings(goal=reached), visit.request.GET.get("side"))
    return {
        "goal": reached,
        "skill": reached.kind == GoalKind.SKILL,
        "history": [_wording(row) for row in page.rows],
        "pager": page.pager,
        "marks": [
            Event(day(row.marked_at), row.get_change_display()) for row in queries.goal_marks(goal=reached)[:MARKS]
        ],
        "checks": [
            Event(day(row.checked_at), _("%(sure)d af 10") % {"sure": row.sure}, row.takes)
            for row in queries.checks(goal=reached)[:CHECKS]
        ],
        "plan": reached.plan_id,
        "reader": reader_of(reached, visit.at),
    }


def _wording(row: Wording) -> Event:
    when = day(row.written_at)
    if row.pen is not None:
        when = _("%(day)s · %(name)s holdt pennen") % {"day": when, "name": row.pen.given_name}
    return Event(when, row.words)
