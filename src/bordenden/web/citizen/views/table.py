"""Mit bord: who she is here, the one thing for today, whom to call, and the way to everything else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from bordenden.access import acts
from bordenden.assessments import queries as assessments
from bordenden.exchange.queries import unread_by_her
from bordenden.pathways import queries as pathways
from bordenden.plans import queries as plans
from bordenden.web.parts.help import leader_to_turn_to
from bordenden.web.parts.said_when import until_day
from bordenden.web.parts.talks import next_talk
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.pathways.models import Table
    from bordenden.plans.models import Plan


@dataclass(frozen=True, slots=True)
class OneThing:
    """The one card: what it is, a line on it, the words on its button and where that leads; `begins` sends a form."""

    title: str
    text: str
    button: str
    url: str
    begins: bool = False


@opens(acts.TABLE_READ)
def table(visit: Visit[Table], pk: UUID) -> HttpResponse:
    """The citizen's first page."""
    hers = visit.reach(pk)
    plan, has_goal = plans.begun_plan(table=hers)
    beside = pathways.beside_her(thing=hers, at=visit.at)
    answers = beside.answers
    context = {
        "table": hers,
        "plan": plan,
        "name": visit.viewer.person.given_name,
        "one_thing": one_thing(hers, plan, has_goal=has_goal),
        "coordinator": beside.coordinator,
        "answers": answers,
        "next_talk": next_talk(hers, name="", seen=visit.at, url=reverse("talk", args=[hers.pk])),
        "unread": unread_by_her(table=hers),
        "away_until": until_day(beside.until) if beside.until else "",
        "leader": None if answers and answers.can_be_called else leader_to_turn_to(hers, beside, visit.at),
    }
    return visit.show("citizen/table.html", context)


def one_thing(table: Table, plan: Plan | None, *, has_goal: bool) -> OneThing:
    """The first that holds: a yes asked for, a round begun, no goal yet, an open small step; else a new round."""
    begin = reverse("sheet_start", args=[table.pk])
    penned, begun = assessments.in_hand(table=table)
    if penned is not None and penned.pen is not None:
        title = _("%(name)s skrev for dig. Er det rigtigt?") % {"name": penned.pen.given_name}
        return OneThing(title, _("Læs dine svar."), _("Læs og sig til"), reverse("sheet_confirm", args=[penned.pk]))
    if begun is not None:
        text = _("Du er i gang. Vi har gemt det, du har svaret.")
        return OneThing(_("Svar videre på Min vurdering"), text, _("Gå videre"), begin, begins=True)
    if plan is not None and not has_goal:
        text = _("Hvad vil du gerne? Skriv det med dine egne ord.")
        return OneThing(_("Skriv dit mål"), text, _("Skriv mit mål"), reverse("goal_new", args=[plan.pk]))
    step = plans.steps(plan=plan).first() if plan is not None else None
    if step is not None and step.done_at is None:
        text = _("Det er dit næste lille skridt.")
        return OneThing(step.words, text, _("Se mit skridt"), reverse("step", args=[step.pk]))
    text = _("Du må springe over, og du kan stoppe når som helst.")
    return OneThing(_("Sig, hvordan du har det nu"), text, _("Begynd"), begin, begins=True)
