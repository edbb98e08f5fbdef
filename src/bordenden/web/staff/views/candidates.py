"""Mulige deltagere: who might join a project, and whether each may, as they are asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.timezone import localdate

from bordenden.access import acts
from bordenden.intake.queries import candidates_of, may_join, named_like, periods_of, rules_for
from bordenden.web.design.parts import Pager
from bordenden.web.design.ways import way_to
from bordenden.web.parts.eligibility import Answer, Said, said
from bordenden.web.parts.paging import cut_found, page_number, pager_of
from bordenden.web.staff.candidate_forms import CandidatesForm
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import PAGE, Visit

if TYPE_CHECKING:
    from bordenden.intake.models import Candidate
    from bordenden.programmes.models import Project

SEE_OTHER = 303
TAGS = {Answer.YES: " tag-done", Answer.NOT_YET: "", Answer.NO: "", Answer.ASK: ""}


@dataclass(frozen=True, slots=True)
class CandidateLine:
    """One of the list, as words."""

    name: str
    number: str
    url: str
    tag: str
    answer: str
    because: str


@dataclass(frozen=True, slots=True)
class Found:
    """The candidates of one page with their answers, how many there are in all, and the way to the next."""

    rows: tuple[tuple[Candidate, Said], ...]
    number: int
    pager: Pager
    side: int


@opens(acts.CANDIDATES_READ)
def candidates(visit: Visit[Project], project: UUID) -> HttpResponse:
    """The list; a search is sent in the body: a name never stands in an address, the answer may."""
    asked = CandidatesForm.of(visit.request)
    with visit.reading():
        reached = visit.reach(project, "programme")
        if visit.posted is not None and not asked.search_text:
            return _to_list(reached, asked)
        found = _found(visit, reached, asked)
        visit.named(candidate for candidate, _said in found.rows)
        way = way_to("candidate")
        context = {
            "project": reached,
            "asked": asked,
            "lines": [_line(candidate, told, way(candidate.pk)) for candidate, told in found.rows],
            "found": found.number,
            "filtered": bool(asked.search_text or asked.answer),
            "pager": found.pager,
            "side": found.side,
            "may_register": visit.may(acts.CANDIDATE_REGISTER, reached),
            "may_take_list": visit.may(acts.CANDIDATE_LIST_TAKE, reached),
            "may_import": visit.may(acts.BENEFITS_IMPORT, reached),
        }
        return visit.show("staff/candidates.html", context)


def _to_list(project: Project, asked: CandidatesForm) -> HttpResponse:
    part = f"?{asked.address_part}" if asked.address_part else ""
    return HttpResponseRedirect(reverse("candidates", args=[project.pk]) + part, status=SEE_OTHER)


def _found(visit: Visit[Project], project: Project, asked: CandidatesForm) -> Found:
    """A page of them in SQL. An answer is reckoned, not stored: asked for one, all who are open are reckoned."""
    rows = named_like(candidates=candidates_of(project=project), search=asked.search_text)
    side = (visit.request.GET if visit.posted is None else visit.posted).get("side")
    if asked.answer is None:
        page = Paginator(rows, PAGE).get_page(page_number(side or ""))
        return Found(tuple(_answered(visit, project, list(page))), page.paginator.count, pager_of(page), page.number)
    kept = [row for row in _answered(visit, project, list(rows)) if row[1].answer == asked.answer]
    part = cut_found(kept, side)
    return Found(part.rows, len(kept), _with_filter(part.pager, asked), part.number)


def _with_filter(pager: Pager, asked: CandidatesForm) -> Pager:
    also = f"&{asked.address_part}"
    before, after = (f"{url}{also}" if url else "" for url in (pager.previous_url, pager.next_url))
    return replace(pager, previous_url=before, next_url=after)


def _answered(visit: Visit[Project], project: Project, rows: Sequence[Candidate]) -> list[tuple[Candidate, Said]]:
    rules, on = rules_for(project=project), localdate(visit.at)
    periods = periods_of(people=[row.person for row in rows])
    verdicts = (may_join(candidate=row, periods=periods.get(row.person_id, []), rules=rules, on=on) for row in rows)
    return [(row, said(verdict, rules)) for row, verdict in zip(rows, verdicts, strict=True)]


def _line(candidate: Candidate, told: Said, url: str) -> CandidateLine:
    return CandidateLine(candidate.person.name, candidate.list_number, url, TAGS[told.answer], told.short, told.line)
