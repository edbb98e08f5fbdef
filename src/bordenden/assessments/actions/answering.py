"""Her sheet: begun, picked from, answered one question at a time in any order, and finished when she says so."""

from collections.abc import Sequence
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from bordenden.assessments.models import HIGHEST, LOWEST, Answer, InstrumentVersion, Item, Pick, Sheet, Withdrawal
from bordenden.assessments.queries import edition_of, open_sheet, version_for
from bordenden.assessments.words import AnswerKind, Purpose
from bordenden.audit.actions import Actor, record
from bordenden.foundation.rules import NotPossible
from bordenden.pathways.models import Table
from bordenden.programmes.words import Track


@transaction.atomic
def start(*, table: Table, by: Actor, at: datetime, purpose: Purpose = Purpose.SITUATION) -> Sheet:
    """The open sheet of the table, begun now when there is none. Raises NotPossible while no version is published.

    It stays with the version and the edition it began with, whatever is published meanwhile.
    """
    under_way = open_sheet(table=table, purpose=purpose)
    if under_way is not None:
        return under_way
    version = asked_now(purpose)
    try:
        with transaction.atomic():
            sheet = Sheet.objects.create(
                table=table,
                municipality_id=table.municipality_id,
                version=version,
                local_version=version_for(purpose=purpose, municipality=table.municipality),
                purpose=purpose,
                edition=edition_of(table=table),
                started_at=at,
            )
    except IntegrityError:
        # Two heads of one table, or two windows, began in the same moment: the first one's sheet is theirs.
        return Sheet.objects.get(table=table, purpose=purpose, finished_at__isnull=True, pen__isnull=True)
    record(act="sheet.start", by=by, thing=sheet, at=at)
    return sheet


def asked_now(purpose: Purpose) -> InstrumentVersion:
    """The newest published version; NotPossible while there is none."""
    version = version_for(purpose=purpose)
    if version is None:
        raise NotPossible(_("Spørgsmålene er ikke klar endnu. Prøv igen en anden dag."))
    return version


@transaction.atomic
def pick(*, sheet: Sheet, items: Sequence[Item], by: Actor, at: datetime) -> list[Pick]:
    """What fills most: these come first, in this order, instead of what was picked before. No answer is touched."""
    held = hold(sheet)
    _refuse_when_finished(held)
    for item in items:
        _refuse_foreign(held, item)
    before = list(Pick.objects.filter(sheet=held).order_by("place").values_list("item_id", flat=True))
    if before == [item.pk for item in items]:
        return list(Pick.objects.filter(sheet=held).order_by("place"))
    Pick.objects.filter(sheet=held).delete()
    placed = {"table_id": held.table_id, "municipality_id": held.municipality_id, "sheet": held}
    rows = [Pick.objects.create(**placed, item=item, place=place) for place, item in enumerate(items, start=1)]
    record(act="sheet.pick", by=by, thing=held, at=at)
    return rows


@transaction.atomic
def answer(
    *,
    sheet: Sheet,
    item: Item,
    kind: AnswerKind,
    by: Actor,
    at: datetime,
    value: int | None = None,
    pen: Actor | None = None,
) -> Answer:
    """Her answer to one question; a later one replaces it, the same one again changes nothing.

    `pen`: who typed while she spoke. Raises NotPossible on a finished sheet, on one that somebody else is writing,
    for a question of another version, a withdrawn or (with a pen) a shielded one, and off the scale.
    """
    held = hold(sheet)
    _refuse_who(held, pen)
    _refuse_foreign(held, item)
    if (kind == AnswerKind.RATED) != _on_the_scale(value) or (kind != AnswerKind.RATED and value is not None):
        raise NotPossible(_("Vælg et tal fra 0 til 10, eller spring over."))
    given = Answer.objects.filter(sheet=held, item=item).first()
    if given is not None and (given.kind, given.value) == (kind, value):
        return given
    if given is None and Withdrawal.objects.filter(item=item).exists():
        raise NotPossible(_("Det spørgsmål stiller vi ikke mere. Du kan gå videre."))
    said = {"kind": kind, "value": value, "answered_at": at}
    placed = {"table_id": held.table_id, "municipality_id": held.municipality_id}
    kept, _created = Answer.objects.update_or_create(
        sheet=held, item=item, defaults=said, create_defaults={**placed, **said}
    )
    record(act="sheet.answer", by=by, pen=pen, thing=kept, at=at)
    return kept


@transaction.atomic
def finish(*, sheet: Sheet, by: Actor, at: datetime, pen: Actor | None = None) -> Sheet:
    """The round is over; finishing again changes nothing. It stays closed to everybody until she decides otherwise.

    Not every question needs an answer. Raises NotPossible when there is none at all.
    """
    held = hold(sheet)
    if held.finished_at is not None:
        return held
    _refuse_who(held, pen)
    if not Answer.objects.filter(sheet=held).exists():
        raise NotPossible(_("Svar på et spørgsmål først. Du må gerne springe resten over."))
    held.finished_at = at
    held.save(update_fields=["finished_at"])
    record(act="sheet.finish", by=by, pen=pen, thing=held, at=at)
    return held


def hold(sheet: Sheet) -> Sheet:
    """The row as it is saved now, locked to the end of the transaction: another window may have changed it."""
    return Sheet.objects.select_for_update().get(pk=sheet.pk)


def _refuse_who(held: Sheet, pen: Actor | None) -> None:
    """Her own round is hers; a penned one is the pen's while it is written, then hers to put right till confirmed."""
    if held.finished_at is None:
        if held.pen_id is not None and (pen is None or pen.pk != held.pen_id):
            raise NotPossible(_("Der bliver skrevet for dig lige nu. Du kan rette det bagefter."))
        if held.pen_id is None and pen is not None:
            raise NotPossible(_("Den her runde skriver borgeren selv."))
    elif held.pen_id is None or held.confirmed_at is not None or pen is not None:
        _refuse_when_finished(held)


def _refuse_when_finished(held: Sheet) -> None:
    if held.finished_at is not None:
        raise NotPossible(
            _("Du er færdig med den her vurdering. Dine svar er gemt. Begynd på en ny, hvis du vil svare igen.")
        )


def _refuse_foreign(held: Sheet, item: Item) -> None:
    """It is of this round: of its version or local addition, in its edition; with a pen never a shielded one."""
    ours = item.version_id in (held.version_id, held.local_version_id) and item.edition in (
        "",
        held.edition or Track.JOB,
    )
    if not ours or (item.shielded and held.pen_id is not None):
        raise NotPossible(_("Spørgsmålet hører ikke til den her vurdering. Gå tilbage, og prøv igen."))


def _on_the_scale(value: int | None) -> bool:
    return type(value) is int and LOWEST <= value <= HIGHEST
