"""Planen til papir at the caseworker's door: the same file, and she reads that he took it out."""

from django.urls import reverse

from tests.cast import Cast, client_of
from tests.web.pages import text_of
from tests.web.paper import address, held, refuses


def test_bo_prints_it_and_amina_sees_that_he_did(cast: Cast) -> None:
    version = held(cast)
    answer = client_of(cast.bo).get(address("case_version_pdf", version))
    assert (answer.status_code, answer["Content-Type"], answer.content[:5]) == (200, "application/pdf", b"%PDF-")
    looks = reverse("looks", args=[cast.aminas_table.pk]) + "?side=1"
    assert "Hentede din plan som fil til papir" in text_of(client_of(cast.amina), looks)


def test_it_is_for_who_works_there(cast: Cast) -> None:
    refuses(cast, address("case_version_pdf", held(cast)), "amina")
