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
from django.utils.formats import number_format
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from bordenden.foundation.rules import NotPossible
from bordenden.intake import actions
from bordenden.intake.queries import LAYOUTS, MOST_BYTES, Report, brought_last, empty_sheet, open_file
from bordenden.intake.words import EVERY_HEADING, KEPT_OUT, Column, FileKind, Verdict
from bordenden.web.parts.met import note_met
from bordenden.web.parts.moments import moment
from bordenden.web.parts.paging import PAGE, pager_of

if TYPE_CHECKING:
    from bordenden.intake.models import CaseloadFile
    from bordenden.programmes.models import Project
    from bordenden.web.threshold.visit import Visit

DANISH = "da"
ALL, GOOD, DISCARD = "all", "good", "discard"
WOULD_WRITE = (Verdict.NEW, Verdict.CHANGED, Verdict.OVERLAP)
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# How many lines there are of each, in the order of the page.
COUNTED = {
    Verdict.NEW: gettext_lazy("nye"),
    Verdict.CHANGED: gettext_lazy("rettes"),
    Verdict.ALIKE: gettext_lazy("ligner en anden"),
    Verdict.OVERLAP: gettext_lazy("overlapper"),
    Verdict.SAME: gettext_lazy("findes allerede"),
    Verdict.UNKNOWN: gettext_lazy("kender vi ikke"),
    Verdict.IMPOSSIBLE: gettext_lazy("kan ikke passe"),
    Verdict.BAD: gettext_lazy("kan ikke hentes"),
}


class ImportForm(forms.Form):
    """One file, or what to do with the one that was chosen."""

    file = forms.FileField(
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv,text/csv"}),
        max_length=200,
        error_messages={
            "required": gettext_lazy("Vælg en fil. Den må fylde 2 MB."),
            "empty": gettext_lazy("Filen er tom. Vælg en fil med overskrifter og linjer."),
            "max_length": gettext_lazy("Filens navn er for langt. Kald den noget kortere."),
        },
    )

    def __init__(self, *args: Any, kind: FileKind, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        field = self.fields["file"]
        field.label = _("Excel-fil eller CSV-fil")
        if kind == FileKind.BENEFITS:
            field.label = _("Excel-fil, CSV-fil eller Parquet-fil")
            field.widget.attrs["accept"] += ",.parquet"
        most = number_format(LAYOUTS[kind].most_lines, force_grouping=True)
        words = _("Højst 2 MB og %(most)s linjer. Af en Excel-fil læses det første ark, der kan ses.")
        field.help_text = words % {"most": most}


@dataclass(frozen=True, slots=True)
class ReportLine:
    """One line of the report; what stands beside the name, a CPR number masked."""

    number: int
    name: str
    facts: tuple[str, ...]
    verdict: Verdict
    says: tuple[str, ...]

    @property
    def label(self) -> str:
        """What it would do, in words."""
        return str(self.verdict.label)


@dataclass(frozen=True, slots=True)
class Importing:
    """What is different about a kind of file: its page, how it is checked, shown, and brought in, and what counts."""

    kind: FileKind
    page: str
    template: str
    check: Callable[[Visit[Project], Project, CaseloadFile], Report[Any]]
    shown: Callable[[Any, Project], ReportLine]
    bring_in: Callable[..., object]
    leads_to: Callable[[UUID], str]
    counted: tuple[Verdict, ...]
    columns: tuple[Column, ...]
    # Whom of ours a line shows.
    about: Callable[[Any], Model | None] = lambda _line: None

    @property
    def headings(self) -> list[str]:
        """What the columns of such a file are called, in the language of the page."""
        which = 0 if get_language() == DANISH else -1
        return [EVERY_HEADING[column][which] for column in self.columns]


def import_page(visit: Visit[Project], project: UUID, how: Importing, more: Mapping[str, object]) -> HttpResponse:
    """The form, or the report on the file that is laid up; with `?skabelon` an empty file to fill in."""
    if "skabelon" in visit.request.GET and visit.posted is None:
        visit.reach(project)
        sent = {"Content-Disposition": f'attachment; filename="{how.page}.xlsx"'}
        return HttpResponse(empty_sheet(how.headings), content_type=XLSX, headers=sent)
    asked = visit.request.POST.get("do", "")
    form = ImportForm(visit.posted, visit.request.FILES if visit.posted is not None else None, kind=how.kind)
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
        report = _report(visit, reached, how, file) if file else {"page": None, "done": _done(visit, reached, how)}
        around = {"project": reached, "file": file, "headings": ", ".join(how.headings), "to": how.leads_to(project)}
        return visit.show(how.template, {**around, **report, **more}, form)


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
        return visit.go(how.page, project)


def _report(visit: Visit[Project], project: Project, how: Importing, file: CaseloadFile) -> dict[str, object]:
    report = how.check(visit, project, file)
    note_met(visit, report.met, project)
    visit.named(report.candidates)
    page = Paginator(report.lines, PAGE).get_page(visit.request.GET.get("side"))
    whom = {one.pk: one for one in map(how.about, page) if one is not None}
    visit.named(whom.values())
    kept_out, alike = report.number(*KEPT_OUT), report.number(Verdict.ALIKE)
    good = report.number(*WOULD_WRITE)
    return {
        "page": [how.shown(one, project) for one in page],
        "pager": pager_of(page),
        "until": moment(file.expires_at, seen=visit.at),
        "unused": ", ".join(report.unused),
        "sums": [(report.number(verdict), words) for verdict, words in COUNTED.items() if verdict in how.counted],
        "alike": alike,
        "stuck": bool(kept_out) and not good,
        "may_all": not kept_out and bool(good or alike),
        "may_good": bool(good) and bool(kept_out or alike),
    }


@dataclass(frozen=True, slots=True)
class Done:
    """What became of the file that was brought in last, in words."""

    said: str
    left_out: str


def _done(visit: Visit[Project], project: Project, how: Importing) -> Done | None:
    file = brought_last(owner=visit.viewer.person, project=project, kind=how.kind, at=visit.at)
    if file is None or file.closed_at is None:
        return None
    number = file.brought or 0
    words = ngettext(
        "%(number)s linje er hentet ind, %(when)s.", "%(number)s linjer er hentet ind, %(when)s.", number
    )
    when = moment(file.closed_at, seen=visit.at)
    return Done(words % {"number": number_format(number, force_grouping=True), "when": when}, file.left_out)
