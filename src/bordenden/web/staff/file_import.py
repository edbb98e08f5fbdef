"""A file chosen, looked through line by line, and only then brought in or thrown away: for every kind of file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms
from django.core.paginator import Paginator
from django.db.models import Model
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bordenden.foundation.rules import NotPossible
from bordenden.intake import actions
from bordenden.intake.queries import MOST_BYTES, Report, open_file
from bordenden.intake.words import KEPT_OUT, FileKind, Verdict
from bordenden.web.parts.moments import moment
from bordenden.web.parts.paging import pager_of
from bordenden.web.staff.met import note_met
from bordenden.web.threshold.visit import PAGE, Visit

if TYPE_CHECKING:
    from bordenden.intake.models import CaseloadFile
    from bordenden.programmes.models import Project

ALL, GOOD, DISCARD = "all", "good", "discard"
WOULD_WRITE = (Verdict.NEW, Verdict.CHANGED, Verdict.OVERLAP)


class ImportForm(forms.Form):
    """One file, or what to do with the one that was chosen."""

    file = forms.FileField(
        label=gettext_lazy("Excel-fil eller CSV-fil"),
        help_text=gettext_lazy("Højst 2 MB og 10.000 linjer. Af en Excel-fil læses det første ark, der kan ses."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv,text/csv"}),
        max_length=200,
        error_messages={
            "required": gettext_lazy("Vælg en fil. Den må fylde 2 MB."),
            "empty": gettext_lazy("Filen er tom. Vælg en fil med overskrifter og linjer."),
            "max_length": gettext_lazy("Filens navn er for langt. Kald den noget kortere."),
        },
    )


class BenefitsForm(ImportForm):
    """Benefits may come as Parquet too."""

    file = forms.FileField(
        label=gettext_lazy("Excel-fil, CSV-fil eller Parquet-fil"),
        help_text=gettext_lazy("Højst 2 MB og 60.000 linjer. Af en Excel-fil læses det første ark, der kan ses."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv,text/csv,.parquet"}),
        max_length=200,
        error_messages=ImportForm.base_fields["file"].error_messages,
    )


@dataclass(frozen=True, slots=True)
class Importing:
    """What is different about a kind of file: its page, its form, how it is checked, shown, and brought in."""

    kind: FileKind
    page: str
    template: str
    form: type[ImportForm]
    check: Callable[[Visit[Project], Project, CaseloadFile], Report[Any]]
    shown: Callable[[Any, Project], object]
    bring_in: Callable[..., object]
    leads_to: Callable[[UUID], tuple[object, ...]]
    # Whom of ours a line shows.
    about: Callable[[Any], Model | None] = lambda _line: None


def import_page(visit: Visit[Project], project: UUID, how: Importing, more: Mapping[str, object]) -> HttpResponse:
    """The form, or the report on the file that is laid up."""
    asked = visit.request.POST.get("do", "")
    form = how.form(visit.posted, visit.request.FILES if visit.posted is not None else None)
    try:
        if asked in {ALL, GOOD, DISCARD}:
            return _settle(visit, project, how, asked)
        if form.is_valid():
            with visit.writing(project) as reached:
                content = form.cleaned_data["file"].read(MOST_BYTES + 1)
                actions.lay_up(project=reached, content=content, kind=how.kind, by=visit.viewer.person, at=visit.at)
                return visit.go(how.page, project)
    except NotPossible as refused:
        form.errors.clear()
        form.add_error(None, str(refused))
    with visit.reading():
        reached = visit.reach(project, "programme")
        file = open_file(owner=visit.viewer.person, project=reached, kind=how.kind, at=visit.at)
        report = _report(visit, reached, how, file) if file else {"page": None}
        return visit.show(how.template, {"project": reached, "file": file, **report, **more}, form)


def _settle(visit: Visit[Project], project: UUID, how: Importing, asked: str) -> HttpResponse:
    with visit.writing(project) as reached:
        by = visit.viewer.person
        file = open_file(owner=by, project=reached, kind=how.kind, at=visit.at)
        if file is None or str(file.pk) != visit.request.POST.get("file_seen"):
            raise NotPossible(_("Filen er ikke her mere. Vælg den igen."))
        if asked == DISCARD:
            actions.throw_away(file=file, by=by, at=visit.at)
            return visit.go(how.page, project)
        how.bring_in(file=file, only_good=asked == GOOD, by=by, at=visit.at)
        name, *args = how.leads_to(project)
        return visit.go(str(name), *args)


def _report(visit: Visit[Project], project: Project, how: Importing, file: CaseloadFile) -> dict[str, object]:
    report = how.check(visit, project, file)
    note_met(visit, report.met, project)
    visit.named(report.candidates)
    page = Paginator(report.lines, PAGE).get_page(visit.request.GET.get("side"))
    whom = {one.pk: one for one in map(how.about, page) if one is not None}
    visit.named(whom.values())
    return {
        "page": [how.shown(one, project) for one in page],
        "pager": pager_of(page),
        "until": moment(file.expires_at, seen=visit.at),
        "unused": ", ".join(report.unused),
        "kept_out": report.number(*KEPT_OUT),
        "would_write": report.number(*WOULD_WRITE),
        **{f"{verdict.value}_lines": report.number(verdict) for verdict in Verdict},
    }
