"""Ret det, der afgør det: her target group, and whether she has a vocational education."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.utils.timezone import localdate

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible, Stale
from bordenden.intake import actions
from bordenden.intake.queries import group_labels, rules_for
from bordenden.web.design.parts import StaleText
from bordenden.web.staff.candidate_forms import EDUCATION_WORDS, CandidateChangeForm, education_key
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.intake.models import Candidate


@opens(acts.CANDIDATE_CHANGE)
def candidate_change(visit: Visit[Candidate], candidate: UUID) -> HttpResponse:
    """The form as it stands now; where another changed it in between both are shown."""
    with visit.reading():
        reached = visit.reach(candidate, "person", "project__programme")
    groups = group_labels(rules=rules_for(project=reached.project), on=localdate(visit.at))
    if reached.target_group:
        groups.setdefault(reached.target_group, reached.target_group)
    form = CandidateChangeForm(visit.posted, groups, _as_it_stands(reached))
    stale: tuple[StaleText, ...] = ()
    if form.is_valid():
        try:
            with visit.writing(candidate) as held:
                actions.change(
                    candidate=held,
                    target_group=form.target,
                    vocational_education=form.education,
                    seen=form.seen,
                    by=visit.viewer.person,
                    at=visit.at,
                )
            return visit.go("candidate", candidate)
        except Stale as refused:
            stale = _both(form, reached, groups)
            data = visit.request.POST.copy()
            data.update({key: value for key, value in _as_it_stands(reached).items() if key.startswith("seen_")})
            form.data = data
            form.add_error(None, str(refused))
        except NotPossible as refused:
            form.add_error(None, str(refused))
    return visit.show("staff/candidate_change.html", {"candidate": reached, "stale": stale}, form)


def _as_it_stands(candidate: Candidate) -> dict[str, str]:
    group, education = candidate.target_group, education_key(candidate.vocational_education)
    return {
        "target_group": group,
        "vocational_education": education,
        "seen_group": group,
        "seen_education": education,
    }


def _both(form: CandidateChangeForm, saved: Candidate, groups: dict[str, str]) -> tuple[StaleText, ...]:
    """What was chosen here and what another has chosen."""
    words = dict(EDUCATION_WORDS)
    named = {"": "–", **groups}
    return (
        StaleText(
            str(form["target_group"].label), named.get(form.target, form.target), named.get(saved.target_group, "–")
        ),
        StaleText(
            str(form["vocational_education"].label),
            str(words[education_key(form.education)]),
            str(words[education_key(saved.vocational_education)]),
        ),
    )
