"""Messages: one thread a seat, nothing inherited, nothing deleted, and the other side hears that there is one."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from bordenden.access import acts, gate
from bordenden.access.acts import Act
from bordenden.exchange import actions
from bordenden.exchange.models import FileView, Message, Thread
from bordenden.exchange.queries import correspondents, shown_to, unread_by_her
from bordenden.families.actions import leave_family
from bordenden.foundation.rules import AlreadySent, NotPossible
from bordenden.pathways import actions as pathways
from bordenden.pathways.models import Seat
from bordenden.pathways.words import LeavingReason
from bordenden.people.models import Person
from bordenden.post.models import Letter
from bordenden.post.words import State
from bordenden.programmes.actions import give_office
from bordenden.programmes.models import Office
from bordenden.programmes.words import OfficeRole
from tests.cast import MONDAY, Cast, viewer_of
from tests.exchange.telling import a_nurse, laid
from tests.families.holms import seat_the_holms

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


def send(thread: Thread, words: str, by: Person, hours: int = 0) -> Message:
    return actions.send(thread=thread, words=words, form_key=uuid4(), by=by, at=MONDAY + HOUR * hours)


def may(person: Person, thing: Thread | FileView, hours: int = 0) -> bool:
    act: Act[Any] = acts.THREAD_WRITE if isinstance(thing, Thread) else acts.FILE_VIEW
    at, viewer = MONDAY + HOUR * hours, viewer_of(person)
    assert gate.may(viewer, act, thing, at=at) == gate.reachable(viewer, act, at=at).filter(pk=thing.pk).exists()
    return gate.may(viewer, act, thing, at=at)


def test_she_writes_to_bo_he_hears_of_it_once_and_answers(cast: Cast) -> None:
    thread = actions.begin(seat=cast.bos_seat, by=cast.amina, at=MONDAY)
    assert actions.begin(seat=cast.bos_seat, by=cast.bo, at=MONDAY) == thread
    key = uuid4()
    for _tap in range(2):
        actions.send(thread=thread, words=" Hej Bo ", form_key=key, by=cast.amina, at=MONDAY)
    assert list(Message.objects.values_list("words", "from_head")) == [("Hej Bo", True)]
    assert [(letter.person, letter.state) for letter in Letter.objects.all()] == [(cast.bo.pk, State.WAITING)]
    send(thread, "Hej Amina", cast.bo, 1)
    # What he answers he has read: the letter to him is called off, and she gets one.
    states = {letter.person: letter.state for letter in Letter.objects.all()}
    assert states == {cast.bo.pk: State.CANCELLED, cast.amina.pk: State.WAITING}
    assert unread_by_her(table=cast.aminas_table) == 1
    assert actions.read_all(thread=thread, by=cast.amina, at=MONDAY + 2 * HOUR) == 1
    assert unread_by_her(table=cast.aminas_table) == 0
    assert set(Letter.objects.values_list("state", flat=True)) == {State.CANCELLED}
    with pytest.raises(AlreadySent):
        actions.send(thread=thread, words="Noget andet", form_key=key, by=cast.amina, at=MONDAY)


def test_a_thread_is_theirs_alone_and_whoever_comes_after_inherits_nothing(cast: Cast) -> None:
    thread = actions.begin(seat=cast.bos_seat, by=cast.amina, at=MONDAY)
    allowed = {
        name: may(getattr(cast, name), thread) for name in ("amina", "bo", "mie", "sara", "ole", "birthe", "lis")
    }
    assert {name for name, yes in allowed.items() if yes} == {"amina", "bo"}
    send(thread, "Hej Bo", cast.amina)
    new = pathways.change_coordinator(
        table=cast.aminas_table, to=cast.ole, because=LeavingReason.ORGANISATION, by=cast.bo, at=MONDAY + HOUR
    )
    assert (may(cast.bo, thread, 1), may(cast.ole, thread, 1), may(cast.amina, thread, 1)) == (False, False, True)
    with pytest.raises(NotPossible, match="kan ikke læse med her mere"):
        send(Thread.objects.get(), "Er du der?", cast.amina, 2)
    found = [(one.seat.person, one.over) for one in correspondents(table=cast.aminas_table, at=MONDAY + HOUR)]
    assert (cast.bo, True) in found
    assert actions.begin(seat=new, by=cast.amina, at=MONDAY + HOUR) != thread


def test_a_mentors_thread_is_hers_to_begin_close_and_open_again(cast: Cast) -> None:
    with pytest.raises(NotPossible):
        actions.begin(seat=cast.mies_seat, by=cast.mie, at=MONDAY)
    thread = actions.begin(seat=cast.mies_seat, by=cast.amina, at=MONDAY)
    assert (may(cast.mie, thread), may(cast.bo, thread)) == (True, False)
    actions.close(thread=thread, by=cast.amina, at=MONDAY)
    thread.refresh_from_db()
    assert (may(cast.mie, thread), may(cast.amina, thread)) == (False, True)
    with pytest.raises(NotPossible, match="Her er lukket"):
        send(thread, "Hej Mie", cast.amina)
    actions.open_again(thread=thread, by=cast.amina, at=MONDAY)
    assert send(thread, "Hej Mie", cast.amina).from_head is True
    bos = actions.begin(seat=cast.bos_seat, by=cast.amina, at=MONDAY)
    with pytest.raises(NotPossible, match="Din sagsbehandler skal kunne læse det"):
        actions.close(thread=bos, by=cast.amina, at=MONDAY)


def test_a_professional_is_written_with_as_a_mentor_and_her_sister_is_not(cast: Cast) -> None:
    idas = a_nurse(cast)
    with pytest.raises(NotPossible, match="begynder selv"):
        actions.begin(seat=idas, by=idas.person, at=MONDAY)
    thread = actions.begin(seat=idas, by=cast.amina, at=MONDAY)
    assert send(thread, "Hej Amina", idas.person).from_head is False
    found = [one.seat for one in correspondents(table=cast.aminas_table, at=MONDAY)]
    assert (idas in found, cast.saras_seat in found) == (True, False)


def test_a_professional_out_of_office_is_a_stranger_to_what_was_opened_and_amina_reads_so(cast: Cast) -> None:
    """The seat at the table stays; the thread and the file were for the work's sake. In office again she reads on."""
    idas = a_nurse(cast)
    thread, file = actions.begin(seat=idas, by=cast.amina, at=MONDAY), laid(cast, idas)
    view = FileView.objects.get(file=file, shared_to=idas)
    Office.objects.filter(person=idas.person).update(ends_at=MONDAY + HOUR)
    seen = [(may(idas.person, thread, hours), may(idas.person, view, hours)) for hours in (0, 1)]
    assert seen == [(True, True), (False, False)]
    assert may(cast.amina, thread, 1)
    lines = correspondents(table=cast.aminas_table, at=MONDAY + HOUR)
    assert [one.over for one in lines if one.seat == idas] == [True]
    assert idas.pk not in shown_to(file=file, at=MONDAY + HOUR)
    with pytest.raises(NotPossible, match="Ida kan ikke læse med her mere"):
        send(thread, "Er du der?", cast.amina, 1)
    give_office(person=idas.person, role=OfficeRole.PROFESSIONAL, project=cast.project, at=MONDAY + 2 * HOUR)
    assert (may(idas.person, thread, 2), may(idas.person, view, 2)) == (True, True)


