"""Caseload files as people save them; everybody in them is made up."""

from bordenden.intake.actions import lay_up
from bordenden.intake.models import CaseloadFile
from bordenden.people.models import Person
from tests.cast import MONDAY, Cast

HEADINGS = "Fornavn;Efternavn;CPR;Telefon;Sagsnummer;Henvist;Spor;Målgruppe"
SIGNE = "Signe;Åkjær;010190-1234;20 00 01 01;F-101;02-02-2026;job;"
TOVE = "Tove;Ærø;020280-1234;20 00 01 02;F-102;03.02.2026;Job;aktivitetsparat"


def written(*lines: str, headings: str = HEADINGS, encoding: str = "utf-8") -> bytes:
    """The file as bytes, with the ends of line of Windows."""
    return ("\r\n".join([headings, *lines]) + "\r\n").encode(encoding)


def laid_up(cast: Cast, *lines: str, by: Person | None = None) -> CaseloadFile:
    """Bo has chosen the file."""
    return lay_up(project=cast.project, content=written(*lines), by=by or cast.bo, at=MONDAY)
