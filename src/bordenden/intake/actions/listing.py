"""People who might join, brought in from a list: each by the action a form would use; every line or only the good."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from bordenden.audit.actions import record
from bordenden.foundation.rules import NotPossible
from bordenden.intake.actions.candidates import Told, change, put_all_up
from bordenden.intake.actions.files import close_brought, still_here
from bordenden.intake.models import CaseloadFile
from bordenden.intake.queries import CandidateTold, Report, check_candidates, read
from bordenden.intake.queries.reading import CANDIDATES
from bordenden.intake.words import KEPT_OUT, FileKind, Verdict
from bordenden.people.models import Person
from bordenden.programmes.models import Project


@dataclass(frozen=True, slots=True)
class BroughtCandidates:
    """How many lines did what."""

    new: int
    changed: int
    same: int
    left_out: int


@transaction.atomic
def bring_candidates_in(*, file: CaseloadFile, only_good: bool, by: Person, at: datetime) -> BroughtCandidates:
    """Write what the file says, checked anew in this very transaction; the same file again changes nothing.

    `only_good` leaves out whoever looks like somebody else too. Without it such lines are brought in, and a line that
    cannot be raises NotPossible: then nothing is written. Two files of one project wait for each other.
    """
    held = still_here(file=file, kind=FileKind.CANDIDATES, at=at)
    project = Project.objects.select_for_update(no_key=True).get(pk=held.project_id)
    report = check_candidates(sheet=read(held.content, CANDIDATES), project=project, at=at)
    if report.of(*KEPT_OUT) and not only_good:
        raise NotPossible(_("Der er linjer, som ikke kan hentes. Ret filen, eller hent kun de andre linjer."))
    new = report.of(Verdict.NEW) if only_good else report.of(Verdict.NEW, Verdict.ALIKE)
    changed = report.of(Verdict.CHANGED)
    told = [Told(one.given_name, one.family_name, one.cpr, one.target_group, one.education) for one in new]
    put_all_up(project=project, told=told, by=by, at=at)
    for one in changed:
        _put_right(one, by, at)
    left = _left_out(report, only_good=only_good)
    close_brought(file=held, brought=len(new) + len(changed), left_out=left, at=at)
    record(act="candidates.import", by=by, thing=held, at=at)
    return BroughtCandidates(len(new), len(changed), report.number(Verdict.SAME), len(left))


def _put_right(one: CandidateTold, by: Person, at: datetime) -> None:
    candidate = one.candidate
    if candidate is None:
        return
    seen = candidate.target_group, candidate.vocational_education
    change(
        candidate=candidate,
        target_group=one.target_group or candidate.target_group,
        vocational_education=candidate.vocational_education if one.education is None else one.education,
        seen=seen,
        by=by,
        at=at,
    )


def _left_out(report: Report[CandidateTold], *, only_good: bool) -> list[int]:
    kept_out = (*KEPT_OUT, Verdict.ALIKE) if only_good else KEPT_OUT
    return [one.number for one in report.of(*kept_out)]
