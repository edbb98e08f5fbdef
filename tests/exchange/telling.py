"""What the tests of the pages share: a thread with words in it, a file on the table, and a file to send."""

from uuid import uuid4

from django.core.files.uploadedfile import SimpleUploadedFile

from bordenden.exchange import actions
from bordenden.exchange.content import taken_in
from bordenden.exchange.models import File, FileView, Message, Thread
from bordenden.pathways.models import Seat
from bordenden.people.models import Person
from bordenden.worlds.cast.exchange import EMPTY_PAGE
from tests.cast import MONDAY, Cast


def thread_of(cast: Cast, seat: Seat) -> Thread:
    return actions.begin(seat=seat, by=cast.amina, at=MONDAY)


def said(thread: Thread, words: str, by: Person) -> Message:
    return actions.send(thread=thread, words=words, form_key=uuid4(), by=by, at=MONDAY)


def laid(cast: Cast, *seats: Seat, name: str = "Brev.pdf", more: bytes = b"") -> File:
    content = taken_in(EMPTY_PAGE + more)
    return actions.put(
        table=cast.aminas_table, name=name, content=content, seats=seats, form_key=uuid4(), by=cast.amina, at=MONDAY
    )


def view_of(file: File, seat: Seat) -> FileView:
    return FileView.objects.get(file=file, shared_to=seat)


def a_file(name: str = "Brev.pdf", content: bytes = EMPTY_PAGE) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, "application/x-whatever")
