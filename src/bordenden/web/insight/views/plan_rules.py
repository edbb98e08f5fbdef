"""Rundt om planerne: what the municipality decides about plans, and what is missing, as numbers and never whose."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from bordenden.access import acts
from bordenden.plans import actions, queries
from bordenden.web.design.parts import Fact
from bordenden.web.insight.frame import menu
from bordenden.web.insight.rules_form import RulesForm
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.refusing import heeding
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.plans.queries import Gaps
    from bordenden.programmes.models import Project


@opens(acts.PLAN_RULES_SET)
def plan_rules(visit: Visit[Project], project: UUID) -> HttpResponse:
    """The counts, and the form; what was in force before is kept."""
    form = RulesForm(visit.posted)
    if form.is_valid():
        with heeding(form), visit.writing(project) as held:
            actions.set_plan_rules(project=held, by=visit.viewer.person, at=visit.at, **form.cleaned_data)
            return visit.go("plan_rules", project)
    with visit.reading():
        reached = visit.reach(project, "municipality")
        rules = queries.rules_of(municipality=reached.municipality)
        form.initial = {
            "uses_team": rules.uses_team,
            "most_professionals": rules.most_professionals,
            "version": rules.version,
        }
        gaps = queries.gaps_of(project=reached, rules=rules, at=visit.at)
        context = {"project": reached, "facts": _facts(gaps), "nav_items": menu("home")}
        return visit.show("insight/plan_rules.html", context, form)


def _facts(gaps: Gaps) -> tuple[Fact, ...]:
    return (
        Fact(_("Forløb i gang"), number_format(gaps.tables)),
        Fact(_("Uden telefon eller træffetid til sagsbehandleren"), number_format(gaps.coordinator)),
        Fact(_("Uden telefon eller træffetid til mentoren"), number_format(gaps.mentor)),
        Fact(_("Med mentor, men uden mentorens rolle på planen"), number_format(gaps.role)),
        Fact(_("Med flere fagpersoner end grænsen"), number_format(gaps.over)),
    )
