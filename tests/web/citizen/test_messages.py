"""Beskeder: whom she can write to, and how many are new; begun with one press, and by nobody else for her."""

from django.urls import reverse

from bordenden.exchange.models import Thread
from tests.cast import Cast, client_of
from tests.exchange.telling import a_nurse, said, thread_of
from tests.web.pages import queries_of, text_of


def url(cast: Cast) -> str:
    return reverse("messages", args=[cast.aminas_table.pk])


def test_she_begins_with_bo_and_no_guest_is_offered(cast: Cast) -> None:
    amina = client_of(cast.amina)
    page = text_of(amina, url(cast))
    assert ("Skriv til Bo" in page, "Skriv til Mie" in page, "Sara" in page) == (True, True, False)
    answer = amina.post(url(cast), {"seat": str(cast.bos_seat.pk)})
    thread = Thread.objects.get()
    assert (answer.status_code, answer["Location"]) == (303, reverse("thread", args=[thread.pk]))
    assert "Læs og skriv til Bo" in text_of(amina, url(cast))
    for seat in (str(cast.saras_seat.pk), "x", ""):
        assert amina.post(url(cast), {"seat": seat}).status_code == 404
    assert client_of(cast.bo).post(url(cast), {"seat": str(cast.mies_seat.pk)}).status_code == 404
    assert client_of(cast.mie).get(url(cast)).status_code == 404
    assert Thread.objects.count() == 1


def test_a_nurse_is_offered_by_her_title_and_begun_with(cast: Cast) -> None:
    idas, amina = a_nurse(cast), client_of(cast.amina)
    page = text_of(amina, url(cast))
    assert ("Ida Sygeplejerske Skriv til Ida" in page, "Sara" in page) == (True, False)
    assert amina.post(url(cast), {"seat": str(idas.pk)}).status_code == 303
    assert Thread.objects.get().shared_to == idas


def test_what_is_new_is_counted_here_and_on_her_table(cast: Cast) -> None:
    amina, table = client_of(cast.amina), reverse("table", args=[cast.aminas_table.pk])
    assert "besked" not in text_of(amina, table).replace("besked Prøve", "").partition("Mere")[0]
    thread = thread_of(cast, cast.bos_seat)
    for words in ("Hej", "Er du der?"):
        said(thread, words, cast.bo)
    assert "Du har 2 nye beskeder" in text_of(amina, table)
    assert "2 nye beskeder" in text_of(amina, url(cast))
    assert queries_of(amina, url(cast)) <= 12
    assert queries_of(amina, table) <= 12
