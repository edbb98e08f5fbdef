"""Filer mellem dig og Amina: Mie and a nurse lay one there while Amina writes with them, and take it away again."""

from django.urls import reverse

from bordenden.exchange import actions
from bordenden.exchange.models import File, Thread
from tests.cast import MONDAY, Cast, client_of
from tests.exchange.telling import a_file, a_nurse, laid, thread_of
from tests.web.pages import queries_of, text_of
from tests.web.reading import form_of, words_of


def url(thread: Thread) -> str:
    return reverse("guest_files", args=[thread.pk])


def test_mie_lays_one_that_amina_reads_and_bo_does_not_and_takes_it_away(cast: Cast) -> None:
    thread, mie, amina = thread_of(cast, cast.mies_seat), client_of(cast.mie), client_of(cast.amina)
    hers = reverse("files", args=[cast.aminas_table.pk])
    laid(cast, cast.bos_seat, name="Til Bo.pdf")
    assert "Filer mellem dig og Amina" in text_of(mie, reverse("guest_thread", args=[thread.pk]))
    form = form_of(mie.get(url(thread)))
    for _tap in range(2):
        assert mie.post(url(thread), {**form, "file": a_file("Bustider.pdf", b"%PDF-1.4")}).status_code == 303
    (file,) = File.objects.filter(put_by=cast.mie)
    page = text_of(mie, url(thread))
    assert ("Bustider.pdf" in page, "Til Bo.pdf" in page) == (True, False)
    assert "Mie kan se den." in text_of(amina, hers)
    assert "Bustider.pdf" not in text_of(client_of(cast.bo), reverse("case_files", args=[cast.aminas_table.pk]))
    refused = mie.post(url(thread), {**form_of(mie.get(url(thread)), -1), "file": a_file("x.pdf", b"MZ")})
    assert (refused.status_code, "PDF og billeder" in words_of(refused)) == (422, True)
    assert mie.post(url(thread), {"do": "remove", "file": str(file.pk)}).status_code == 303
    assert ("Bustider.pdf" in text_of(mie, url(thread)), "Bustider.pdf" in text_of(amina, hers)) == (False, False)


def test_a_nurse_lays_one_and_takes_away_only_her_own(cast: Cast) -> None:
    idas = a_nurse(cast)
    thread, ida = thread_of(cast, idas), client_of(idas.person)
    shown = laid(cast, idas)
    assert "Læs og skriv til Amina" in text_of(ida, "/gaest/beskeder/")
    form = form_of(ida.get(url(thread)))
    assert ida.post(url(thread), {**form, "file": a_file("Plan.pdf", b"%PDF-1.4")}).status_code == 303
    for named in (str(shown.pk), "x", ""):
        assert ida.post(url(thread), {"do": "remove", "file": named}).status_code == 404
    assert ida.get(url(thread)).content.decode().count('value="remove"') == 1
    assert File.objects.filter(removed_at=None).count() == 2


def test_it_ends_when_amina_closes_and_is_for_nobody_else(cast: Cast) -> None:
    thread, his = thread_of(cast, cast.mies_seat), thread_of(cast, cast.bos_seat)
    form = form_of(client_of(cast.mie).get(url(thread)))
    for person in (cast.amina, cast.bo, cast.sara, cast.ole):
        for one in (thread, his):
            assert client_of(person).get(url(one)).status_code == 404
            assert client_of(person).post(url(one), {**form, "file": a_file()}).status_code == 404
    actions.close(thread=thread, by=cast.amina, at=MONDAY)
    assert client_of(cast.mie).get(url(thread)).status_code == 404
    assert client_of(cast.mie).post(url(thread), {**form, "file": a_file()}).status_code == 404
    assert File.objects.count() == 0


def test_many_files_cost_what_one_costs(cast: Cast) -> None:
    thread, mie = thread_of(cast, cast.mies_seat), client_of(cast.mie)
    laid(cast, cast.mies_seat)
    one = queries_of(mie, url(thread))
    for number in range(25):
        laid(cast, cast.mies_seat, more=f"%{number}".encode())
    assert queries_of(mie, url(thread)) == one <= 12
