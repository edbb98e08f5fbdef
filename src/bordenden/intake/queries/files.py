"""The file somebody has on the way."""

from datetime import datetime

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
