"""Det har jeg valgt: one thing, where it stands, what she can do with it, her pace, and what has happened."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible, Stale
from bordenden.offers import queries as offers
from bordenden.offers.words import WaitingState
from bordenden.plans import actions, queries
from bordenden.plans.words import COMES_FROM, ENDED, OVER, ChosenStatus
from bordenden.web.citizen.chosen_doing import DOES
from bordenden.web.citizen.chosen_forms import TempoForm
from bordenden.web.design.parts import Fact, StaleText
from bordenden.web.parts.chosen import chosen_part, facts_of, history, how_long, number_words
from bordenden.web.parts.paging import cut
from bordenden.web.parts.said_when import day
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.plans.models import Chosen

BESIDE = ("offer", "waiting", "decided_by", "plan")


@opens(acts.CHOSEN_STEER)
def chosen(visit: Visit[Chosen], pk: UUID) -> HttpResponse:
    """A button does one thing and leads back here; a pace that was changed elsewhere is shown beside hers."""
    form = TempoForm(visit.posted if visit.request.POST.get("do") == "tempo" else None)
    problem = ""
    stale: tuple[StaleText, ...] = ()
    if visit.posted is not None:
        try:
            if _done(visit, pk, form):
                return visit.go("chosen", pk)
        except Stale as refusal:
            stale = (StaleText(str(form["tempo"].label), form.cleaned_data["tempo"].label, refusal.saved),)
            problem = str(refusal)
        except NotPossible as refusal:
            problem = str(refusal)
    with visit.reading():
        row = visit.reach(pk, *BESIDE)
        if stale or not form.is_bound:
            form = TempoForm(initial={"tempo": row.tempo, "seen": row.tempo})
        answer = visit.show("citizen/chosen.html", {**_context(visit, row), "stale": stale, "problem": problem}, form)
        if problem:
            answer.status_code = 422
        return answer


def _done(visit: Visit[Chosen], pk: UUID, form: TempoForm) -> bool:
    """Do what the button says; an unknown one does nothing. False where the form itself is not filled in."""
    do, by = visit.request.POST.get("do", ""), visit.viewer.person
    if do == "tempo" and not form.is_valid():
        return False
    with visit.writing(pk) as held:
        if do == "tempo":
            actions.set_tempo(chosen=held, by=by, at=visit.at, **form.cleaned_data)
        elif do in DOES:
            DOES[do](chosen=held, by=by, at=visit.at)
    return True


def _context(visit: Visit[Chosen], row: Chosen) -> dict[str, object]:
    page = cut(queries.marks_of(chosen=row), visit.request.GET.get("side"))
    letter = queries.newest_ruling(chosen=row) if row.formal else None
    return {
        "row": row,
        "part": chosen_part(row),
        "facts": [Fact(term, value) for term, value in facts_of(row.offer)],
        "answer": _answer(row),
        "letter": reverse("ruling", args=[letter.pk]) if letter else "",
        "line": _line(visit, row),
        "may": _may(row),
        "over": row.status in OVER and row.started_on is not None,
        "outcome": row.get_outcome_display() if row.outcome else "",
        "ended": row.status in ENDED,
        "history": history(list(page.rows)),
        "pager": page.pager,
    }


def _answer(row: Chosen) -> dict[str, str]:
    if row.decided_by is None or row.decided_at is None:
        return {}
    return {"who": row.decided_by.name, "when": day(row.decided_at), "why": row.decided_why}


def _line(visit: Visit[Chosen], row: Chosen) -> dict[str, str]:
    """Where she stands in line, and about how long; nothing where she does not wait."""
    if row.waiting is None or row.offer is None or row.waiting.state != WaitingState.WAITING:
        return {}
    number = offers.position(waiting=row.waiting)
    pace = offers.pace_of(offer=row.offer, at=visit.at)
    before = row.waiting.priority_why if row.waiting.priority else ""
    return {"number": number_words(number), "about": how_long(pace, number), "before": before}


def _may(row: Chosen) -> dict[str, bool]:
    """Which buttons make sense now. The actions say so once more."""
    status = ChosenStatus(row.status)
    to_answer = row.waiting is not None and row.waiting.state == WaitingState.OFFERED
    has_place = row.waiting is not None and row.waiting.state == WaitingState.TAKEN
    needs_place = row.offer is not None and row.offer.capacity is not None
    there = row.offer is not None and row.offer.withdrawn_at is None
    return {
        "ask": status in COMES_FROM[ChosenStatus.REQUESTED],
        "join": there and status in COMES_FROM[ChosenStatus.WAITING],
        "leave": status == ChosenStatus.WAITING,
        "answer": status == ChosenStatus.OFFERED and to_answer,
        "begin": status in COMES_FROM[ChosenStatus.STARTED] and (has_place or not needs_place),
        "complete": status == ChosenStatus.STARTED,
        "stop": status in COMES_FROM[ChosenStatus.STOPPED] and status != ChosenStatus.WISH,
        "drop": status == ChosenStatus.WISH,
    }
