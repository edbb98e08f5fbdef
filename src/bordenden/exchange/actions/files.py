"""Writes about files: put one at the table, let a seat see it or not, remove one's own."""

import unicodedata
from collections.abc import Iterable
from datetime import datetime
from functools import partial
from hashlib import sha256

from django.db import transaction
from django.utils.translation import gettext as _

from bordenden.audit.actions import record
from bordenden.exchange import store
from bordenden.exchange.content import Content
from bordenden.exchange.models import LONGEST_NAME, File, FileView
from bordenden.exchange.words import WORKS_WITH_HER, Shown
from bordenden.foundation.ids import FormKey
from bordenden.foundation.rules import NotPossible
from bordenden.pathways.models import Seat, Table
from bordenden.people.models import Person


@transaction.atomic
def put(
    *, table: Table, name: str, content: Content, seats: Iterable[Seat], form_key: FormKey, by: Person, at: datetime
) -> File:
    """A file at the table, seen by her and by these seats. Raises NotPossible for a content that lies there already.

    Its name is words and nothing else.
    """
    called = _called(name)
    before = File.objects.filter(table=table, form_key=form_key).first()
    if before is not None:
        return before
    digest = sha256(content.body).hexdigest()
    Table.objects.select_for_update().get(pk=table.pk)
    if File.objects.filter(table=table, digest=digest, removed_at=None).exists():
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
    """Whether whoever sits on the seat sees the file. Raises NotPossible for a guest's seat or another table's."""
    if seat.table_id != file.table_id or seat.role not in WORKS_WITH_HER:
        raise NotPossible(_("Du kan kun vise filer til dem, der arbejder sammen med dig ved bordet."))
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
    wanted = Shown.SENT if shown else Shown.KEPT
    if view.sharing != wanted:
        view.sharing, view.opened_at = wanted, at if shown else view.opened_at
        view.save(update_fields=["sharing", "opened_at"])
        record(act="file.show" if shown else "file.hide", by=by, thing=view, at=at)


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
