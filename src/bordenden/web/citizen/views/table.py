"""Mit bord: who she is here, the one thing for today, whom to call, and the way to everything else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models.expressions import Combinable
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from bordenden.access import acts
from bordenden.assessments import queries as assessments
from bordenden.exchange.queries import unread_by_her
from bordenden.followup.queries import after_course, over_column
from bordenden.intake.queries import joining_column
from bordenden.mentors import queries as mentors
from bordenden.moves import queries as moves
from bordenden.pathways import queries as pathways
from bordenden.plans import queries as plans
from bordenden.web.citizen.asked import answered_at, of_her_mentor, of_her_move
from bordenden.web.citizen.ended_words import ended_words
from bordenden.web.parts.chosen import answer_words
from bordenden.web.parts.help import leader_to_turn_to
from bordenden.web.parts.left_open import left_words
from bordenden.web.parts.plan_glance import glance
from bordenden.web.parts.plan_waiting import waiting_parts
from bordenden.web.parts.said_when import until_day
from bordenden.web.parts.talks import next_talk
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from datetime import datetime

    from bordenden.pathways.models import Table
    from bordenden.plans.models import Plan
    from bordenden.plans.queries import Today


@dataclass(frozen=True, slots=True)
class OneThing:
    """The one card: what it is, a line on it, the words on its button and where that leads; `begins` sends a form."""

    title: str
    text: str
    button: str
    url: str
    begins: bool = False


@dataclass(frozen=True, slots=True)
class Way:
    """Something of her plan, by its words, and where it stands."""

    words: str
    url: str


def asked_columns(*, at: datetime) -> dict[str, Combinable]:
    """What other rooms ask her on this page, in one question with her plan."""
    return {**mentors.asked_columns(at=at), **joining_column(), **moves.asked_columns()}


@opens(acts.TABLE_READ)
def table(visit: Visit[Table], pk: UUID) -> HttpResponse:
    """The citizen's first page."""
    hers = visit.reach(pk)
    today = plans.plan_today(table=hers, at=visit.at, also=asked_columns)
    plan = today.plan
    asked = today.also if plan else _without_plan(hers, visit.at)
    of_mentor, of_move = mentors.asked_in(row=asked), moves.asked_in(row=today.also)
    beside = pathways.beside_her(thing=hers, at=visit.at)
    answers = beside.answers
    context = {
        "table": hers,
        "plan": plan,
        "glance": glance(today),
        **_ended(hers, plan, visit.at, maybe=plan is not None or asked["over"]),
        "name": visit.viewer.person.given_name,
        "asked": (*of_her_move(of_move), *(asked_of_her(plan) if plan else ()), *of_her_mentor(hers, of_mentor)),
        "came_along": of_move.came_along,
        "one_thing": to_join(asked["joining"]) or place_to_answer(today) or one_thing(hers, today),
        "joining": asked["joining"],
        "looked_back": today.looked_back,
        "follow_up": _follow_up(today),
        "coordinator": beside.coordinator,
        "answers": answers,
        "supervisor": beside.supervisor,
        "next_talk": next_talk(hers, name="", seen=visit.at, url=reverse("talk", args=[hers.pk])),
        "unread": today.unread if plan else unread_by_her(table=hers),
        "away_until": until_day(beside.until) if beside.until else "",
        "leader": None if answers and answers.can_be_called else leader_to_turn_to(hers, beside, visit.at),
    }
    return visit.show("citizen/table.html", context)


def _without_plan(table: Table, at: datetime) -> Mapping[str, Any]:
    """The same where she has none yet, and whether a course has ended."""
    return mentors.asked_of_table(table=table, at=at, also={**joining_column(table="pk"), **over_column(table="pk")})


def _ended(table: Table, plan: Plan | None, at: datetime, *, maybe: bool) -> dict[str, object]:
    """How her course ended, what is open on the plan, and whether she may say how it goes; only once it is over."""
    if not maybe or (plan is not None and plan.ended_at is None):
        return {"ended": None, "left": "", "asked_now": None}
    after = after_course(table=table, at=at)
    if after is None:
        return {"ended": None, "left": left_words(plans.left_open(table=table)) if plan else "", "asked_now": None}
    return {"ended": ended_words(after.ended), "left": left_words(after.left), "asked_now": after.asked}


def to_join(referral: UUID | None) -> OneThing | None:
    """Somebody asks whether she will take part: nothing else matters before she has said yes or no."""
    if referral is None:
        return None
    text = _("Læs, hvad det er. Du bestemmer, og det haster ikke.")
    return OneThing(_("Vil du være med?"), text, _("Læs og svar"), reverse("joining", args=[referral]))


def place_to_answer(today: Today) -> OneThing | None:
    """A place that is offered has a deadline: it goes before everything else."""
    if today.place is None:
        return None
    words = answer_words(today.answer_by) if today.answer_by else ""
    return OneThing(today.place.words, words, _("Svar ja eller nej"), reverse("place_answer", args=[today.place.pk]))


def asked_of_her(plan: Plan) -> tuple[tuple[str, str], ...]:
    """What waits for her yes on her plan, the first of each kind: its words, and where she answers."""
    rows = plans.waiting_for_her(plan=plan)
    first = [next((row for row in rows if row.penned == penned), None) for penned in (True, False)]
    parts = waiting_parts([row for row in first if row is not None], answered_at)
    return tuple((part.title if part.what else f"{part.title}: {part.words}", part.url) for part in parts)


def _follow_up(today: Today) -> Way | None:
    """One calm line where something has begun, or the day of a step has come: she may answer, or not."""
    found = today.follow_up
    if found is None or today.plan is None:
        return None
    url = reverse("step", args=[found.thing]) if found.is_step else reverse("plan", args=[today.plan.pk])
    return Way(found.words, url)


def one_thing(table: Table, today: Today) -> OneThing:
    """The first that holds: a yes asked for, a round begun, no goal yet, an open small step; else a new round."""
    begin = reverse("sheet_start", args=[table.pk])
    penned, begun = assessments.in_hand(table=table)
    if penned is not None and penned.pen is not None:
        title = _("%(name)s skrev dine svar ned. Er det rigtigt?") % {"name": penned.pen.given_name}
        return OneThing(title, _("Læs dine svar."), _("Læs og sig til"), reverse("sheet_confirm", args=[penned.pk]))
    if begun is not None:
        text = _("Du er i gang. Vi har gemt det, du har svaret.")
        return OneThing(_("Svar videre på Min vurdering"), text, _("Gå videre"), begin, begins=True)
    if today.plan is not None and not today.has_goal:
        text = _("Hvad vil du gerne? Skriv det med dine egne ord.")
        return OneThing(_("Skriv dit mål"), text, _("Skriv mit mål"), reverse("goal_new", args=[today.plan.pk]))
    if (step := today.next_step) is not None:
        text = _("Det er dit næste lille skridt.")
        return OneThing(step.words, text, _("Se mit skridt"), reverse("step", args=[step.pk]))
    text = _("Du må springe over, og du kan stoppe når som helst.")
    return OneThing(_("Sig, hvordan du har det nu"), text, _("Begynd"), begin, begins=True)
