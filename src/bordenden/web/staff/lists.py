"""Lists that leave the house: what stands on a line, what they may be for, and the answer that hands the file out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from django import forms
from django.core.paginator import Paginator
from django.http import HttpResponse, QueryDict
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bordenden.audit.words import Purpose
from bordenden.contactlog.queries import promised
from bordenden.followup.queries import next_days
from bordenden.foundation import cpr
from bordenden.foundation.sheets import as_csv, as_xlsx
from bordenden.intake.queries import Step, said_yes_at, step_of
from bordenden.mentors.queries import last_days
from bordenden.pathways.queries import Numbered, numbered
from bordenden.plans.queries import give_by
from bordenden.reviews.queries import asked_since

if TYPE_CHECKING:
    from uuid import UUID

    from django.utils.functional import _StrPromise as StrPromise

    from bordenden.intake.models import Candidate
    from bordenden.pathways.models import Table
    from bordenden.programmes.models import Project

AT_ONCE = 500
CSV, XLSX = "csv", "xlsx"
TYPES = {CSV: "text/csv; charset=utf-8", XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}
_LIKE_A_CPR = re.compile(r"(?<!\d)\d{6}[ -]?\d{4}(?!\d)")
STEPS: dict[Step, StrPromise] = {
    Step.LISTED: gettext_lazy("Mulig deltager"),
    Step.INVITED: gettext_lazy("Inviteret til møde"),
    Step.ASKED: gettext_lazy("Spurgt, har ikke svaret"),
    Step.SAID_YES: gettext_lazy("Har sagt ja"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One citizen: the number that stands for her, how far she is, and the next day that something is to be done."""

    number: str
    stage: str
    due: date | None = None
    about: str = ""


class ListForm(forms.Form):
    """What the list is for, and of very many which part."""

    purpose = forms.ChoiceField(
        label=gettext_lazy("Hvad skal listen bruges til?"),
        help_text=gettext_lazy("Borgeren kan læse det."),
        choices=Purpose.choices,
        widget=forms.RadioSelect,
        error_messages={
            "required": gettext_lazy("Vælg, hvad listen skal bruges til."),
            "invalid_choice": gettext_lazy("Vælg, hvad listen skal bruges til."),
        },
    )
    part = forms.TypedChoiceField(
        label=gettext_lazy("Hvilke linjer?"),
        coerce=int,
        error_messages={
            "required": gettext_lazy("Vælg, hvilke linjer du vil have."),
            "invalid_choice": gettext_lazy("Vælg, hvilke linjer du vil have."),
        },
    )

    def __init__(self, data: QueryDict | None, number: int) -> None:
        super().__init__(data)
        pages = Paginator(range(number), AT_ONCE)
        if pages.num_pages == 1:
            del self.fields["part"]
            return
        words = _("%(first)d til %(last)d")
        self.fields["part"].choices = [  # type: ignore[attr-defined]
            (page.number, words % {"first": page.start_index(), "last": page.end_index()}) for page in pages
        ]

    @property
    def what_for(self) -> str:
        """The purpose that was picked, as the log keeps it."""
        return str(self.cleaned_data["purpose"])

    @property
    def lines(self) -> slice:
        """Which rows of the list are asked for."""
        first = (int(self.cleaned_data.get("part", 1)) - 1) * AT_ONCE
        return slice(first, first + AT_ONCE)


def of_cases(tables: Sequence[Table], at: datetime) -> list[Line]:
    """Of tables found `by_number`. Six queries, however many there are."""
    kinds: tuple[tuple[str, dict[UUID, date]], ...] = (
        (_("Svar, der er lovet"), promised(tables=tables)),
        (_("Hør, hvordan det går"), asked_since(tables=tables)),
        (_("Planen skal gives"), give_by(tables=tables)),
        (_("Mentoraftalen slutter"), last_days(tables=tables)),
        (_("Hør, hvordan det går"), next_days(tables=tables, at=at)),
    )
    yes = said_yes_at(tables=tables)
    lines = []
    for table in tables:
        told = numbered(table=table)
        due = [(days[table.pk], about) for about, days in kinds if table.pk in days]
        stage = _stage(told, said_yes=table.pk in yes, on=localdate(at))
        lines.append(Line(shown(told.reference), stage, *min(due, default=(None, ""))))
    return lines


def of_candidates(candidates: Iterable[Candidate], project: Project) -> list[Line]:
    """Of candidates found by number. No query but of the project's programme."""
    last_on = project.programme.last_referral_on
    lines = []
    for candidate in candidates:
        step, meets_at = step_of(candidate=candidate)
        due = [(localdate(meets_at), _("Møde om projektet"))] if meets_at else []
        if step in {Step.LISTED, Step.INVITED}:
            due.append((last_on, _("Sidste dag for henvisning")))
        lines.append(Line(candidate.list_number, str(STEPS[step]), *min(due, default=(None, ""))))
    return lines


def shown(reference: str) -> str:
    """The case number as it may leave: what could be a CPR number stays here, whoever typed it."""
    for digits in _LIKE_A_CPR.findall(reference):
        try:
            cpr.parse(digits)
        except cpr.NotACpr:
            continue
        return _("Skjult. Ligner et CPR-nummer")
    return reference or _("Uden sagsnummer")


def as_file(lines: Iterable[Line], kind: str, at: datetime) -> HttpResponse:
    """The file. Its name tells the day and nothing about anybody."""
    headings = (_("Nummer"), _("Trin"), _("Næste frist"), _("Hvad fristen gælder"))
    rows = _cells(lines)
    content = as_xlsx(headings, rows, at=at) if kind == XLSX else as_csv(headings, rows)
    name = f"liste-{localdate(at).isoformat()}.{kind}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=TYPES[kind], headers=headers)


def asked_kind(sent: QueryDict) -> str:
    """Excel where the button said so, else CSV."""
    return XLSX if sent.get("kind") == XLSX else CSV


def _cells(lines: Iterable[Line]) -> Iterator[tuple[str, str, date | None, str]]:
    return ((line.number, line.stage, line.due, line.about) for line in lines)


def _stage(told: Numbered, *, said_yes: bool, on: date) -> str:
    if told.ended_on is not None and told.ended_on <= on:
        return _("Forløbet er slut")
    if told.began_on is not None and told.began_on <= on:
        return _("I gang")
    if said_yes:
        return _("Har sagt ja")
    return _("Henvist, ikke begyndt") if told.reference else _("Intet forløb endnu")
