"""Hent borgere ind: choose a file, see what every line would do, and only then write: all of it or nothing."""

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from bordenden.access import acts
from bordenden.intake import actions
from bordenden.intake.queries import Checked, Report, check, read
from bordenden.intake.words import FileKind, Verdict
from bordenden.mentors.actions import offer_to_all
from bordenden.web.staff.file_import import ImportForm, Importing, import_page
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.intake.models import CaseloadFile
    from bordenden.programmes.models import Project


@dataclass(frozen=True, slots=True)
class ReportLine:
    """One line of the report, the CPR number masked."""

    number: int
    name: str
    cpr: str
    reference: str
    verdict: Verdict
    label: str
    says: tuple[str, ...]


@opens(acts.CASELOAD_IMPORT)
def caseload_import(visit: Visit["Project"], project: UUID) -> HttpResponse:
    """The form, or the report on the file that is laid up."""
    return import_page(visit, project, CASELOAD, {"remind": not visit.viewer.person.can_be_called})


def _check(visit: Visit["Project"], project: "Project", file: "CaseloadFile") -> Report[Checked]:
    return check(sheet=read(file.content), project=project, by=visit.viewer.person, at=visit.at)


def _line(one: Checked, _project: "Project") -> ReportLine:
    told = one.told
    name = f"{told.given_name} {told.family_name}".strip() or _("(intet navn)")
    label = str(one.verdict.label)
    return ReportLine(told.number, name, told.masked, told.reference, one.verdict, label, one.says)


CASELOAD = Importing(
    kind=FileKind.CASELOAD,
    page="caseload_import",
    template="staff/caseload_import.html",
    form=ImportForm,
    check=_check,
    shown=_line,
    bring_in=partial(actions.bring_in, offer_mentor=offer_to_all),
    leads_to=lambda _project: ("caseload",),
)
