"""Hent medarbejdere ind: the project leader brings a list of professionals; every line seen before it is written."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from bordenden.access import acts
from bordenden.intake import actions
from bordenden.intake.queries import STAFF, Report, StaffTold, check_staff, read
from bordenden.intake.words import STAFF_HEADINGS, FileKind, Verdict
from bordenden.web.insight.frame import menu
from bordenden.web.parts.file_import import Importing, ReportLine, import_page
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.intake.models import CaseloadFile
    from bordenden.programmes.models import Project


@opens(acts.TEAM_IMPORT)
def team_import(visit: Visit["Project"], project: UUID) -> HttpResponse:
    """The form, or the report on the file that is laid up."""
    return import_page(visit, project, IMPORTING, {"nav_items": menu("home")})


def _check(visit: Visit["Project"], project: "Project", file: "CaseloadFile") -> Report[StaffTold]:
    return check_staff(sheet=read(file.content, STAFF), project=project, by=visit.viewer.person, at=visit.at)


def _line(told: StaffTold, _project: "Project") -> ReportLine:
    office = str(told.office.label) if told.office else ""
    facts = (office, str(told.area.label), told.email)
    return ReportLine(told.number, told.name or _("(intet navn)"), facts, told.verdict, tuple(told.says))


IMPORTING = Importing(
    kind=FileKind.STAFF,
    page="team_import",
    template="insight/team_import.html",
    check=_check,
    shown=_line,
    bring_in=actions.bring_staff_in,
    leads_to=lambda project: reverse("team", args=[project]),
    counted=(Verdict.NEW, Verdict.ALIKE, Verdict.SAME, Verdict.UNKNOWN, Verdict.BAD),
    columns=tuple(STAFF_HEADINGS),
)
