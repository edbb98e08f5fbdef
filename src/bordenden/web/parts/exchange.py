"""Messages and files as each door shows them: a thread with its form, a list of files, one file handed out."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.template.defaultfilters import filesizeformat
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bordenden.exchange import store
from bordenden.exchange.queries import messages_of
from bordenden.exchange.words import ENDINGS, MEDIA_TYPES, FileKind
from bordenden.web.design.widgets import TOO_LONG
from bordenden.web.parts.moments import moment
from bordenden.web.parts.paging import cut

if TYPE_CHECKING:
    from bordenden.exchange.models import File, Message, Thread
    from bordenden.people.models import Person
    from bordenden.web.design.parts import Pager

log = logging.getLogger(__name__)
A_PAGE = 20
LONGEST_NAME = 120
LONGEST_MESSAGE = 4000
# What a thread's page may be asked besides sending a message.
READ, CLOSE, OPEN = "read", "close", "open"
# What a page of files may be asked besides laying one there.
REMOVE = "remove"


@dataclass(frozen=True, slots=True)
class MessageLine:
    """One message as the reader meets it; `new`: the reader has not said it is read."""

    who: str
    when: str
    words: str
    mine: bool
    new: bool
    read: bool


@dataclass(frozen=True, slots=True)
class ThreadPart:
    """A page of a thread, newest first; `unread` is how many of the whole thread the reader has not read."""

    lines: tuple[MessageLine, ...]
    unread: int
    pager: Pager


def thread_part(
    thread: Thread, *, reader: Person, hers: bool, unread: int, side: str | None, seen: datetime
) -> ThreadPart:
    """`hers`: the reader sits at the head, perhaps not alone."""
    page = cut(messages_of(thread=thread), side, size=A_PAGE)
    return ThreadPart(tuple(_line(one, reader, hers, seen) for one in page.rows), unread, page.pager)


def _line(message: Message, reader: Person, hers: bool, seen: datetime) -> MessageLine:
    mine, read = message.written_by_id == reader.pk, message.read_at is not None
    when, came = moment(message.sent_at, seen=seen), message.from_head != hers
    return MessageLine(message.written_by.given_name, when, message.words, mine, came and not read, read)


def words_field() -> forms.CharField:
    """The one field of a message, the same at every door."""
    return forms.CharField(
        label=gettext_lazy("Din besked"),
        max_length=LONGEST_MESSAGE,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": gettext_lazy("Skriv et par ord."), **TOO_LONG},
    )


class FileForm(forms.Form):
    """One file, and who else is to see it."""

    form_key = forms.UUIDField(widget=forms.HiddenInput)
    file = forms.FileField(
        label=gettext_lazy("Filen"),
        help_text=gettext_lazy("PDF eller billede. Højst 10 MB."),
        widget=forms.FileInput(attrs={"accept": ".pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png"}),
        max_length=LONGEST_NAME,
        error_messages={
            "required": gettext_lazy("Vælg en fil. Den må fylde 10 MB."),
            "empty": gettext_lazy("Filen er tom. Vælg en anden."),
            "max_length": gettext_lazy("Filens navn er for langt. Kald den noget kortere."),
        },
    )
    seats = forms.MultipleChoiceField(
        label=gettext_lazy("Hvem må se den?"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, seats: list[tuple[str, str]], **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self.fields["seats"].choices = seats  # type: ignore[attr-defined]
        if not seats:
            del self.fields["seats"]


class RemoveForm(forms.Form):
    """Which file the button was for."""

    file = forms.UUIDField()


@dataclass(frozen=True, slots=True)
class FileLine:
    """One file in a list: what it is called, what it is, who put it there and when; its own addresses.

    `own` is the file's id where the reader laid it there and may take it away here.
    """

    name: str
    kind: str
    size: str
    who: str
    when: str
    seen_by: str
    get_url: str
    url: str = ""
    own: str = ""


def file_line(
    file: File,
    *,
    seen: datetime,
    get_url: str,
    url: str = "",
    seen_by: str = "",
    own: bool = False,
    reader: Person | None = None,
) -> FileLine:
    """The line; `seen_by` and who the `reader` is are for her alone. `own`: whoever reads may take it away here."""
    kind = str(FileKind(file.kind).label)
    when = moment(file.put_at, seen=seen)
    who = _("Dig") if reader is not None and file.put_by_id == reader.pk else file.put_by.given_name
    key = str(file.pk) if own else ""
    return FileLine(file.name, kind, filesizeformat(file.size), who, when, seen_by, get_url, url, key)


def handed(file: File) -> HttpResponse:
    """The file to be kept, never shown by the browser: its own type, no guessing, nothing in it may run."""
    kind = FileKind(file.kind)
    try:
        content = store.fetch(file.pk)
    except store.Missing:
        log.error("A file's content is missing: %s", file.pk)
        raise Http404 from None
    name = file.name if file.name.lower().endswith(ENDINGS[kind]) else f"{file.name}{ENDINGS[kind]}"
    headers = {
        "Content-Disposition": content_disposition_header(True, name) or "attachment",
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "X-Content-Type-Options": "nosniff",
    }
    return HttpResponse(content, content_type=MEDIA_TYPES[kind], headers=headers)


def chosen_seats(sent: dict[str, Any]) -> set[UUID]:
    """The seats ticked in the form; none where there were none to tick."""
    return {UUID(pk) for pk in sent.get("seats", [])}
