"""Hvad siger du til det?: before anything is decided there is nothing to answer."""

from django.urls import reverse

from tests.cast import Cast, client_of
from tests.reviews.test_reviews import opened
from tests.web.staff.cases import body


def test_nothing_is_decided_yet(cast: Cast) -> None:
    address = reverse("review_answer", args=[opened(cast).pk])
    page = body(client_of(cast.amina).get(address))
    assert ("Der er ikke besluttet noget endnu." in page, "<textarea" in page) == (True, False)
    sent = {"words": "Hej", "form_key": "00000000-0000-4000-8000-000000000003"}
    assert client_of(cast.amina).post(address, sent).status_code == 422
