"""Reports as the design draws them: bar charts and tables with the words around them."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _

from bordenden.evaluation.published import SafeFigures
from bordenden.evaluation.reports import ExitReport, ParticipantsReport
from bordenden.evaluation.words import WITHHELD_WORDS
from bordenden.mentors.words import OfferAnswer
from bordenden.web.design.charts import Bar, BarChart
from bordenden.web.design.parts import Cell, Fact, Row, Table

if TYPE_CHECKING:
    from bordenden.programmes.models import Project


def exit_facts(report: ExitReport) -> tuple[Fact, ...]:
    """The few numbers above the table."""
    return (
        Fact(_("Tal til og med"), date_format(report.on)),
        Fact(_("Deltagere, der er begyndt"), number_format(report.participants)),
        Fact(_("Har forladt projektet"), _of(report.total, report.share_of_participants)),
        *([Fact(_("Er kommet tilbage"), number_format(report.back))] if report.back else []),
    )


def profile_facts(project: "Project") -> tuple[Fact, ...]:
    """What kind of project it is: how long, which way, by which rules, and until when anybody may join."""
    years = round((project.ends_on - project.starts_on).days / 365.25, 1)
    span = _("%(number)s år") % {"number": number_format(years, 0 if years == round(years) else 1)}
    return (
        Fact(_("Periode"), f"{date_format(project.starts_on)} – {date_format(project.ends_on)} ({span})"),
        Fact(_("Spor"), project.get_track_display()),
        Fact(_("Regler"), project.programme.get_rule_set_display()),
        Fact(_("Sidste dag for henvisning"), date_format(project.programme.last_referral_on)),
    )


def mentor_facts(offered: Mapping[str, int]) -> tuple[Fact, ...]:
    """Of the courses that go: how many were offered a mentor, what they said last, and how many have one.

    Some wait for both; the rest had a mentor before anybody offered one.
    """
    going = offered["going"]
    before = going - offered["offered"] - offered["waits"]
    answers = [(str(answer.label), offered[answer.value]) for answer in OfferAnswer]
    return (
        Fact(_("Har fået tilbudt en mentor"), _of_all(offered["offered"], going)),
        *([Fact(_("Havde en mentor i forvejen"), number_format(before))] if before else []),
        *(Fact(label, number_format(number)) for label, number in answers),
        Fact(_("Har ikke svaret endnu"), number_format(offered["unanswered"])),
        Fact(_("Har en mentor nu"), _of_all(offered["seated"], going)),
    )


def _of_all(number: int, going: int) -> str:
    words = {"number": number_format(number), "going": number_format(going)}
    return _("%(number)s af %(going)s, der er i gang") % words


def exit_chart(report: ExitReport) -> BarChart:
    """The reasons side by side, in the seed's order."""
    return BarChart(
        key="exits",
        title=_("Hvorfor de forlod projektet"),
        description=_("Antal personer for hver grund."),
        bars=tuple(Bar(line.label, line.people) for line in report.lines),
        label_heading=_("Grund"),
        count_heading=_("Antal"),
    )


def exit_table(report: ExitReport) -> Table:
    """The same numbers exact, with shares of all who left and the total last."""
    rows = [(line.label, number_format(line.people), line.share) for line in report.lines]
    whole = rows and [(_("I alt"), number_format(report.total), _("100 %") if report.total else "")]
    return _table(_("Afgang efter grund"), (_("Grund"), _("Antal"), _("Andel af afgang")), [*rows, *whole])


def participants_table(report: ParticipantsReport) -> Table:
    """A line a project, exact."""
    rows = [
        (f"{line.project.municipality.name}: {line.project.name}", number_format(line.participants))
        for line in report.lines
    ]
    whole = [(_("I alt"), number_format(report.total))]
    return _table(_("Deltagere i hvert projekt"), (_("Projekt"), _("Deltagere")), [*rows, *whole])


def safe_chart(figures: SafeFigures, number: int) -> BarChart:
    """A protected table as bars; its withheld numbers have the one mark."""
    return BarChart(
        key=f"safe-{number}",
        title=figures.title,
        description=_("{about} Til og med {day}.").format(about=figures.about, day=date_format(figures.until)),
        bars=tuple(Bar(line.label, line.people) for line in figures.lines),
        label_heading=_("Svar") if figures.asked else _("Grund"),
        count_heading=_("Antal"),
        withheld=str(WITHHELD_WORDS),
    )


def safe_total(figures: SafeFigures) -> str:
    """Everybody, rounded on its own, or the mark."""
    return str(WITHHELD_WORDS) if figures.total is None else number_format(figures.total)


def _of(number: int, share: str) -> str:
    return f"{number_format(number)} ({share})" if share else number_format(number)


def _table(caption: str, columns: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Table:
    return Table(
        caption,
        columns,
        tuple(Row(Cell(head), tuple(Cell(cell, number=True) for cell in cells)) for head, *cells in rows),
    )
