"""One small step: she says when it is done, and may take that back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.plans import actions, queries
from bordenden.plans.words import StepOwner
from bordenden.web.citizen.plan_forms import MarkForm
from bordenden.web.design.parts import Event
from bordenden.web.parts.paging import cut
from bordenden.web.parts.plan import around_step
from bordenden.web.parts.reader import reader_of
from bordenden.web.parts.said_when import day
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.plans.models import SmallStep, StepMark


DEEDS: dict[str, tuple[Callable[..., object], str, bool]] = {
    "help": (actions.want_help, "wanted", True),
    "no_help": (actions.want_help, "wanted", False),
    "let_go": (actions.let_go_of_step, "let_go", True),
    "take_up": (actions.let_go_of_step, "let_go", False),
}


@opens(acts.STEP_MARK)
def step(visit: Visit[SmallStep], pk: UUID) -> HttpResponse:
    """The step, its mark, and the history of its marks; a button asks for help, another lets it go."""
    deed = DEEDS.get(visit.posted.get("do", "")) if visit.posted is not None else None
    form = MarkForm(visit.posted if deed is None else None)
    if deed is not None:
        do, name, value = deed
        try:
            with visit.writing(pk) as held:
                do(step=held, by=visit.viewer.person, at=visit.at, **{name: value})
            return visit.go("step", pk)
        except NotPossible as refusal:
            form = MarkForm({"done": "1"})
            form.add_error(None, str(refusal))
            return _shown(visit, pk, form)
    if form.is_valid():
        with visit.writing(pk) as held:
            actions.mark_step(step=held, by=visit.viewer.person, at=visit.at, **form.cleaned_data)
        return visit.go("plan", held.plan_id)
    return _shown(visit, pk, form)


def _shown(visit: Visit[SmallStep], pk: UUID, form: MarkForm) -> HttpResponse:
    with visit.reading():
        reached = visit.reach(pk, "goal", "barrier")
        page = cut(queries.marks(step=reached), visit.request.GET.get("side"))
        context = {
            "words": reached.words,
            "around": _around(reached),
            "open": reached.done_at is None and reached.let_go_at is None,
            "let_go": reached.let_go_at is not None,
            "wants_help": reached.help_wanted_at is not None,
            "done_on": day(reached.done_at) if reached.done_at else "",
            "reflection": reached.reflection,
            "history": [_event(mark) for mark in page.rows],
            "pager": page.pager,
            "plan": reached.plan_id,
            "reader": reader_of(reached, visit.at),
        }
        return visit.show("citizen/step.html", context, form)


def _around(step: SmallStep) -> list[str]:
    """What stands around the step, a line each."""
    lines = [
        _("Mål: %(goal)s") % {"goal": step.goal.words} if step.goal else "",
        _("Det skal gøre dette lettere: %(hard)s") % {"hard": queries.hard_thing(barrier=step.barrier).words}
        if step.barrier
        else "",
        "" if step.owner == StepOwner.CITIZEN else _("Hvem: %(who)s") % {"who": step.get_owner_display()},
        *around_step(step),
    ]
    return [line for line in lines if line]


def _event(mark: StepMark) -> Event:
    return Event(day(mark.marked_at), _("Gjort") if mark.done else _("Taget tilbage"), mark.reflection)
