"""Tal for mit projekt: the project leader's own exit report, exact, and never a name."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.evaluation.reports import exits_of_project
from bordenden.mentors.queries import offered_figures
from bordenden.offers.queries import catalogue_of
from bordenden.programmes.queries import order_of
from bordenden.programmes.words import PROFILES, RuleSet
from bordenden.web.insight.figures import exit_chart, exit_facts, exit_table, mentor_facts, profile_facts
from bordenden.web.insight.frame import menu
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.programmes.models import Project


@opens(acts.PROJECT_FIGURES)
def project(visit: Visit[Project], project: UUID) -> HttpResponse:
    """Who has left and why, in the seed's order; and that everybody is offered a mentor."""
    thing = visit.reach(project, "municipality", "programme")
    kept = catalogue_of(municipality=thing.municipality)
    report = exits_of_project(project=thing, at=visit.at)
    offered = offered_figures(project=thing)
    return visit.show(
        "insight/project.html",
        {
            "report": report,
            "profile": profile_facts(thing),
            "who": PROFILES[RuleSet(thing.programme.rule_set)],
            "order": order_of(programme=thing.programme),
            "facts": exit_facts(report),
            "chart": exit_chart(report),
            "table": exit_table(report),
            "mentor_facts": mentor_facts(offered),
            "not_offered": offered["waits"],
            "mentors": kept.pk if kept and visit.may(acts.MENTORS_KEEP, kept) else None,
            "catalogue": kept.pk if kept and visit.may(acts.CATALOGUE_KEEP, kept) else None,
            "may_lay_out": visit.may(acts.LAYOUT_EDIT, thing),
            "may_begin": visit.may(acts.INSTRUMENT_BEGIN, thing),
            "nav_items": menu("home"),
        },
    )
