"""Når der er stille: after how many days without a sign of life a caseworker is asked to call."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.reviews import actions, queries
from bordenden.reviews.words import USUAL_DAYS, LifeSign
from bordenden.web.insight.frame import menu
from bordenden.web.insight.quiet_form import QuietRuleForm
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.refusing import heeding
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.programmes.models import Project


@opens(acts.QUIET_RULE_SET)
def quiet_rule(visit: Visit[Project], project: UUID) -> HttpResponse:
    """What holds, what counts as a sign of life, and the form; what was in force before is kept."""
    form = QuietRuleForm(visit.posted)
    if form.is_valid():
        with heeding(form), visit.writing(project) as held:
            actions.set_quiet_rule(project=held, by=visit.viewer.person, at=visit.at, **form.cleaned_data)
            return visit.go("quiet_rule", project)
    with visit.reading():
        reached = visit.reach(project)
        rule = queries.rule_of(project=reached)
        form.initial = {"days": rule.days, "version": rule.version}
        context = {
            "project": reached,
            "usual": USUAL_DAYS,
            "signs": [sign.label for sign in LifeSign],
            "nav_items": menu("home"),
        }
        return visit.show("insight/quiet_rule.html", context, form)
