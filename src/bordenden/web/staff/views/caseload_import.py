"""Hent borgere ind: choose a file, see what every line would do, and only then write: all of it or nothing."""

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from bordenden.access import acts
from bordenden.intake import actions
from bordenden.intake.queries import Checked, Report, check, read
from bordenden.intake.words import HEADINGS, FileKind, Verdict
from bordenden.mentors.actions import offer_to_all
from bordenden.web.parts.file_import import Importing, ReportLine, import_page
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.intake.models import CaseloadFile
    from bordenden.programmes.models import Project


@opens(acts.CASELOAD_IMPORT)
def caseload_import(visit: Visit["Project"], project: UUID) -> HttpResponse:
    """The form, or the report on the file that is laid up."""
    return import_page(visit, project, CASELOAD, {"remind": not visit.viewer.person.can_be_called})


def _check(visit: Visit["Project"], project: "Project", file: "CaseloadFile") -> Report[Checked]:
    return check(sheet=read(file.content), project=project, by=visit.viewer.person, at=visit.at)


def _line(one: Checked, _project: "Project") -> ReportLine:
    told = one.told
    name = f"{told.given_name} {told.family_name}".strip() or _("(intet navn)")
    return ReportLine(told.number, name, (told.reference, told.masked), one.verdict, one.says)


CASELOAD = Importing(
    kind=FileKind.CASELOAD,
    page="caseload_import",
    template="staff/caseload_import.html",
    check=_check,
    shown=_line,
    bring_in=partial(actions.bring_in, offer_mentor=offer_to_all),
    leads_to=lambda _project: reverse("caseload"),
    counted=(Verdict.NEW, Verdict.CHANGED, Verdict.SAME, Verdict.BAD),
    columns=tuple(HEADINGS),
)
