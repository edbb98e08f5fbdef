"""The file somebody has on the way, and the one that was brought in last."""

from datetime import datetime, timedelta

from bordenden.intake.models import CaseloadFile
from bordenden.intake.words import FileKind
from bordenden.people.models import Person
from bordenden.programmes.models import Project


def open_file(
    *, owner: Person, project: Project, at: datetime, kind: FileKind = FileKind.CASELOAD
) -> CaseloadFile | None:
    """The owner's own file of that kind for this project; one that is older than a day is not there any more."""
    return CaseloadFile.objects.filter(
        owner=owner, project=project, kind=kind, closed_at__isnull=True, expires_at__gt=at
    ).first()


def brought_last(
    *, owner: Person, project: Project, at: datetime, kind: FileKind, within: timedelta = timedelta(hours=24)
) -> CaseloadFile | None:
    """The owner's own file of that kind that was brought in within a day: how many lines, and which were left out."""
    brought = CaseloadFile.objects.filter(owner=owner, project=project, kind=kind, brought__isnull=False)
    return brought.filter(closed_at__gt=at - within).order_by("-closed_at", "pk").first()
