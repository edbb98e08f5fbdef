"""Hvem må se filen? One press shows it, one hides it, one takes her own away."""

import pytest
from django.urls import reverse

from bordenden.exchange.models import File
from tests.cast import MONDAY, Cast, client_of
from tests.exchange.telling import laid, meet, view_of
from tests.web.pages import queries_of, text_of
from tests.web.reading import words_of


def url(file: File) -> str:
    return reverse("file", args=[file.pk])


def test_she_shows_it_to_mie_and_hides_it_from_bo(cast: Cast) -> None:
    amina, file = client_of(cast.amina), laid(cast, cast.bos_seat)
    bos = reverse("case_file_get", args=[view_of(file, cast.bos_seat).pk])
    assert client_of(cast.bo).get(bos).status_code == 200
    assert amina.post(url(file), {"do": "show", "seat": str(cast.mies_seat.pk)}).status_code == 303
    assert amina.post(url(file), {"do": "hide", "seat": str(cast.bos_seat.pk)}).status_code == 303
    mies = reverse("guest_file_get", args=[view_of(file, cast.mies_seat).pk])
    assert (client_of(cast.mie).get(mies).status_code, client_of(cast.bo).get(bos).status_code) == (200, 404)
    assert "Vis den til Bo" in text_of(amina, url(file))
    assert amina.post(url(file), {"do": "show", "seat": str(cast.saras_seat.pk)}).status_code == 422
    assert amina.post(url(file), {"do": "show", "seat": str(cast.birthes_seat.pk)}).status_code == 404
    assert queries_of(amina, url(file)) <= 12


def test_her_sister_sees_it_today_when_they_meet(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bordenden.web.threshold.opens.now", lambda: MONDAY)
    amina, sara, file = client_of(cast.amina), client_of(cast.sara), laid(cast, cast.bos_seat)
    lay = {"do": "lay", "seat": str(cast.saras_seat.pk)}
    assert "Du kan lægge filen frem for dem den dag, I mødes." in text_of(amina, url(file))
    refused = amina.post(url(file), lay)
    assert (refused.status_code, "den dag, I mødes" in words_of(refused)) == (422, True)
    meet(cast)
    assert "Læg den frem for Sara i dag" in text_of(amina, url(file))
    assert amina.post(url(file), lay).status_code == 303
    assert "Brev.pdf" in text_of(sara, "/gaest/beskeder/")
    got = reverse("guest_file_get", args=[view_of(file, cast.saras_seat).pk])
    assert sara.get(got).status_code == 200
    assert queries_of(amina, url(file)) <= 12
    assert amina.post(url(file), {**lay, "do": "hide"}).status_code == 303
    assert (sara.get(got).status_code, "Brev.pdf" in text_of(sara, "/gaest/beskeder/")) == (404, False)


def test_she_takes_her_own_away_and_not_bos(cast: Cast) -> None:
    amina, file, bos = client_of(cast.amina), laid(cast, cast.bos_seat), laid(cast, more=b"%2")
    File.objects.filter(pk=bos.pk).update(put_by=cast.bo)
    assert "Fjern filen" not in text_of(amina, url(bos))
    refused = amina.post(url(bos), {"do": "remove"})
    assert (refused.status_code, "selv har lagt ind" in words_of(refused)) == (422, True)
    assert amina.post(url(file), {"do": "remove"}).status_code == 303
    assert amina.get(url(file)).status_code == 404


def test_only_she_decides(cast: Cast) -> None:
    file = laid(cast, cast.bos_seat)
    for person in (cast.bo, cast.mie, cast.ole):
        other = client_of(person)
        assert other.get(url(file)).status_code == 404
        assert other.post(url(file), {"do": "remove"}).status_code == 404
    assert File.objects.get().removed_at is None
