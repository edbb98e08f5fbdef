"""Aftalen, for Mie: she says yes, or what should be otherwise; nobody answers for her."""

from uuid import uuid4

import pytest
from django.urls import reverse

from bordenden.mentors import actions
from bordenden.mentors.models import MentorAgreement
from bordenden.pathways import actions as pathways
from bordenden.pathways.words import SeatRole
from bordenden.people import actions as people
from tests.cast import MONDAY, Cast, client_of
from tests.web.entry.logins import hidden
from tests.web.mentoring import QUERIES, refused, written
from tests.web.pages import queries_of
from tests.web.reading import words_of

YES, KEY = {"do": "yes"}, {"form_key": str(uuid4())}


@pytest.fixture(autouse=True)
def on_monday(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bordenden.web.threshold.opens.now", lambda: MONDAY)


def url(made: MentorAgreement) -> str:
    return reverse("guest_agreement", args=[made.pk])


def test_mie_reads_it_and_says_yes_twice_is_once(cast: Cast) -> None:
    made, mie = written(cast), client_of(cast.mie)
    page = words_of(mie.get(url(made)))
    assert "Fra 2. marts 2026 til og med 1. september 2026 To timer om ugen" in page
    assert "Tage bussen sammen Ringe om søndagen Ja, det passer mig" in page
    assert queries_of(mie, url(made)) <= QUERIES
    assert [mie.post(url(made), YES).status_code for _sent in range(2)] == [303, 303]
    made.refresh_from_db()
    assert (made.mentor_said_yes_at, made.head_said_yes_at, made.agreed) == (MONDAY, None, False)
    assert "Du har sagt ja. Nu venter den på Amina." in words_of(mie.get(url(made)))


def test_what_should_be_otherwise_is_said_in_words(cast: Cast) -> None:
    made, mie = written(cast), client_of(cast.mie)
    assert mie.post(url(made), {**KEY, "words": " "}).status_code == 422
    long = mie.post(url(made), {**KEY, "words": "Hellere om torsdagen. " * 30})
    assert (long.status_code, "Hellere om torsdagen." in words_of(long)) == (422, True)
    assert mie.post(url(made), {**KEY, "words": "Hellere om torsdagen."}).status_code == 303
    made.refresh_from_db()
    assert (made.changes_wanted, made.changes_wanted_by) == ("Hellere om torsdagen.", "mentor")
    actions.say_yes(agreement=made, by=cast.amina, at=MONDAY)
    mie.post(url(made), YES)
    made.refresh_from_db()
    late = mie.post(url(made), {**KEY, "words": "Alligevel ikke."})
    assert (late.status_code, made.agreed, made.changes_wanted) == (422, True, "")
    assert "Tal med sagsbehandleren om en ny aftale." in words_of(late)


def test_what_mie_has_begun_to_write_is_kept_for_her_alone(cast: Cast) -> None:
    made, mie = written(cast), client_of(cast.mie)
    sent = {**KEY, "draft": hidden(mie.get(url(made)))["draft"], "words": "Hellere om"}
    assert mie.post(f"{url(made)}kladde/", sent).status_code == 204
    assert ">\nHellere om</textarea>" in mie.get(f"{url(made)}?kladde={made.pk}").content.decode()
    assert client_of(cast.bo).post(f"{url(made)}kladde/", sent).status_code == 404


def test_one_that_was_written_anew_is_to_read_and_no_longer_to_answer(cast: Cast) -> None:
    old, mie = written(cast), client_of(cast.mie)
    written(cast, hours="Torsdage")
    assert "Der er skrevet en nyere aftale" in words_of(mie.get(url(old)))
    refusal = mie.post(url(old), YES)
    assert (refusal.status_code, "Der er skrevet en nyere aftale." in words_of(refusal)) == (422, True)


def test_neither_amina_nor_bo_nor_another_mentor_answers_for_her(cast: Cast) -> None:
    made = written(cast)
    refused(cast, url(made), YES, "mie")
    tove = people.register(municipality=cast.fjordby, given_name="Tove", made_up=True)
    people.give_demo_login(person=tove, username="tove", order=99, line="Endnu en mentor")
    pathways.seat(table=cast.aminas_table, person=tove, role=SeatRole.MENTOR, by=cast.amina, at=MONDAY)
    assert [client_of(tove).get(url(made)).status_code, client_of(tove).post(url(made), YES).status_code] == [
        404,
        404,
    ]
    made.refresh_from_db()
    assert made.mentor_said_yes_at is None
