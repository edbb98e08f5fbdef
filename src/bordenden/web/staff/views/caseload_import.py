"""Hent borgere ind: choose a file, see what every line would do, and only then write: all of it or nothing."""

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django import forms
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bordenden.access import acts
from bordenden.audit.looks import Look
from bordenden.audit.words import Kind
from bordenden.foundation.rules import NotPossible
from bordenden.intake import actions
from bordenden.intake.queries import MOST_BYTES, Checked, Report, check, open_file, read
from bordenden.intake.words import Verdict
from bordenden.mentors.actions import offer_to_all
from bordenden.web.parts.moments import moment
from bordenden.web.parts.paging import pager_of
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import PAGE, Visit

if TYPE_CHECKING:
    from bordenden.intake.models import CaseloadFile
    from bordenden.programmes.models import Project

ALL, GOOD, DISCARD = "all", "good", "discard"


class CaseloadFileForm(forms.Form):
    """One CSV file, or what to do with the one that was chosen."""

    file = forms.FileField(
        label=gettext_lazy("CSV-fil"),
        help_text=gettext_lazy("Højst 2 MB og 10.000 linjer. I Excel: Gem som, CSV UTF-8."),
        widget=forms.FileInput(attrs={"accept": ".csv,text/csv"}),
        max_length=200,
        error_messages={
            "required": gettext_lazy("Vælg en fil. Den må fylde 2 MB."),
            "empty": gettext_lazy("Filen er tom. Vælg en fil med overskrifter og linjer."),
            "max_length": gettext_lazy("Filens navn er for langt. Kald den noget kortere."),
        },
    )


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
    asked = visit.request.POST.get("do", "")
    form = CaseloadFileForm(visit.posted, visit.request.FILES if visit.posted is not None else None)
    try:
        if asked in {ALL, GOOD, DISCARD}:
            return _settle(visit, project, asked)
        if form.is_valid():
            with visit.writing(project) as reached:
                content = form.cleaned_data["file"].read(MOST_BYTES + 1)
                actions.lay_up(project=reached, content=content, by=visit.viewer.person, at=visit.at)
                return visit.go("caseload_import", project)
    except NotPossible as refused:
        form.errors.clear()
        form.add_error(None, str(refused))
    with visit.reading():
        reached = visit.reach(project)
        return visit.show("staff/caseload_import.html", _context(visit, reached), form)


def _settle(visit: Visit["Project"], project: UUID, asked: str) -> HttpResponse:
    with visit.writing(project) as reached:
        by = visit.viewer.person
        file = open_file(owner=by, project=reached, at=visit.at)
        if file is None or str(file.pk) != visit.request.POST.get("file_seen"):
            raise NotPossible(_("Filen er ikke her mere. Vælg den igen."))
        if asked == DISCARD:
            actions.throw_away(file=file, by=by, at=visit.at)
            return visit.go("caseload_import", project)
        good = asked == GOOD
        actions.bring_in(file=file, only_good=good, offer_mentor=offer_to_all, by=by, at=visit.at)
        return visit.go("caseload")


def _context(visit: Visit["Project"], project: "Project") -> dict[str, object]:
    file = open_file(owner=visit.viewer.person, project=project, at=visit.at)
    return {
        "project": project,
        "remind": not visit.viewer.person.can_be_called,
        "file": file,
        **(_report(visit, project, file) if file else {"page": None}),
    }


def _report(visit: Visit["Project"], project: "Project", file: "CaseloadFile") -> dict[str, object]:
    report = check(sheet=read(file.content), project=project, by=visit.viewer.person, at=visit.at)
    visit.viewer.looks.extend(_look(table, project) for table in report.met)
    page = Paginator(report.lines, PAGE).get_page(visit.request.GET.get("side"))
    return {
        "page": [_line(one) for one in page],
        "pager": pager_of(page),
        "until": moment(file.expires_at, seen=visit.at),
        "unused": ", ".join(report.unused),
        **_numbers(report),
    }


def _look(table: UUID, project: "Project") -> Look:
    """The report lets one guess that somebody is here: she sees who guessed."""
    code, place = acts.CASELOAD_IMPORT.code, project.municipality_id
    return Look(code, Kind.LIST, thing_type="table", thing=table, table=table, municipality=place)


def _numbers(report: Report) -> dict[str, int]:
    return {f"{verdict.value}_lines": report.number(verdict) for verdict in Verdict}


def _line(one: Checked) -> ReportLine:
    told = one.told
    name = f"{told.given_name} {told.family_name}".strip() or _("(intet navn)")
    label = str(one.verdict.label)
    return ReportLine(told.number, name, told.masked, told.reference, one.verdict, label, one.says)
