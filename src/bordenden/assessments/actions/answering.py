"""Her sheet: begun, answered one question at a time in any order, and finished when she says so."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from bordenden.assessments.models import HIGHEST, LOWEST, Answer, Item, Sheet
from bordenden.assessments.queries import edition_of, is_asked, open_sheet, version_for
from bordenden.assessments.words import AnswerKind, Purpose
from bordenden.audit.actions import Actor, record
from bordenden.foundation.rules import NotPossible
from bordenden.pathways.models import Table


@transaction.atomic
def start(*, table: Table, by: Actor, at: datetime) -> Sheet:
    """The open sheet of the table, begun now when there is none. Raises NotPossible while no version is published."""
    under_way = open_sheet(table=table)
    if under_way is not None:
        return under_way
    version = version_for(purpose=Purpose.SITUATION)
    if version is None:
        raise NotPossible(_("Spørgsmålene er ikke klar endnu. Prøv igen en anden dag."))
    try:
        with transaction.atomic():
            sheet = Sheet.objects.create(
                table=table,
                municipality_id=table.municipality_id,
                version=version,
                local_version=version_for(purpose=Purpose.SITUATION, municipality=table.municipality),
                edition=edition_of(table=table),
                started_at=at,
            )
    except IntegrityError:
        # Two heads of one table, or two windows, began in the same moment: the first one's sheet is theirs.
        return Sheet.objects.get(table=table, finished_at__isnull=True)
    record(act="sheet.start", by=by, thing=sheet, at=at)
    return sheet


@transaction.atomic
def answer(
    *, sheet: Sheet, item: Item, kind: AnswerKind, by: Actor, at: datetime, value: int | None = None
) -> Answer:
    """Her answer to one question; a later one replaces it, the same one again changes nothing.

    Raises NotPossible on a finished sheet, for a question of another version, and off the scale.
    """
    _refuse_when_finished(sheet)
    if not is_asked(sheet=sheet, item=item):
        raise NotPossible(_("Spørgsmålet hører ikke til den her runde. Gå tilbage, og prøv igen."))
    if (kind == AnswerKind.RATED) != _on_the_scale(value) or (kind != AnswerKind.RATED and value is not None):
        raise NotPossible(_("Vælg et tal fra 0 til 10, eller spring over."))
    given = Answer.objects.filter(sheet=sheet, item=item).first()
    if given is not None and (given.kind, given.value) == (kind, value):
        return given
    kept, _created = Answer.objects.update_or_create(
        sheet=sheet,
        item=item,
        defaults={"kind": kind, "value": value, "answered_at": at},
        create_defaults={
            "table_id": sheet.table_id,
            "municipality_id": sheet.municipality_id,
            "kind": kind,
            "value": value,
            "answered_at": at,
        },
    )
    record(act="sheet.answer", by=by, thing=kept, at=at)
    return kept


@transaction.atomic
def finish(*, sheet: Sheet, by: Actor, at: datetime) -> Sheet:
    """The round is over and becomes a point of her curve; finishing again changes nothing.

    Not every question needs an answer. Raises NotPossible when there is none at all.
    """
    locked = Sheet.objects.select_for_update().get(pk=sheet.pk)
    if locked.finished_at is not None:
        return locked
    if not Answer.objects.filter(sheet=locked).exists():
        raise NotPossible(_("Svar på et spørgsmål først. Du må gerne springe resten over."))
    locked.finished_at = at
    locked.save(update_fields=["finished_at"])
    record(act="sheet.finish", by=by, thing=locked, at=at)
    return locked


def _refuse_when_finished(sheet: Sheet) -> None:
    """Asked of the database and locked: another window may have finished it a moment ago."""
    if Sheet.objects.select_for_update().get(pk=sheet.pk).finished_at is not None:
        raise NotPossible(
            _("Du er færdig med den her runde. Dine svar er gemt. Begynd en ny, hvis du vil svare igen.")
        )


def _on_the_scale(value: int | None) -> bool:
    return type(value) is int and LOWEST <= value <= HIGHEST
