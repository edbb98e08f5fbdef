"""The words of intake: the columns of a file as people write them, what a line would do, and a candidate's way in."""

from enum import StrEnum

from django.db import models
from django.utils.translation import gettext_lazy as _


class FileKind(models.TextChoices):
    """What a file on its way in is about."""

    CASELOAD = "caseload", _("Borgere")
    BENEFITS = "benefits", _("Ydelser")
    CANDIDATES = "might", _("Mulige deltagere")
    STAFF = "staff", _("Medarbejdere")


class Column(StrEnum):
    """What a file tells about a citizen, or about somebody at work."""

    GIVEN_NAME = "given_name"
    FAMILY_NAME = "family_name"
    CPR = "cpr"
    PHONE = "phone"
    REFERENCE = "reference"
    REFERRED_ON = "referred_on"
    TRACK = "track"
    TARGET_GROUP = "target_group"
    BENEFIT = "benefit"
    STARTS_ON = "starts_on"
    ENDS_ON = "ends_on"
    WEEK = "week"
    CODE = "code"
    EDUCATION = "education"
    TITLE = "title"
    EMAIL = "email"
    REACHABLE = "reachable"
    OFFICE = "office"
    AREA = "area"


class Verdict(models.TextChoices):
    """What a line of the file would do. A line of benefits that cannot be fetched is unknown or impossible."""

    BAD = "bad", _("Kan ikke hentes")
    UNKNOWN = "unknown", _("Kender vi ikke")
    IMPOSSIBLE = "impossible", _("Kan ikke passe")
    OVERLAP = "overlap", _("Overlapper")
    ALIKE = "alike", _("Ligner en anden")
    CHANGED = "changed", _("Rettes")
    NEW = "new", _("Ny")
    SAME = "same", _("Findes allerede")


# What the columns may be called, by their search key: case, spaces and hyphens do not matter. The first is the one
# we show in Danish, the last the one in English.
HEADINGS: dict[Column, tuple[str, ...]] = {
    Column.GIVEN_NAME: ("Fornavn", "Fornavne", "Given name"),
    Column.FAMILY_NAME: ("Efternavn", "Family name"),
    Column.CPR: ("CPR", "CPR-nummer", "CPR-nr", "Personnummer", "CPR number"),
    Column.PHONE: ("Telefon", "Telefonnummer", "Mobil", "Tlf", "Phone"),
    Column.REFERENCE: ("Sagsnummer", "Sagsnr", "Sag", "Case reference"),
    Column.REFERRED_ON: ("Henvist", "Henvist den", "Henvisningsdato", "Dato for henvisning", "Referred on"),
    Column.TRACK: ("Spor", "Track"),
    Column.TARGET_GROUP: ("Målgruppe", "Target group"),
}
BENEFIT_HEADINGS: dict[Column, tuple[str, ...]] = {
    **{column: HEADINGS[column] for column in (Column.GIVEN_NAME, Column.FAMILY_NAME, Column.CPR)},
    Column.BENEFIT: ("Ydelse", "Ydelsestype", "Benefit"),
    Column.STARTS_ON: ("Fra", "Fra og med", "Startdato", "From"),
    Column.ENDS_ON: ("Til", "Til og med", "Slutdato", "To"),
    Column.WEEK: ("Uge", "ISO-uge", "Week"),
    Column.CODE: ("Kode", "Ydelseskode", "Code"),
}
CANDIDATE_HEADINGS: dict[Column, tuple[str, ...]] = {
    **{column: HEADINGS[column] for column in (Column.GIVEN_NAME, Column.FAMILY_NAME, Column.CPR)},
    Column.TARGET_GROUP: HEADINGS[Column.TARGET_GROUP],
    Column.EDUCATION: ("Erhvervsuddannelse", "Uddannelse", "Vocational education"),
    Column.TRACK: HEADINGS[Column.TRACK],
}
STAFF_HEADINGS: dict[Column, tuple[str, ...]] = {
    **{column: HEADINGS[column] for column in (Column.GIVEN_NAME, Column.FAMILY_NAME)},
    Column.TITLE: ("Titel", "Stilling", "Title"),
    Column.OFFICE: ("Hverv", "Rolle", "Role"),
    Column.AREA: ("Område", "Afdeling", "Department"),
    Column.EMAIL: ("Arbejdsmail", "Mail", "E-mail", "Mailadresse", "Work e-mail"),
    Column.PHONE: HEADINGS[Column.PHONE],
    Column.REACHABLE: ("Træffetid", "Telefontid", "Hours"),
}
EVERY_HEADING = {**HEADINGS, **BENEFIT_HEADINGS, **CANDIDATE_HEADINGS, **STAFF_HEADINGS}
# No list of colleagues needs them, and the text of a file is kept for a day.
FORBIDDEN = ("Adgangskode", "Kodeord", "Password", "Kode", *HEADINGS[Column.CPR])
BY_DAYS = (Column.CPR, Column.BENEFIT, Column.STARTS_ON)
BY_WEEKS = (Column.CPR, Column.WEEK, Column.CODE)
NEEDED = (Column.GIVEN_NAME, Column.CPR, Column.REFERENCE, Column.REFERRED_ON)
NEEDED_OF_CANDIDATES = (Column.GIVEN_NAME, Column.CPR)
NEEDED_OF_STAFF = (Column.GIVEN_NAME, Column.OFFICE)
LONGEST: dict[Column, int] = {
    Column.GIVEN_NAME: 60,
    Column.FAMILY_NAME: 60,
    Column.PHONE: 20,
    Column.REFERENCE: 20,
    Column.TARGET_GROUP: 20,
}
LONGEST_OF_STAFF: dict[Column, int] = {
    Column.GIVEN_NAME: 60,
    Column.FAMILY_NAME: 60,
    Column.TITLE: 60,
    Column.EMAIL: 254,
    Column.PHONE: 20,
    Column.REACHABLE: 80,
}


# Lines that keep a file from being brought in as a whole.
KEPT_OUT = (Verdict.BAD, Verdict.UNKNOWN, Verdict.IMPOSSIBLE)


class CandidacyEnd(models.TextChoices):
    """How it ended that somebody might join."""

    ENROLLED = "enrolled", _("Er begyndt i projektet")
    NOT_ELIGIBLE = "not_eligible", _("Kan ikke være med efter reglerne")
    DECLINED = "declined", _("Har sagt nej tak")
    OTHER = "other", _("Andet")


class MeetingKind(models.TextChoices):
    """What kind of meeting candidates are invited to."""

    INFORMATION = "information", _("Informationsmøde")
    CITIZENS = "citizens", _("Borgermøde")


class Attendance(models.TextChoices):
    """Whether somebody came; not to come has no consequence."""

    CAME = "came", _("Kom")
    EXCUSED = "excused", _("Kunne ikke denne gang")
    AWAY = "away", _("Kom ikke")


class Interest(models.TextChoices):
    """What somebody said to it afterwards."""

    WANTS = "wants", _("Vil gerne være med")
    THINKS = "thinks", _("Vil tænke over det")
    NO = "no", _("Nej tak")
