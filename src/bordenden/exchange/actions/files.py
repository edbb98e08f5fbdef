"""Writes about files: put one at the table, let a seat see it or not, remove one's own."""

import unicodedata
from collections.abc import Iterable
from datetime import datetime
from functools import partial
from hashlib import sha256

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from bordenden.audit.actions import record
from bordenden.exchange import store
from bordenden.exchange.content import Content
from bordenden.exchange.models import LONGEST_NAME, File, FileView
from bordenden.exchange.queries import invited_seats, may_write
from bordenden.exchange.words import Shown
from bordenden.foundation.ids import FormKey
from bordenden.foundation.rules import NotPossible
from bordenden.pathways.models import Seat, Table
from bordenden.pathways.queries import sits_at_head
from bordenden.people.models import Person


@transaction.atomic
def put(
    *, table: Table, name: str, content: Content, seats: Iterable[Seat], form_key: FormKey, by: Person, at: datetime
) -> File:
    """A file at the table, seen by her and by these seats. Raises NotPossible for a content that lies there already.

    Nobody learns so of a file that is not shown to them. Its name is words and nothing else.
    """
    called, seats = _called(name), list(seats)
    before = File.objects.filter(table=table, form_key=form_key).first()
    if before is not None:
        return before
    digest = sha256(content.body).hexdigest()
    Table.objects.select_for_update().get(pk=table.pk)
    if _known_there(table, digest, seats, by, at):
        raise NotPossible(_("Filen ligger her allerede."))
    file = File.objects.create(
        table=table,
        municipality_id=table.municipality_id,
        name=called,
        kind=content.kind,
        size=len(content.body),
        digest=digest,
        put_by=by,
        put_at=at,
        form_key=form_key,
    )
    store.keep(file.pk, content.body)
    record(act="file.put", by=by, thing=file, at=at)
    for seat in seats:
        show_to(file=file, seat=seat, shown=True, by=by, at=at)
    return file


@transaction.atomic
def show_to(*, file: File, seat: Seat, shown: bool, by: Person, at: datetime) -> None:
    """Whether whoever sits on the seat sees the file. Raises NotPossible for another table's seat, and for her own
    guest's: they see it while it lies on the table of a talk (`lay_before`)."""
    if seat.table_id != file.table_id or (shown and not may_write(seat=seat, at=at)):
        raise NotPossible(_("Du kan kun vise filer til dem, der arbejder sammen med dig ved bordet."))
    _share(file, seat, Shown.SENT if shown else Shown.KEPT, None, by, at)


@transaction.atomic
def lay_before(*, file: File, seat: Seat, until: datetime, by: Person, at: datetime) -> None:
    """Her own guest sees the file until then, and no longer. Raises NotPossible for everybody else."""
    if seat.table_id != file.table_id or not invited_seats(thing=seat, at=at).filter(pk=seat.pk).exists():
        raise NotPossible(_("Det er kun for dem, du selv har taget med."))
    _share(file, seat, Shown.MEETING, until, by, at)


@transaction.atomic
def clear_table(*, table: Table, at: datetime) -> None:
    """What lies on the table of a talk is taken from it: her own guests see no file any more."""
    laid = FileView.objects.filter(table=table, sharing=Shown.MEETING, shared_until__gt=at)
    laid.update(sharing=Shown.KEPT, shared_until=None)


def _share(file: File, seat: Seat, wanted: Shown, until: datetime | None, by: Person, at: datetime) -> None:
    view, _new = FileView.objects.select_for_update().get_or_create(
        file=file,
        shared_to=seat,
        defaults={
            "table_id": file.table_id,
            "municipality_id": file.municipality_id,
            "sharing": Shown.KEPT,
            "opened_at": at,
        },
    )
    if (view.sharing, view.shared_until) == (wanted, until):
        return
    shown = wanted != Shown.KEPT
    view.sharing, view.shared_until, view.opened_at = wanted, until, at if shown else view.opened_at
    view.save(update_fields=["sharing", "shared_until", "opened_at"])
    record(act="file.show" if shown else "file.hide", by=by, thing=view, at=at)


def _known_there(table: Table, digest: str, seats: list[Seat], by: Person, at: datetime) -> bool:
    """Whether a file with the same content lies there that the person may know of: at the head, of all of them."""
    same = File.objects.filter(table=table, digest=digest, removed_at=None)
    if not sits_at_head(thing=table, person=by, at=at):
        same = same.filter(Q(put_by=by) | Q(views__shared_to__in=seats, views__sharing=Shown.SENT))
    return same.exists()


@transaction.atomic
def remove(*, file: File, by: Person, at: datetime) -> None:
    """One's own is gone for everybody, name and content; that there was one stays. NotPossible: not one's own."""
    held = File.objects.select_for_update().get(pk=file.pk)
    if held.put_by_id != by.pk:
        raise NotPossible(_("Du kan kun fjerne de filer, du selv har lagt ind."))
    if held.removed_at is None:
        held.removed_at, held.name = at, ""
        held.save(update_fields=["removed_at", "name"])
        FileView.objects.filter(file=held).update(sharing=Shown.KEPT)
        record(act="file.remove", by=by, thing=held, at=at)
        # Only what is committed is gone: a rollback would leave a file without its content.
        transaction.on_commit(partial(store.throw_away, held.pk))


def _called(name: str) -> str:
    """The last part of the name, without control signs and signs that turn the direction of writing."""
    last = name.replace("\\", "/").rpartition("/")[2]
    called = "".join(sign for sign in last if unicodedata.category(sign) not in {"Cc", "Cf", "Cs"}).strip(" .")
    if len(called) > LONGEST_NAME:
        raise NotPossible(_("Filens navn er for langt. Kald den noget kortere."))
    return called or _("Fil uden navn")
