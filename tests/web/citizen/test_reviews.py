"""Når vi ikke har hørt fra hinanden, as she reads it: warm words, what was decided, and a field of her own."""

import pytest
from django.urls import reverse

from bordenden.reviews import actions
from tests.cast import MONDAY, Cast, client_of
from tests.reviews.test_reviews import GO_ON, opened
from tests.web.staff.cases import body

KEY = "00000000-0000-4000-8000-000000000002"


def test_amina_reads_that_bo_wants_to_hear_from_her_then_what_was_decided(cast: Cast) -> None:
    address, amina = reverse("reviews", args=[cast.aminas_table.pk]), client_of(cast.amina)
    review = opened(cast)
    assert "Bo vil gerne høre fra dig." in body(amina.get(address))
    actions.decide(review=review, said=GO_ON, by=cast.bo, at=MONDAY)
    page = body(amina.get(address))
    for words in (GO_ON.grounds, GO_ON.her_words, "Vi går videre som nu", "I havde talt sammen"):
        assert words in page
    answer = reverse("review_answer", args=[review.pk])
    assert answer in page
    assert amina.post(answer, {"words": "", "form_key": KEY}).status_code == 422
    assert amina.post(answer, {"words": "Tak, Bo", "form_key": KEY}).status_code == 303
    assert "Tak, Bo" in body(amina.get(address))
    assert amina.post(answer, {"words": "Og mere", "form_key": KEY}).status_code == 422


@pytest.mark.parametrize("name", ["bo", "ole", "mie", "karim"])
def test_her_pages_are_nobody_elses(cast: Cast, name: str) -> None:
    review, other = opened(cast), client_of(getattr(cast, name))
    assert other.get(reverse("reviews", args=[cast.aminas_table.pk])).status_code == 404
    assert other.get(reverse("review_answer", args=[review.pk])).status_code == 404
