"""Hent mulige deltagere ind: a list of people who might join; every line seen before anything is written."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from bordenden.access import acts
from bordenden.intake import actions
from bordenden.intake.queries import CANDIDATES, CandidateTold, Report, check_candidates, masked, read
from bordenden.intake.words import CANDIDATE_HEADINGS, FileKind, Verdict
from bordenden.web.parts.file_import import Importing, ReportLine, import_page
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.intake.models import CaseloadFile
    from bordenden.programmes.models import Project


@opens(acts.CANDIDATES_IMPORT)
def candidates_import(visit: Visit["Project"], project: UUID) -> HttpResponse:
    """The form, or the report on the file that is laid up."""
    return import_page(visit, project, IMPORTING, {})


def _check(visit: Visit["Project"], project: "Project", file: "CaseloadFile") -> Report[CandidateTold]:
    return check_candidates(sheet=read(file.content, CANDIDATES), project=project, at=visit.at)


def _line(told: CandidateTold, _project: "Project") -> ReportLine:
    facts = (masked(told.cpr), told.target_group)
    return ReportLine(told.number, told.name or _("(intet navn)"), facts, told.verdict, tuple(told.says))


IMPORTING = Importing(
    kind=FileKind.CANDIDATES,
    page="candidates_import",
    template="staff/candidates_import.html",
    check=_check,
    shown=_line,
    about=lambda told: told.candidate,
    bring_in=actions.bring_candidates_in,
    leads_to=lambda project: reverse("candidates", args=[project]),
    counted=(Verdict.NEW, Verdict.CHANGED, Verdict.ALIKE, Verdict.SAME, Verdict.UNKNOWN, Verdict.BAD),
    columns=tuple(CANDIDATE_HEADINGS),
)
