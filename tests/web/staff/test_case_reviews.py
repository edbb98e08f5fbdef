"""Når I ikke har hørt fra hinanden, as those who work with her read it."""

import pytest
from django.urls import reverse

from tests.cast import Cast, client_of
from tests.reviews.test_reviews import opened
from tests.web.staff.cases import body


def test_bo_is_led_to_the_open_one(cast: Cast) -> None:
    address = reverse("case_reviews", args=[cast.aminas_table.pk])
    assert "Her står ikke noget endnu" in body(client_of(cast.bo).get(address))
    review = opened(cast)
    assert reverse("review", args=[review.pk]) in body(client_of(cast.bo).get(address))


@pytest.mark.parametrize("name", ["amina", "ole", "mie", "lis"])
def test_it_is_no_page_for_amina_or_strangers(cast: Cast, name: str) -> None:
    address = reverse("case_reviews", args=[cast.aminas_table.pk])
    assert client_of(getattr(cast, name)).get(address).status_code == 404
