"""A file laid up and closed: its text is gone when it is brought in, thrown away, replaced, or a day old."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from bordenden.audit.actions import record
from bordenden.foundation.rules import NotPossible
from bordenden.intake.models import CaseloadFile
from bordenden.intake.queries import LAYOUTS, read, written_of
from bordenden.intake.words import FileKind
from bordenden.people.models import Person
from bordenden.programmes.models import Project

KEPT = timedelta(hours=24)
# So many lines that were left out are named; whoever has more brings the whole file again.
MOST_NAMED = 200


@transaction.atomic
def lay_up(
    *, project: Project, content: bytes, by: Person, at: datetime, kind: FileKind = FileKind.CASELOAD
) -> CaseloadFile:
    """Keep a file to be looked at, in place of the one before. Raises Unreadable; then the one before stands."""
    written = written_of(content, kind)
    sheet = read(written.text, LAYOUTS[kind])
    for before in CaseloadFile.objects.filter(owner=by, project=project, kind=kind, closed_at__isnull=True):
        close(file=before, at=at)
    kept = CaseloadFile.objects.create(
        owner=by,
        project=project,
        municipality_id=project.municipality_id,
        kind=kind,
        content=written.text,
        lines=len(sheet.lines),
        sheet=written.sheet,
        sheets=written.sheets,
        uploaded_at=at,
        expires_at=at + KEPT,
    )
    record(act="caseload.lay_up", by=by, thing=kept, at=at)
    return kept


@transaction.atomic
def throw_away(*, file: CaseloadFile, by: Person, at: datetime) -> None:
    """The text is gone; throwing away twice is once."""
    held = CaseloadFile.objects.select_for_update().get(pk=file.pk)
    if held.closed_at is None:
        close(file=held, at=at)
        record(act="caseload.throw_away", by=by, thing=held, at=at)


@transaction.atomic
def forget_old(*, by: Person, at: datetime) -> int:
    """Of one uploader's files those nobody confirmed within a day; how many there were."""
    old = list(CaseloadFile.objects.filter(owner=by, closed_at__isnull=True, expires_at__lte=at))
    for one in old:
        close(file=one, at=at)
    return len(old)


def still_here(*, file: CaseloadFile, kind: FileKind, at: datetime) -> CaseloadFile:
    """The file, held until the transaction is over. NotPossible: its text is gone, or it is of another kind."""
    held = CaseloadFile.objects.select_for_update().get(pk=file.pk)
    if held.closed_at is not None or held.expires_at <= at or held.kind != kind:
        raise NotPossible(_("Filen er ikke her mere. Vælg den igen."))
    return held


def close(*, file: CaseloadFile, at: datetime) -> None:
    """Its text is gone, and that it was there is kept."""
    file.content, file.sheet, file.closed_at = "", "", at
    file.save(update_fields=["content", "sheet", "closed_at"])


def close_brought(*, file: CaseloadFile, brought: int, left_out: Iterable[int], at: datetime) -> None:
    """Closed, and its uploader can read how many lines came in and the numbers of those that did not."""
    numbers = sorted(left_out)
    file.brought = brought
    file.left_out = ", ".join(map(str, numbers[:MOST_NAMED])) + (" …" if len(numbers) > MOST_NAMED else "")
    file.save(update_fields=["brought", "left_out"])
    close(file=file, at=at)
