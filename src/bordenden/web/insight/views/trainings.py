"""Kurser: what the staff have been trained in, and how far it reaches in each department."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _

from bordenden.access import acts
from bordenden.evaluation.words import CAVEAT
from bordenden.foundation.rules import NotPossible
from bordenden.programmes import actions, queries
from bordenden.web.design.parts import Cell, Event, Row, Table
from bordenden.web.insight.frame import menu
from bordenden.web.insight.training_form import TrainingForm
from bordenden.web.parts.paging import cut
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.programmes.models import Project, Training

A_PAGE = 20


@opens(acts.TRAINING_HOLD)
def trainings(visit: Visit[Project], project: UUID) -> HttpResponse:
    """The coverage, the form, and what has been held."""
    with visit.reading():
        reached = visit.reach(project)
        staff = queries.staff_of(project=reached, at=visit.at)
        form = TrainingForm(visit.posted, staff)
    if form.is_valid():
        said = form.cleaned_data
        try:
            with visit.writing(project) as reached:
                actions.hold_training(
                    project=reached,
                    title=said["title"],
                    provider=said["provider"],
                    held_on=said["held_on"],
                    people=form.took_part,
                    by=visit.viewer.person,
                    at=visit.at,
                )
            return visit.go("trainings", project)
        except NotPossible as refused:
            form.add_error(None, str(refused))
    with visit.reading():
        page = cut(queries.trainings_of(project=reached), visit.request.GET.get("side"), size=A_PAGE)
        held = page.rows
        names = queries.who_took_part(trainings=held)
        context = {
            "caveat": CAVEAT,
            "project": reached,
            "table": _coverage(queries.coverage(project=reached, staff=staff)),
            "events": [_held(training, names.get(training.pk, [])) for training in held],
            "pager": page.pager,
            "nav_items": menu(),
        }
        return visit.show("insight/trainings.html", context, form)


def _coverage(lines: list[queries.Coverage]) -> Table:
    return Table(
        _("Hvor mange har været på kursus"),
        (_("Område"), _("På kursus"), _("Medarbejdere")),
        tuple(
            Row(
                Cell(str(line.department.label)),
                (Cell(number_format(line.trained), number=True), Cell(number_format(line.staff), number=True)),
            )
            for line in lines
        ),
    )


def _held(training: Training, names: list[str]) -> Event:
    said = f"{training.title} ({training.provider})"
    return Event(date_format(training.held_on), said, ", ".join(sorted(names)))