def test_what_a_father_begins_with_his_daughter_is_the_heads_and_hers_and_he_closes_it(cast: Cast) -> None:
    holms = seat_the_holms(cast)
    freja = holms.freja.person
    seat = Seat.objects.get(person=freja)
    for other in (freja, cast.ole):
        with pytest.raises(NotPossible, match="begynder selv"):
            actions.begin(seat=seat, by=other, at=MONDAY)
    thread = actions.begin(seat=seat, by=cast.jens, at=MONDAY)
    assert send(thread, "Hej far", freja).from_head is False
    with pytest.raises(NotPossible, match="bestemmer selv"):
        actions.close(thread=thread, by=freja, at=MONDAY)
    leave_family(member=holms.freja, by=freja, at=MONDAY + HOUR)
    assert (may(freja, thread), may(freja, thread, 1), may(cast.lone, thread, 1)) == (True, False, True)


def test_guests_and_empty_messages_are_refused(cast: Cast) -> None:
    with pytest.raises(NotPossible):
        actions.begin(seat=cast.saras_seat, by=cast.amina, at=MONDAY)
    thread = actions.begin(seat=cast.bos_seat, by=cast.amina, at=MONDAY)
    with pytest.raises(NotPossible, match="Skriv et par ord"):
        send(thread, "  ", cast.amina)
    assert Message.objects.count() == 0
