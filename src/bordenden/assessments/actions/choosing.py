"""What she wants to work on: a few of her answered questions in her order, a next small step, a wished score."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bordenden.assessments.actions.answering import hold
from bordenden.assessments.models import HIGHEST, LOWEST, Answer, Item, Sheet, WorkOn
from bordenden.assessments.words import AnswerKind
from bordenden.audit.actions import Actor, record
from bordenden.foundation.rules import NotPossible

MOST_CHOSEN = 3


@transaction.atomic
def choose(*, sheet: Sheet, items: Sequence[Item], by: Actor, at: datetime) -> list[WorkOn]:
    """These and no others, at most three; one she had chosen before keeps its place, its words and its wish.

    Only what she gave a number, and never a shielded question: what she works on, her caseworker may come to read.
    """
    held = hold(sheet)
    if len(items) > MOST_CHOSEN:
        raise NotPossible(
            ngettext("Vælg højst %(number)d ting.", "Vælg højst %(number)d ting.", MOST_CHOSEN)
            % {"number": MOST_CHOSEN}
        )
    rated = Answer.objects.filter(sheet=held, kind=AnswerKind.RATED, item__shielded=False)
    allowed = set(rated.order_by("pk").values_list("item_id", flat=True))
    if any(item.pk not in allowed for item in items):
        raise NotPossible(_("Vælg mellem det, du har givet et tal."))
    before = {row.item_id: row for row in WorkOn.objects.filter(sheet=held).order_by("place", "pk")}
    wanted = {item.pk: item for item in items}
    if set(before) == set(wanted):
        return list(before.values())
    WorkOn.objects.filter(sheet=held).exclude(item__in=list(wanted)).delete()
    for pk, item in wanted.items():
        if pk not in before:
            WorkOn.objects.create(
                table_id=held.table_id,
                municipality_id=held.municipality_id,
                sheet=held,
                item=item,
                place=len(before) + len(wanted),
                chosen_at=at,
            )
    rows = _numbered(list(WorkOn.objects.filter(sheet=held).order_by("place", "item__position", "pk")))
    record(act="sheet.choose", by=by, thing=held, at=at)
    return rows


@transaction.atomic
def put_first(*, choice: WorkOn, by: Actor, at: datetime) -> list[WorkOn]:
    """This one is the most important now; the others follow as they stood."""
    hold(choice.sheet)
    rows = list(WorkOn.objects.filter(sheet_id=choice.sheet_id).order_by("place", "pk"))
    if rows[0].pk == choice.pk:
        return rows
    rows = _numbered(sorted(rows, key=lambda row: row.pk != choice.pk))
    record(act="sheet.choose", by=by, thing=choice, at=at)
    return rows


@transaction.atomic
def next_step(*, choice: WorkOn, words: str, wish: int | None, by: Actor, at: datetime) -> WorkOn:
    """Her next small step in her own words, and the number she wishes for; both may be left empty."""
    if wish is not None and not (type(wish) is int and LOWEST <= wish <= HIGHEST):
        raise NotPossible(_("Vælg et tal fra 0 til 10, eller lad det stå tomt."))
    saved = WorkOn.objects.select_for_update().get(pk=choice.pk)
    words = words.strip()
    if (saved.step_words, saved.wish) == (words, wish):
        return saved
    saved.step_words, saved.wish = words, wish
    saved.save(update_fields=["step_words", "wish"])
    record(act="sheet.choose", by=by, thing=saved, at=at)
    return saved


def _numbered(rows: list[WorkOn]) -> list[WorkOn]:
    for place, row in enumerate(rows, start=1):
        if row.place != place:
            row.place = place
            row.save(update_fields=["place"])
    return rows
