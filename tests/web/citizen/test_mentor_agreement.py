"""Aftalen med Aisha: Amina reads it, says yes, or says in her own words what should be otherwise."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from bordenden.drafts.models import Draft
from bordenden.mentors import actions
from bordenden.mentors.models import MentorAgreement
from tests.cast import MONDAY, Cast, client_of
from tests.web.citizen.mentor_stories import chosen, profile, written
from tests.web.entry.logins import hidden
from tests.web.pages import queries_of
from tests.web.reading import words_of
from tests.web.talking import page, refused, stand_at

OTHERWISE = {"do": "otherwise", "form_key": str(uuid4())}


@pytest.fixture(autouse=True)
def monday(monkeypatch: pytest.MonkeyPatch) -> None:
    stand_at(monkeypatch)


@pytest.fixture
def made(story: Cast) -> MentorAgreement:
    """Bo has written an agreement with Aisha."""
    return written(story, chosen(story, "Aisha"))


def url(agreement: MentorAgreement) -> str:
    return reverse("mentor_agreement", args=[agreement.pk])


def test_amina_reads_how_long_how_much_and_what_for_and_says_yes(story: Cast, made: MentorAgreement) -> None:
    amina = client_of(story.amina)
    read = page(story.amina, url(made))
    for words in (
        "Den gælder, når både du og Aisha siger ja.",
        "Fra og til 2. marts 2026 til 1. september 2026 Tid sammen En time om ugen",
        "Det er Aisha der for Hun går med. Ringer om mandagen",
        "Dit ja Ikke endnu Ja fra Aisha Ikke endnu",
    ):
        assert words in read
    for _twice in range(2):
        assert amina.post(url(made), {"do": "yes"})["Location"] == url(made)
    assert "Nu mangler kun et ja fra Aisha." in page(story.amina, url(made))
    actions.say_yes(agreement=made, by=profile(story, "Aisha").person, at=MONDAY)
    read = page(story.amina, url(made))
    assert ("Alle har sagt ja. Aftalen gælder." in read, "Ja, det passer mig" in read) == (True, False)


def test_she_says_what_should_be_otherwise_and_may_still_say_yes(story: Cast, made: MentorAgreement) -> None:
    amina = client_of(story.amina)
    empty = amina.post(url(made), {**OTHERWISE, "words": " "})
    assert (empty.status_code, "hvad der skal være anderledes" in words_of(empty)) == (422, True)
    amina.post(url(made), {**OTHERWISE, "words": "Hellere om tirsdagen"})
    read = page(story.amina, url(made))
    assert "Bo skriver den om. Så læser I den igen. Du vil have det anderledes: Hellere om tirsdagen" in read
    amina.post(url(made), {"do": "yes"})
    made.refresh_from_db()
    assert (made.head_said_yes_at, made.changes_wanted) == (MONDAY, "")


def test_what_she_has_begun_to_write_is_kept_and_forgotten_when_sent(story: Cast, made: MentorAgreement) -> None:
    amina = client_of(story.amina)
    sent = {**OTHERWISE, "draft": hidden(amina.get(url(made)))["draft"], "words": "Hellere om"}
    assert amina.post(f"{url(made)}kladde/", sent).status_code == 204
    assert "Du har en kladde" in page(story.amina, url(made))
    again = amina.get(f"{url(made)}?kladde={made.pk}").content.decode()
    assert (">\nHellere om</textarea>" in again, '<details class="fold" open>' in again) == (True, True)
    assert client_of(story.karim).post(f"{url(made)}kladde/", sent).status_code == 404
    assert amina.post(url(made), sent).status_code == 303
    assert Draft.objects.get().content == ""


def test_what_she_typed_stays_when_a_newer_one_was_written(story: Cast, made: MentorAgreement) -> None:
    newer = written(story, made.seat)
    refusal = client_of(story.amina).post(url(made), {**OTHERWISE, "words": "Hellere om tirsdagen"})
    said = words_of(refusal)
    assert (refusal.status_code, "Der er skrevet en nyere aftale." in said) == (422, True)
    assert "Hellere om tirsdagen" in said
    assert url(newer) in refusal.content.decode()
    assert "Ja, det passer mig" not in page(story.amina, url(made))


def test_a_mentor_who_left_is_agreed_with_no_more(story: Cast, made: MentorAgreement) -> None:
    actions.leave_as_mentor(seat=made.seat, by=made.seat.person, at=MONDAY)
    read = page(story.amina, url(made))
    assert "Aisha er ikke mentor her mere. Aftalen gælder ikke længere." in read
    assert "Ja, det passer mig" not in read


def test_mie_sits_at_another_door(story: Cast) -> None:
    hers = MentorAgreement.objects.get(seat=story.mies_seat)
    assert page(story.amina, url(hers)).startswith("Til min mentor Aftalen med Mie")
    refused(story, url(hers), {"do": "yes"}, "bo")


def test_many_agreements_before_cost_the_same_and_are_paged(story: Cast, made: MentorAgreement) -> None:
    few = queries_of(client_of(story.amina), url(made))
    for count in range(12):
        newest = written(story, made.seat, MONDAY + timedelta(minutes=count))
    assert queries_of(client_of(story.amina), url(newest)) == few <= 12
    assert page(story.amina, url(newest)).count("2. marts 2026 til 1. september 2026") == 11


def test_two_heads_are_spoken_to_as_two(story: Cast) -> None:
    table, aisha = story.holms_table, profile(story, "Aisha")
    seat = actions.choose(table=table, profile=aisha, by=story.jens, at=MONDAY, words="Ro om morgenen")
    made = written(story, seat, by=story.ole)
    read = page(story.lone, url(made))
    assert "Den gælder, når både I og Aisha siger ja." in read
    assert "I er to for bordenden. Et ja gælder for jer begge." in read
    client_of(story.lone).post(url(made), {"do": "yes"})
    assert "Jeres ja 2. marts 2026 Ja fra Aisha Ikke endnu" in page(story.jens, url(made))
