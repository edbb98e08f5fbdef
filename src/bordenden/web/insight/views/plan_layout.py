"""Sådan printer vi planer: a municipality's own order, headings and words, with a made-up plan to see it by."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible, Stale
from bordenden.plans import actions
from bordenden.plans.queries import layout_of
from bordenden.web.design.parts import StaleText
from bordenden.web.insight.frame import menu
from bordenden.web.insight.layout_form import LayoutForm
from bordenden.web.parts.version import VersionPart, version_part
from bordenden.web.parts.version_sample import sample
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.programmes.models import Project


@opens(acts.LAYOUT_EDIT)
def plan_layout(visit: Visit[Project], project: UUID) -> HttpResponse:
    """`see` shows what it would be like and saves nothing."""
    with visit.reading():
        layout = layout_of(municipality=visit.reach(project).municipality)
    form = LayoutForm(visit.posted, layout=layout)
    stale: tuple[StaleText, ...] = ()
    shown = None
    if form.is_valid():
        try:
            if "see" in visit.request.POST:
                shown = _seen(form)
            else:
                _save(visit, project, form)
                return visit.go("plan_layout", project)
        except Stale as refusal:
            stale = form.refuse_stale(refusal)
        except NotPossible as refusal:
            form.add_error(None, str(refusal))
    with visit.reading():
        context = {
            "project": visit.reach(project),
            "national": layout.version == 0,
            "shown": shown,
            "stale": stale,
            "nav_items": menu("home"),
        }
        return visit.show("insight/plan_layout.html", context, form)


def _save(visit: Visit[Project], project: UUID, form: LayoutForm) -> None:
    sent = form.cleaned_data
    with visit.writing(project) as held:
        actions.lay_out(
            municipality=held.municipality,
            parts=form.parts,
            intro=sent["intro"],
            version=sent["version"],
            by=visit.viewer.person,
            at=visit.at,
        )


def _seen(form: LayoutForm) -> VersionPart:
    """A made-up plan, laid out as the form says; raises as saving would."""
    return version_part(sample(), actions.checked(parts=form.parts, intro=form.cleaned_data["intro"]))
