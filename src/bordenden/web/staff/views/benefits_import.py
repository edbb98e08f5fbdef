"""Hent ydelser ind: what candidates lived on, from a file; every line seen before anything is written."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from bordenden.access import acts
from bordenden.intake import actions
from bordenden.intake.queries import BENEFITS, BenefitTold, Report, check_benefits, in_words, masked, read, rules_for
from bordenden.intake.words import Column, FileKind, Verdict
from bordenden.web.parts.file_import import Importing, ReportLine, import_page
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.intake.models import CaseloadFile
    from bordenden.programmes.models import Project


@opens(acts.BENEFITS_IMPORT)
def benefits_import(visit: Visit["Project"], project: UUID) -> HttpResponse:
    """The form, or the report on the file that is laid up."""
    return import_page(visit, project, IMPORTING, {})


def _check(visit: Visit["Project"], project: "Project", file: "CaseloadFile") -> Report[BenefitTold]:
    return check_benefits(sheet=read(file.content, BENEFITS), project=project, at=visit.at).report


def _line(told: BenefitTold, project: "Project") -> ReportLine:
    facts = (masked(told.cpr), _what(told, project))
    return ReportLine(told.number, told.name or _("(intet navn)"), facts, told.verdict, tuple(told.says))


def _what(told: BenefitTold, project: "Project") -> str:
    """The benefit and its days, as far as the line can be read."""
    known = rules_for(project=project).by_code.get(told.benefit)
    label = known.label if known else (_("ingen ydelse") if told.by_week and told.good else "")
    if told.starts_on is None:
        return label
    days = in_words(told.starts_on, told.ends_on)
    return f"{label}, {days}" if label else days


IMPORTING = Importing(
    kind=FileKind.BENEFITS,
    page="benefits_import",
    template="staff/benefits_import.html",
    check=_check,
    shown=_line,
    about=lambda told: told.candidate,
    bring_in=actions.bring_benefits_in,
    leads_to=lambda project: reverse("candidates", args=[project]),
    counted=tuple(verdict for verdict in Verdict if verdict not in (Verdict.ALIKE, Verdict.BAD)),
    columns=(Column.CPR, Column.GIVEN_NAME, Column.FAMILY_NAME, Column.BENEFIT, Column.STARTS_ON, Column.ENDS_ON),
)
