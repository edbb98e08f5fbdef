"""Dig og Bo: she writes, reads, says it is read; a mentor's thread she closes; what she types is kept."""

from uuid import uuid4

import pytest
from django.urls import reverse

from bordenden.exchange.models import Message, Thread
from tests.cast import Cast, client_of
from tests.exchange.telling import said, thread_of
from tests.web.pages import queries_of, text_of
from tests.web.reading import form_of, words_of


@pytest.fixture
def thread(cast: Cast) -> Thread:
    return thread_of(cast, cast.bos_seat)


def url(thread: Thread) -> str:
    return reverse("thread", args=[thread.pk])


def test_she_writes_once_and_knows_when_it_is_read(cast: Cast, thread: Thread) -> None:
    amina = client_of(cast.amina)
    page = text_of(amina, url(thread))
    assert "Bo læser det tidligst næste hverdag." in page
    form = {**form_of(amina.get(url(thread))), "words": "Må jeg tage min søster med?"}
    assert [amina.post(url(thread), form).status_code for _tap in range(2)] == [303, 303]
    assert Message.objects.count() == 1
    assert "Må jeg tage min søster med?" in text_of(amina, url(thread))
    assert "· læst" not in text_of(amina, url(thread))
    client_of(cast.bo).post(reverse("case_thread", args=[thread.pk]), {"do": "read"})
    assert "· læst" in text_of(amina, url(thread))


def test_what_came_is_new_until_she_says_it_is_read(cast: Cast, thread: Thread) -> None:
    said(thread, "Vi ses torsdag <b>kl. 10</b>", cast.bo)
    amina = client_of(cast.amina)
    page = amina.get(url(thread)).content.decode()
    assert "Vi ses torsdag &lt;b&gt;kl. 10&lt;/b&gt;" in page
    assert "1 ny besked" in text_of(amina, url(thread))
    assert amina.post(url(thread), {"do": "read"}).status_code == 303
    assert "ny besked" not in text_of(amina, url(thread))


@pytest.mark.parametrize(("words", "told"), [(" ", "Skriv et par ord."), ("a" * 4001, "Skriv lidt kortere")])
def test_what_cannot_be_sent_stays_in_the_form(cast: Cast, thread: Thread, words: str, told: str) -> None:
    refused = client_of(cast.amina).post(url(thread), {"words": words, "form_key": str(uuid4())})
    assert (refused.status_code, told in words_of(refused)) == (422, True)
    assert Message.objects.count() == 0


def test_a_draft_is_kept_and_offered(cast: Cast, thread: Thread) -> None:
    amina = client_of(cast.amina)
    form = {**form_of(amina.get(url(thread))), "words": "Jeg er ked af"}
    assert amina.post(reverse("thread_draft", args=[thread.pk]), form).status_code == 204
    assert "Jeg er ked af" in text_of(amina, url(thread))
    assert "Jeg er ked af" not in client_of(cast.bo).get(reverse("case_thread", args=[thread.pk])).content.decode()


def test_she_closes_for_mie_and_not_for_bo(cast: Cast, thread: Thread) -> None:
    amina, mies = client_of(cast.amina), thread_of(cast, cast.mies_seat)
    hers = reverse("guest_thread", args=[mies.pk])
    assert client_of(cast.mie).get(hers).status_code == 200
    assert amina.post(url(mies), {"do": "close"}).status_code == 303
    assert client_of(cast.mie).get(hers).status_code == 404
    assert "Her er lukket. Mie kan ikke læse det, I har skrevet." in text_of(amina, url(mies))
    assert amina.post(url(mies), {"do": "open"}).status_code == 303
    assert client_of(cast.mie).get(hers).status_code == 200
    refused = amina.post(url(thread), {"do": "close"})
    assert (refused.status_code, "Din sagsbehandler skal kunne læse det" in words_of(refused)) == (422, True)


def test_nobody_else_comes_in_at_her_door_and_many_cost_the_same(cast: Cast, thread: Thread) -> None:
    for person in (cast.bo, cast.mie, cast.ole, cast.sara):
        assert client_of(person).get(url(thread)).status_code == 404
        assert client_of(person).post(url(thread), {"do": "read"}).status_code == 404
    said(thread, "Nr. 1", cast.bo)
    amina = client_of(cast.amina)
    one = queries_of(amina, url(thread))
    for number in range(49):
        said(thread, f"Nr. {number}", cast.bo)
    page = amina.get(url(thread)).content.decode()
    assert (page.count('<li class="card'), len(page) < 40_000) == (20, True)
    assert queries_of(amina, url(thread)) == one <= 12
