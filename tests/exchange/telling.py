"""What the tests share: a thread with words in it, a file on the table, a file to send, a nurse, a talk today."""

from datetime import timedelta
from uuid import uuid4

from django.core.files.uploadedfile import SimpleUploadedFile

from bordenden.exchange import actions
from bordenden.exchange.content import taken_in
from bordenden.exchange.models import File, FileView, Message, Thread
from bordenden.meetings.actions import arrange
from bordenden.meetings.models import Conversation
from bordenden.meetings.words import Where
from bordenden.pathways import actions as pathways
from bordenden.pathways.models import Seat
from bordenden.pathways.words import SeatRole
from bordenden.people import actions as people
from bordenden.people.models import Person
from bordenden.programmes.actions import give_office
from bordenden.programmes.words import Department, OfficeRole
from bordenden.worlds.cast.exchange import EMPTY_PAGE
from tests.cast import MONDAY, Cast


def a_nurse(cast: Cast) -> Seat:
    """Ida of the health department (made up), whom Amina has invited to her table for her profession's sake."""
    ida = people.register(municipality=cast.fjordby, given_name="Ida", title="Sygeplejerske", made_up=True)
    people.give_demo_login(person=ida, username="ida", order=99, line="")
    work, health = OfficeRole.PROFESSIONAL, Department.HEALTH
    give_office(person=ida, role=work, project=cast.project, department=health, at=MONDAY)
    return pathways.seat(table=cast.aminas_table, person=ida, role=SeatRole.GUEST, by=cast.amina, at=MONDAY)


def meet(cast: Cast, after: timedelta = timedelta(hours=3)) -> Conversation:
    """Amina and Bo meet this afternoon, or so much later."""
    when, table = MONDAY + after, cast.aminas_table
    return arrange(table=table, starts_at=when, place=Where.HOME, form_key=uuid4(), by=cast.amina, at=MONDAY)


def thread_of(cast: Cast, seat: Seat) -> Thread:
    return actions.begin(seat=seat, by=cast.amina, at=MONDAY)


def said(thread: Thread, words: str, by: Person) -> Message:
    return actions.send(thread=thread, words=words, form_key=uuid4(), by=by, at=MONDAY)


def laid(cast: Cast, *seats: Seat, name: str = "Brev.pdf", more: bytes = b"", by: Person | None = None) -> File:
    """At Amina's table by her, or by Jens at the Holms'."""
    content, table = taken_in(EMPTY_PAGE + more), cast.holms_table if by == cast.jens else cast.aminas_table
    by = by or cast.amina
    return actions.put(table=table, name=name, content=content, seats=seats, form_key=uuid4(), by=by, at=MONDAY)


def view_of(file: File, seat: Seat) -> FileView:
    return FileView.objects.get(file=file, shared_to=seat)


def a_file(name: str = "Brev.pdf", content: bytes = EMPTY_PAGE) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, "application/x-whatever")
