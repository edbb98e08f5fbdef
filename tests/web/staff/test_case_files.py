"""Filer, for Bo: what Amina has shown him, and what he lays there, which she reads at once."""

from django.urls import reverse

from bordenden.exchange import store
from bordenden.exchange.models import File
from tests.cast import Cast, client_of
from tests.exchange.drawn import SECRET, from_a_telephone
from tests.exchange.telling import a_file, laid
from tests.web.pages import queries_of, text_of
from tests.web.reading import form_of, words_of


def url(cast: Cast) -> str:
    return reverse("case_files", args=[cast.aminas_table.pk])


def test_bo_sees_what_is_shown_to_him_and_no_more(cast: Cast) -> None:
    laid(cast, cast.bos_seat, name="Til Bo.pdf")
    laid(cast, cast.mies_seat, name="Til Mie.pdf", more=b"%2")
    page = text_of(client_of(cast.bo), url(cast))
    assert ("Til Bo.pdf" in page, "Til Mie.pdf" in page) == (True, False)
    for person in (cast.amina, cast.mie, cast.ole):
        assert client_of(person).get(url(cast)).status_code == 404
        assert client_of(person).post(url(cast), {"file": a_file()}).status_code == 404


def test_what_bo_lays_there_she_reads_and_mie_does_not(cast: Cast) -> None:
    bo = client_of(cast.bo)
    form = form_of(bo.get(url(cast)))
    assert bo.post(url(cast), {**form, "file": a_file("Afgørelse.pdf")}).status_code == 303
    (file,) = File.objects.all()
    assert "Afgørelse.pdf" in text_of(bo, url(cast))
    assert "Afgørelse.pdf" in text_of(client_of(cast.amina), reverse("files", args=[cast.aminas_table.pk]))
    assert "Afgørelse.pdf" not in text_of(client_of(cast.mie), "/gaest/beskeder/")
    assert client_of(cast.amina).get(reverse("file_get", args=[file.pk])).status_code == 200
    refused = bo.post(url(cast), {**form_of(bo.get(url(cast))), "file": a_file("x.pdf", b"MZ")})
    assert (refused.status_code, "PDF og billeder" in words_of(refused)) == (422, True)
    picture = a_file("Opslag.jpg", from_a_telephone())
    assert bo.post(url(cast), {**form_of(bo.get(url(cast))), "file": picture}).status_code == 303
    laid_there = File.objects.exclude(pk=file.pk).get()
    assert SECRET.encode() not in store.fetch(laid_there.pk)
    other = client_of(cast.ole).post(url(cast), {**form, "file": a_file("x.pdf", b"MZ")})
    assert other.status_code == 404  # Not his table: nothing is said of the file either.
    assert queries_of(bo, url(cast)) <= 12
