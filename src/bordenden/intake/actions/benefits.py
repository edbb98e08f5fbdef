"""Benefits brought in from a file: every line or none, or only those that can be; twice is once."""

from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from bordenden.audit.actions import record, record_all
from bordenden.foundation.rules import NotPossible
from bordenden.intake.actions.candidates import Told, candidacy
from bordenden.intake.actions.files import close_brought, still_here
from bordenden.intake.models import BenefitPeriod, Candidate, CaseloadFile
from bordenden.intake.queries import BenefitPlan, check_benefits, read
from bordenden.intake.queries.reading import BENEFITS
from bordenden.intake.words import KEPT_OUT, FileKind, Verdict
from bordenden.people import actions as people
from bordenden.people.models import Person
from bordenden.programmes.models import Project

BATCH = 500
BROUGHT = (Verdict.NEW, Verdict.CHANGED, Verdict.OVERLAP)


@dataclass(frozen=True, slots=True)
class BroughtBenefits:
    """How many lines did what, and how many candidates are new."""

    new: int
    changed: int
    overlap: int
    same: int
    left_out: int
    candidates: int


@transaction.atomic
def bring_benefits_in(*, file: CaseloadFile, only_good: bool, by: Person, at: datetime) -> BroughtBenefits:
    """Write what the file says, checked anew in this very transaction; the same file again changes nothing.

    Raises NotPossible when a line cannot be brought in (unless `only_good`), and when the file is not there any more.
    Then nothing is written. Two files of one project wait for each other.
    """
    held = still_here(file=file, kind=FileKind.BENEFITS, at=at)
    project = Project.objects.select_for_update(no_key=True).get(pk=held.project_id)
    plan = check_benefits(sheet=read(held.content, BENEFITS), project=project, at=at, to_write=True)
    report = plan.report
    if report.of(*KEPT_OUT) and not only_good:
        raise NotPossible(_("Der er linjer, som ikke kan hentes. Ret filen, eller hent kun de andre linjer."))
    try:
        with transaction.atomic():
            _write(plan, project, by, at)
    except IntegrityError as error:
        raise NotPossible(_("Noget har ændret sig imens. Se listen igennem igen.")) from error
    left = [one.number for one in report.of(*KEPT_OUT)]
    close_brought(file=held, brought=report.number(*BROUGHT), left_out=left, at=at)
    record(act="benefits.import", by=by, thing=held, at=at)
    return BroughtBenefits(
        new=report.number(Verdict.NEW),
        changed=report.number(Verdict.CHANGED),
        overlap=report.number(Verdict.OVERLAP),
        same=report.number(Verdict.SAME) - plan.clashes,
        left_out=report.number(*KEPT_OUT) + plan.clashes,
        candidates=len(plan.newcomers),
    )


def _write(plan: BenefitPlan, project: Project, by: Person, at: datetime) -> None:
    whose = {**plan.people, **_written_up(plan, project, by, at)}
    periods = [
        BenefitPeriod(
            municipality_id=project.municipality_id,
            person=whose[one.cpr],
            benefit=one.benefit,
            starts_on=one.starts_on,
            ends_on=one.ends_on,
        )
        for one in plan.new
    ]
    BenefitPeriod.objects.bulk_create(periods, BATCH)
    for period, ends_on in plan.longer:
        period.ends_on = ends_on
    BenefitPeriod.objects.bulk_update([period for period, _ends in plan.longer], ["ends_on"], BATCH)
    touched = {period.person_id for period in periods} | {period.person_id for period, _ends in plan.longer}
    listed = Candidate.objects.filter(project=project, person__in=touched, closed_at__isnull=True)
    # With the referral: the audit asks each for its table.
    record_all(act="candidate.benefits", by=by, things=listed.select_related("referral").order_by("pk"), at=at)


def _written_up(plan: BenefitPlan, project: Project, by: Person, at: datetime) -> dict[str, Person]:
    """Those the file names and whom nobody had on the list."""
    written = {}
    for number, told in plan.newcomers.items():
        person = plan.people.get(number) or people.register(
            municipality=project.municipality,
            given_name=told.given_name,
            family_name=told.family_name,
            cpr_number=number,
            made_up=project.made_up,
        )
        new = Told(told.given_name, told.family_name, number)
        candidacy(project=project, person=person, told=new, by=by, at=at)
        written[number] = person
    return written
