"""One line of a caseload file by itself: what it says, as dates and numbers, or what is wrong with it."""

import re
from dataclasses import dataclass, field
from datetime import date, datetime

from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from bordenden.foundation import cpr
from bordenden.foundation.alphabet import reference_key
from bordenden.intake.queries.reading import Line
from bordenden.intake.words import EVERY_HEADING, LONGEST, Column
from bordenden.programmes.models import Project
from bordenden.programmes.words import Track

DAYS = ("%d-%m-%Y", "%d.%m.%Y", "%d/%m/%Y", "%Y-%m-%d", "%d-%m-%y", "%d.%m.%y")
CPR_DIGITS = 10
_TRACKS = {word.lower(): track for track in Track for word in (track.value, str(track.label), track.name)}


@dataclass(slots=True)
class Told:
    """What a line says. `wrong` are sentences that keep it out, `notes` sentences to look at."""

    number: int
    given_name: str = ""
    family_name: str = ""
    cpr: str = ""
    phone: str = ""
    reference: str = ""
    reference_key: str = ""
    referred_on: date | None = None
    target_group: str = ""
    wrong: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def day(self) -> date:
        """The day of referral of a line that nothing is wrong with."""
        if self.referred_on is None:
            raise ValueError("a line without its day is never brought in")
        return self.referred_on

    @property
    def masked(self) -> str:
        """The CPR number as it may stand on a page."""
        return masked(self.cpr)


def masked(digits: str) -> str:
    """The number as it may stand on a page; "" for none."""
    return f"{digits[:6]}-****" if digits else ""


def told_in(line: Line, *, project: Project, at: datetime) -> Told:
    """The line by itself: nothing is looked up."""
    told = Told(line.number)
    if not line.whole:
        told.wrong.append(_("Linjen har ikke samme antal felter som overskriften. Er filen skåret over?"))
    for column in LONGEST:
        setattr(told, column, _text(line, column, told))
    told.reference_key = reference_key(told.reference)
    if not told.given_name:
        told.wrong.append(_("Fornavnet mangler."))
    if not told.reference:
        told.wrong.append(_("Sagsnummeret mangler."))
    told.cpr, notes = cpr_in(line.says(Column.CPR), told.wrong)
    told.notes += notes
    _refuse_cpr_elsewhere(told)
    _read_day(line, told, project, at)
    told.wrong += wrong_track(line, project)
    return told


def _refuse_cpr_elsewhere(told: Told) -> None:
    """A name and a case number stand on many pages and papers, where a CPR number would be legible."""
    for name in ("given_name", "family_name", "reference"):
        if names_a_cpr(told.cpr, getattr(told, name)):
            setattr(told, name, "")
            told.wrong.append(_("CPR-nummeret står også som navn eller sagsnummer. Der må det ikke stå."))
    told.reference_key = reference_key(told.reference)


def names_a_cpr(digits: str, *texts: str) -> bool:
    """Whether one of the texts holds the number."""
    return bool(digits) and any(digits in re.sub(r"[^0-9]", "", text) for text in texts)


def _text(line: Line, column: Column, told: Told) -> str:
    return told_short(line, column, LONGEST[column], told.wrong)


def told_short(line: Line, column: Column, most: int, wrong: list[str]) -> str:
    """What stands there on one line, no longer than there is room for; `wrong` says where it was."""
    text = " ".join(line.says(column).split())
    if len(text) > most:
        words = _("%(column)s er for lang. Der er plads til %(most)d tegn.")
        wrong.append(words % {"column": EVERY_HEADING[column][0], "most": most})
    return text[:most]


def cpr_in(text: str, wrong: list[str]) -> tuple[str, tuple[str, ...]]:
    """The ten digits and what to look at; "" for no number, and `wrong` says why.

    Excel takes the first zero off a number; it is put back, and said.
    """
    notes = []
    if re.fullmatch(r"\d{9}", text):
        text = text.zfill(CPR_DIGITS)
        notes.append(_("CPR-nummeret havde ni cifre. Vi har sat et nul foran, som Excel ofte fjerner."))
    try:
        found = cpr.parse(text)
    except cpr.NotACpr as error:
        wrong.append(str(error))
        return "", tuple(notes)
    return found.digits, (*notes, found.warning) if found.warning else tuple(notes)


def _read_day(line: Line, told: Told, project: Project, at: datetime) -> None:
    text = line.says(Column.REFERRED_ON)
    told.referred_on = day = day_in(text)
    first, last = project.programme.starts_on, project.programme.last_referral_on
    if day is None:
        told.wrong.append(_("Datoen for henvisning kan ikke læses. Skriv den som 02-03-2026."))
    elif day > localdate(at):
        told.wrong.append(_("Datoen for henvisning ligger i fremtiden."))
    elif not first <= day <= last:
        words = _("Datoen ligger uden for den tid, hvor man kan henvises: %(first)s til %(last)s.")
        days = {"first": date_format(first, "DATE_FORMAT"), "last": date_format(last, "DATE_FORMAT")}
        told.wrong.append(words % days)


def day_in(text: str) -> date | None:
    """The day; a time that Excel puts behind it is left out."""
    day = text.split(" ")[0].split("T")[0]
    for form in DAYS:
        try:
            return datetime.strptime(day, form).date()  # noqa: DTZ007 (a day of the calendar has no zone)
        except ValueError:
            continue
    return None


def wrong_track(line: Line, project: Project) -> list[str]:
    """What is wrong with the track a line names, if it names another than the project's."""
    text = line.says(Column.TRACK).lower()
    if not text or _TRACKS.get(text) == project.track:
        return []
    words = _("Projektet har sporet %(track)s. Linjen siger noget andet.")
    return [words % {"track": str(Track(project.track).label).lower()}]
