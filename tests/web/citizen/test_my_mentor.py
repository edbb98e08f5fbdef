"""Min mentor: an offer is answered, the mentor stands there with telephone and hours, who left is said kindly."""

from datetime import timedelta

import pytest
from django.urls import reverse

from bordenden.mentors import actions, queries
from bordenden.mentors.words import OfferAnswer
from tests.cast import MONDAY, Cast, client_of
from tests.web.citizen.mentor_stories import at_hers, chosen, profile, stops, written
from tests.web.pages import queries_of
from tests.web.reading import words_of
from tests.web.talking import page, stand_at


@pytest.fixture(autouse=True)
def monday(monkeypatch: pytest.MonkeyPatch) -> None:
    stand_at(monkeypatch)


@pytest.mark.requirement("R164")
def test_karim_is_offered_a_mentor_and_may_answer_otherwise_later(story: Cast) -> None:
    url = reverse("my_mentor", args=[story.karims_table.pk])
    karim = client_of(story.karim)
    assert "Vil du have en mentor? Ole spurgte den 20. februar 2026. Ja tak Ikke lige nu Nej tak" in page(
        story.karim, url
    )
    sent = karim.post(url, {"do": "no"})
    assert (sent.status_code, sent["Location"]) == (303, url)
    assert "Dit svar den 2. marts 2026: Nej tak Det er helt fint." in page(story.karim, url)
    assert karim.post(url, {"do": "yes"})["Location"] == reverse("mentors", args=[story.karims_table.pk])
    offering = queries.offering_of(table=story.karims_table)
    assert offering is not None
    assert (offering.answer, karim.post(url, {"do": "perhaps"}).status_code) == ("yes", 303)
    for name in ("amina", "bo", "mie", "ole", "lis", "niels"):
        other = client_of(getattr(story, name))
        assert (name, other.get(url).status_code, other.post(url, {"do": "no"}).status_code) == (name, 404, 404)


@pytest.mark.requirement("R164")
def test_amina_reads_who_her_mentor_is_when_to_call_and_what_they_agreed(story: Cast) -> None:
    read = page(story.amina, at_hers(story, "my_mentor"))
    assert f"Ring til Mie {story.mie.phone} {story.mie.reachable}" in read
    assert "Alle har sagt ja. Aftalen gælder. 6. februar 2026 til 5. august 2026" in read
    for link in ("Hvad må Mie se?", "Skriv til Mie", "Læs det, Mie har skrevet", "Vælg en anden", "Stop med Mie"):
        assert link in read
    assert "Vil du have en mentor?" not in read


def test_without_an_offer_she_can_choose_all_the_same_and_sees_who_it_was_before(story: Cast) -> None:
    stops(story)
    read = page(story.amina, at_hers(story, "my_mentor"))
    assert "Vælg en mentor Tidligere mentorer" in read
    assert "– 2. marts 2026 Mie" in read
    assert "er ikke din mentor mere" not in read


def test_who_leaves_is_told_kindly_until_she_puts_it_away(story: Cast) -> None:
    url, home = at_hers(story, "my_mentor"), reverse("table", args=[story.aminas_table.pk])
    actions.leave_as_mentor(seat=story.mies_seat, by=story.mie, at=MONDAY)
    assert "Mie er ikke din mentor mere" in page(story.amina, home)
    read = page(story.amina, url)
    assert "Mie kan ikke være mentor her mere. Det er ikke din skyld." in read
    assert client_of(story.amina).post(url, {"do": "seen"}).status_code == 303
    assert "er ikke din mentor mere" not in page(story.amina, url) + page(story.amina, home)


def test_her_first_page_says_what_waits_for_her_answer(story: Cast) -> None:
    """An agreement, or an offer; after a wish for a change it is the caseworker's turn."""
    home = reverse("table", args=[story.aminas_table.pk])
    assert "mentor mere" not in page(story.amina, home)
    made = written(story, chosen(story, "Aisha"))
    assert "Læs aftalen med Aisha, og svar" in page(story.amina, home)
    actions.want_changes(agreement=made, words="Hellere om tirsdagen", by=story.amina, at=MONDAY)
    assert "Læs aftalen" not in page(story.amina, home)
    karims = reverse("table", args=[story.karims_table.pk])
    assert "Du kan få en mentor. Har du lyst til det?" in page(story.karim, karims)
    actions.choose(table=story.karims_table, profile=profile(story, "Aisha"), by=story.karim, at=MONDAY, words="Ro")
    assert "Har du lyst til det?" not in page(story.karim, karims)


def test_a_table_with_two_heads_is_spoken_to_as_two_and_costs_no_more(story: Cast) -> None:
    url = reverse("my_mentor", args=[story.holms_table.pk])
    tove = queries.mentor_of(table=story.holms_table, at=MONDAY)
    assert tove is not None
    assert "Tove Lind er din mentor." in page(story.lone, url)
    actions.stop_with_mentor(seat=tove, by=story.jens, at=MONDAY)
    offering = actions.offer(table=story.holms_table, by=story.ole, at=MONDAY)
    assert "Vil I have en mentor?" in page(story.lone, url)
    actions.answer(offering=offering, said=OfferAnswer.LATER, by=story.jens, at=MONDAY)
    assert "Jeres svar den 2. marts 2026: Ikke lige nu" in page(story.lone, url)


def test_a_renewal_and_many_mentors_before_cost_the_same(story: Cast) -> None:
    url, amina = at_hers(story, "my_mentor"), client_of(story.amina)
    few = queries_of(amina, url)
    for count in range(12):
        chosen(story, ("Aisha", "Henrik")[count % 2], MONDAY - timedelta(hours=13 - count))
    seat = queries.mentor_of(table=story.aminas_table, at=MONDAY)
    assert seat is not None
    written(story, seat)
    answer = amina.get(url)
    assert "Aftalen venter på dit svar" in words_of(answer)
    assert few <= queries_of(amina, url) <= 12
    assert answer.content.decode().count("timeline-when") == 10
