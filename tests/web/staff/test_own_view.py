"""Mit blik: Bo says how he sees it; Amina reads it, and nobody else."""

from urllib.parse import urlencode

import pytest
from django.urls import reverse

from bordenden.assessments.models import CaseworkerSheet, Item
from tests.assessments.test_informing import publish_own_view
from tests.cast import Cast, client_of
from tests.web.staff.cases import STRANGERS, body, fill


@pytest.fixture
def asked(story: Cast) -> list[Item]:
    """The questions Bo is asked."""
    return publish_own_view()


def url(cast: Cast) -> str:
    """Bo's form about Amina."""
    return reverse("own_view", args=[cast.aminas_table.pk])


def test_bo_fills_it_in_on_one_page_and_amina_reads_it(story: Cast, asked: list[Item]) -> None:
    bo, amina = client_of(story.bo), client_of(story.amina)
    answer = bo.post(url(story), fill(bo, url(story), **{asked[0].code: "8"}))
    assert (answer.status_code, answer["Location"]) == (303, url(story))
    hers = body(amina.get(reverse("their_view", args=[story.aminas_table.pk])))
    for page in (body(bo.get(url(story))), hers):
        assert f"8 – {asked[0].high}" in page
    assert asked[1].question not in hers


def test_an_empty_form_says_what_to_do_and_keeps_nothing(story: Cast, asked: list[Item]) -> None:
    bo = client_of(story.bo)
    answer = bo.post(url(story), fill(bo, url(story)))
    assert answer.status_code == 422
    assert "Sæt mindst ét tal" in body(answer)
    assert not CaseworkerSheet.objects.filter(table=story.aminas_table).exists()


def test_what_is_no_number_of_the_scale_is_refused(story: Cast, asked: list[Item]) -> None:
    bo = client_of(story.bo)
    answer = bo.post(url(story), fill(bo, url(story), **{asked[0].code: "11"}))
    assert (answer.status_code, CaseworkerSheet.objects.filter(table=story.aminas_table).count()) == (422, 0)


def test_the_form_is_kept_as_it_is_filled_in(story: Cast, asked: list[Item]) -> None:
    bo = client_of(story.bo)
    sent = fill(bo, url(story), **{asked[0].code: "3"})
    kept = bo.post(
        reverse("own_view_draft", args=[story.aminas_table.pk]),
        urlencode(sent),
        content_type="application/x-www-form-urlencoded",
    )
    assert kept.status_code == 204
    assert "Du har en kladde" in body(bo.get(url(story)))


@pytest.mark.parametrize("name", STRANGERS)
def test_it_is_nobody_elses(story: Cast, asked: list[Item], name: str) -> None:
    other = client_of(getattr(story, name))
    assert other.get(url(story)).status_code == 404
    assert other.post(url(story), {"form_key": "x"}).status_code in {404, 422}
    expected = 200 if name == "amina" else 404
    assert other.get(reverse("their_view", args=[story.aminas_table.pk])).status_code == expected
