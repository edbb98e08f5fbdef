"""Candidates of the tests and what they lived on; everybody here is made up."""

from datetime import UTC, date, datetime

from bordenden.intake.actions import Told, lay_up, put_up
from bordenden.intake.models import BenefitPeriod, Candidate, CaseloadFile
from bordenden.intake.words import FileKind
from bordenden.programmes.words import RuleSet, Track
from tests.cast import MONDAY, Cast

VERA, IDA = "0201801234", "0202951234"
BY_DAYS, BY_WEEKS = "CPR;Ydelse;Fra;Til", "CPR;Uge;Kode"


def written_up(cast: Cast, cpr: str = VERA, name: str = "Vera Lind", **told: object) -> Candidate:
    """Pia writes somebody up."""
    given, _space, family = name.partition(" ")
    return put_up(project=cast.project, told=Told(given, family, cpr, **told), by=cast.pia, at=MONDAY)  # type: ignore[arg-type]


def benefits(cast: Cast, *lines: str, headings: str = BY_DAYS, encoding: str = "utf-8") -> CaseloadFile:
    """Pia has chosen a file of benefits."""
    content = "\r\n".join([headings, *lines, ""]).encode(encoding)
    return lay_up(project=cast.project, content=content, kind=FileKind.BENEFITS, by=cast.pia, at=MONDAY)


def lived_on(candidate: Candidate, benefit: str, first: str, last: str = "") -> BenefitPeriod:
    """One period, written straight in."""
    return BenefitPeriod.objects.create(
        municipality_id=candidate.municipality_id,
        person=candidate.person,
        benefit=benefit,
        starts_on=date.fromisoformat(first),
        ends_on=date.fromisoformat(last) if last else None,
    )


def periods(candidate: Candidate) -> list[tuple[str, str, str]]:
    """What stands there, the earliest first."""
    rows = BenefitPeriod.objects.filter(person=candidate.person).order_by("starts_on", "benefit")
    return [(one.benefit, str(one.starts_on), str(one.ends_on or "")) for one in rows]


def in_2014(cast: Cast, *, track: Track = Track.JOB) -> None:
    """The cast's programme is the trial of 2014 to 2016."""
    cast.programme.rule_set, cast.programme.last_referral_on = RuleSet.LAW_OF_2014, date(2016, 3, 31)
    cast.programme.starts_on, cast.programme.ends_on = date(2014, 10, 1), date(2016, 9, 30)
    cast.programme.save()
    cast.project.track = track
    cast.project.save()


def noon(day: str) -> datetime:
    """That day, in the middle of it."""
    return datetime.combine(date.fromisoformat(day), datetime.min.time(), tzinfo=UTC).replace(hour=11)
