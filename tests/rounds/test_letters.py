"""Letters out: each person's own way, bytes on the wire without a name, tries with pauses, and never twice."""

from collections.abc import Iterator
from datetime import timedelta
from email import message_from_bytes, policy
from uuid import uuid4

import pytest
from pytest_django import Settings

from bordenden.audit.models import Entry
from bordenden.people.actions import choose_notices
from bordenden.people.models import Person
from bordenden.people.words import Wish
from bordenden.post import actions
from bordenden.post.models import Letter
from bordenden.post.words import Kind, State, Way
from bordenden.rounds.letters import send_letters
from bordenden.rounds.machine import MACHINE
from bordenden.worlds.cast.people import seat_everybody
from tests.assessments.test_races import together
from tests.cast import MONDAY, Cast
from tests.post.postmaster import Postmaster, mail_server
from tests.walls import as_the_application

ADDRESS = "amina@fjordby.example"


@pytest.fixture
def server(settings: Settings) -> Iterator[Postmaster]:
    with mail_server(settings) as master:
        yield master


def wants(person: Person, way: Wish, email: str = "") -> None:
    choose_notices(person=person, way=way, email=email, reminders=False, by=person, at=MONDAY)


def tell(cast: Cast, event: str = "message:1", kind: Kind = Kind.MESSAGE) -> Letter:
    return actions.queue(to=cast.amina, kind=kind, about=cast.aminas_table, event=event, at=MONDAY)


def states() -> list[tuple[str, str]]:
    return list(Letter.objects.order_by("queued_at", "event").values_list("way", "state"))


def test_the_bytes_on_the_wire_say_nothing_of_her(cast: Cast, server: Postmaster) -> None:
    wants(cast.amina, Wish.EMAIL, ADDRESS)
    tell(cast)
    assert send_letters(at=MONDAY) == 1
    (raw,) = server.letters
    mail = message_from_bytes(raw, policy=policy.default)
    assert (mail["To"], mail["Subject"]) == (ADDRESS, "Der er nyt til dig")
    assert mail.get_content().replace("\r\n", "\n") == (
        "Hej\n\nDer er noget nyt til dig. Log ind for at se det:\nhttps://bordenden.fjordby.example/\n\n"
        "Vi skriver aldrig i en mail, hvad det handler om. Du kan ikke svare på mailen.\n"
        "Når du er logget ind, kan du vælge, hvordan du vil have besked.\n"
    )
    wire = (b"".join(server.said) + raw).decode().replace(ADDRESS, "")
    secret = [cast.amina.given_name, cast.amina.family_name, cast.bo.given_name, cast.amina.phone, "Fjordby ("]
    secret += [str(cast.amina.pk), str(cast.aminas_table.pk), "besked til dig", "message", "html", "?"]
    assert [word for word in secret if word in wire.replace("=?utf-8?", "")] == []
    assert Entry.objects.filter(act="letter.sent", actor=MACHINE.pk, table=cast.aminas_table.pk).count() == 1
    assert (send_letters(at=MONDAY + timedelta(days=9)), len(server.letters)) == (0, 1)


def test_everybody_hears_the_chosen_way_and_whoever_never_chose_on_paper(cast: Cast, server: Postmaster) -> None:
    tell(cast)
    for person in (cast.bo, cast.mie, cast.karim):
        actions.queue(to=person, kind=Kind.MESSAGE, about=cast.aminas_table, event="message:2", at=MONDAY)
    wants(cast.bo, Wish.NONE)
    wants(cast.mie, Wish.EMAIL, "mie@mentor.example")
    with as_the_application():
        assert send_letters(at=MONDAY) == 1
    found = {letter.person: (letter.way, letter.state) for letter in Letter.objects.all()}
    assert found == {
        cast.amina.pk: (Way.PAPER, State.WAITING),
        cast.karim.pk: (Way.PAPER, State.WAITING),
        cast.bo.pk: ("", State.UNWANTED),
        cast.mie.pk: (Way.EMAIL, State.SENT),
    }


def test_who_changes_her_mind_hears_the_new_way(cast: Cast, server: Postmaster) -> None:
    tell(cast)
    assert (send_letters(at=MONDAY), states()) == (0, [(Way.PAPER, State.WAITING)])
    wants(cast.amina, Wish.EMAIL, ADDRESS)
    assert (send_letters(at=MONDAY), states()) == (1, [(Way.EMAIL, State.SENT)])


def test_what_is_due_together_is_one_mail(cast: Cast, server: Postmaster) -> None:
    wants(cast.amina, Wish.EMAIL, ADDRESS)
    tell(cast)
    tell(cast, "proposal:1", Kind.PROPOSAL)
    assert (send_letters(at=MONDAY), len(server.letters)) == (1, 1)
    assert states() == [(Way.EMAIL, State.SENT)] * 2


def test_a_letter_called_off_is_not_sent_and_one_for_later_waits(cast: Cast, server: Postmaster) -> None:
    wants(cast.amina, Wish.EMAIL, ADDRESS)
    tell(cast)
    later = MONDAY + timedelta(hours=1)
    actions.queue(to=cast.amina, kind=Kind.STEP_DUE, about=cast.bos_seat, event="step:1", at=MONDAY, not_before=later)
    actions.call_off(about=cast.aminas_table, kind=Kind.MESSAGE, at=MONDAY)
    assert (send_letters(at=MONDAY), server.letters) == (0, [])
    assert (send_letters(at=later), len(server.letters)) == (1, 1)
    assert states() == [("", State.CANCELLED), (Way.EMAIL, State.SENT)]


def test_a_server_that_is_away_is_tried_six_times_with_growing_pauses(cast: Cast, settings: Settings) -> None:
    with mail_server(settings):
        pass  # Its port is free again: nobody listens.
    wants(cast.amina, Wish.EMAIL, ADDRESS)
    letter, at, tries = tell(cast), MONDAY, []
    while letter.state == State.WAITING:
        send_letters(at=at)
        letter.refresh_from_db()
        tries.append((letter.attempts, letter.not_before - at))
        before, at = at, letter.not_before
        if letter.state == State.WAITING:
            assert send_letters(at=at - timedelta(seconds=1)) == 0
    hours = [number for _tries, pause in tries[:-1] for number in [pause.total_seconds() / 3600]]
    assert (hours, letter.attempts) == ([5 / 60, 0.5, 2, 8, 24], 6)
    assert (letter.state, letter.last_fault, letter.settled_at) == (State.FAILED, "ConnectionRefusedError", before)
    assert Entry.objects.filter(act="letter.failed", thing=letter.pk).count() == 1


def test_an_address_refused_for_good_has_failed_at_once_and_stops_nobody_else(cast: Cast, server: Postmaster) -> None:
    wants(cast.amina, Wish.EMAIL, ADDRESS)
    wants(cast.bo, Wish.EMAIL, "bo@fjordby.example")
    wants(cast.mie, Wish.EMAIL, "mie@mentor.example")
    server.says = {ADDRESS: f"550 no such user {ADDRESS}", "bo@fjordby.example": "451 later"}
    for number, person in enumerate((cast.amina, cast.bo, cast.mie)):
        actions.queue(to=person, kind=Kind.MESSAGE, about=cast.aminas_table, event=f"message:{number}", at=MONDAY)
    assert send_letters(at=MONDAY) == 1
    rows = Letter.objects.order_by("event").values_list("state", "attempts", "last_fault")
    assert list(rows) == [
        (State.FAILED, 1, "SMTPRecipientsRefused 550"),
        (State.WAITING, 1, "SMTPRecipientsRefused 451"),
        (State.SENT, 1, ""),
    ]


def test_a_server_that_falls_silent_may_have_taken_it_so_it_is_not_sent_again(cast: Cast, server: Postmaster) -> None:
    wants(cast.amina, Wish.EMAIL, ADDRESS)
    letter = tell(cast)
    server.silent_after_data = True
    assert send_letters(at=MONDAY) == 0
    letter.refresh_from_db()
    assert (letter.state, letter.last_fault) == (State.FAILED, "SMTPServerDisconnected")
    server.silent_after_data = False
    assert (send_letters(at=MONDAY + timedelta(days=2)), len(server.letters)) == (0, 1)
    assert actions.try_again(letter=letter, at=MONDAY) is True
    assert (send_letters(at=MONDAY + timedelta(days=2)), len(server.letters)) == (1, 2)


def test_who_dies_with_a_letter_in_hand_leaves_it_visible_and_unsent(cast: Cast, server: Postmaster) -> None:
    wants(cast.amina, Wish.EMAIL, ADDRESS)
    letter = tell(cast)
    actions.sort_out(letter=letter, way=Way.EMAIL, at=MONDAY)
    assert actions.claim(municipality=cast.fjordby.pk, at=MONDAY) is not None
    assert (send_letters(at=MONDAY + timedelta(minutes=119)), server.letters) == (0, [])
    assert (send_letters(at=MONDAY + timedelta(minutes=120)), server.letters) == (0, [])
    letter.refresh_from_db()
    assert (letter.state, letter.last_fault, letter.claim) == (State.FAILED, actions.LOST, None)


def test_one_called_off_while_it_is_on_its_way_is_said_to_be_sent(cast: Cast) -> None:
    letter = tell(cast)
    actions.sort_out(letter=letter, way=Way.EMAIL, at=MONDAY)
    claim = actions.claim(municipality=cast.fjordby.pk, at=MONDAY)
    assert claim is not None
    assert actions.call_off(about=cast.aminas_table, kind=Kind.MESSAGE, at=MONDAY) == 1
    actions.sent(claim=claim, at=MONDAY)
    letter.refresh_from_db()
    assert letter.state == State.SENT


@pytest.mark.django_db(transaction=True)
def test_workers_at_once_send_each_letter_once(settings: Settings) -> None:
    cast, people = seat_everybody(at=MONDAY), 12
    with mail_server(settings) as server:
        everybody = [cast.amina, cast.bo, cast.mie, cast.sara, cast.ole, cast.karim, cast.jens, cast.lone]
        for person in everybody:
            wants(person, Wish.EMAIL, f"{person.given_name.lower()}@fjordby.example")
            for _one in range(people // 4):
                event = f"message:{uuid4()}"
                actions.queue(to=person, kind=Kind.MESSAGE, about=cast.aminas_table, event=event, at=MONDAY)
        assert together(*[lambda: send_letters(at=MONDAY)] * 3) == [None] * 3
        to = sorted(message_from_bytes(raw)["To"] for raw in server.letters)
        assert to == sorted(f"{person.given_name.lower()}@fjordby.example" for person in everybody)
        assert set(states()) == {(Way.EMAIL, State.SENT)}
        assert set(Letter.objects.values_list("attempts", "claim")) == {(1, None)}
