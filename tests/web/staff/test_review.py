"""Hvordan har Amina det: what was tried, the decision with its grounds, and on to the exit where the course ends."""

import pytest
from django.urls import reverse

from bordenden.pathways.models import Exit
from bordenden.reviews.models import Review
from bordenden.reviews.words import Heard, Onwards
from tests.cast import MONDAY, Cast, client_of
from tests.reviews.test_reviews import called, opened
from tests.web.staff.cases import STRANGERS, body

SENT = {
    "heard": Heard.TOGETHER,
    "onwards": Onwards.AS_IT_IS,
    "grounds": "Vi går videre.",
    "her_words": "Jeg har det ok.",
}


def url(review: Review) -> str:
    return reverse("review", args=[review.pk])


def posted(cast: Cast, review: Review, **other: str) -> tuple[int, str]:
    """What Bo's form is answered with: the status, and the page or where it leads."""
    key = "00000000-0000-4000-8000-000000000001"
    answer = client_of(cast.bo).post(url(review), {**SENT, "form_key": key, **other})
    return answer.status_code, answer.headers.get("Location") or answer.content.decode()


@pytest.mark.requirement("R38")
def test_bo_is_asked_to_call_sees_what_was_tried_and_decides_together_with_amina(cast: Cast) -> None:
    called(cast, 3, "no_answer")  # type: ignore[arg-type]
    review = opened(cast)
    bo = client_of(cast.bo)
    for page in ("caseload", "waiting"):
        read = body(bo.get(reverse(page)))
        assert "Ring og hør, hvordan Amina har det." in read
        assert url(review) in read
    read = body(bo.get(url(review)))
    assert "Bo ringede til Amina" in read
    for word in ("sanktion", "advarsel", "udeblivelse", "pligt", "frist"):
        assert word not in read.lower()
    status, page = posted(cast, review, grounds="")
    assert (status, "Jeg har det ok." in page) == (422, True)
    assert posted(cast, review) == (303, reverse("case_reviews", args=[review.table_id]))
    review.refresh_from_db()
    assert (review.onwards, review.decided_by) == (Onwards.AS_IT_IS, cast.bo)
    assert url(review) not in body(bo.get(reverse("waiting")))
    assert "Jeg har det ok." in body(bo.get(reverse("case_reviews", args=[review.table_id])))


def test_an_end_needs_tries_on_two_days_and_leads_to_the_exit_that_ends_it(cast: Cast) -> None:
    review = opened(cast)
    end = {"heard": Heard.NOT_REACHED, "onwards": Onwards.END, "her_words": ""}
    status, page = posted(cast, review, **end)
    assert (status, "to forskellige dage" in page) == (422, True)
    for days in (4, 2):
        called(cast, days, "no_answer")  # type: ignore[arg-type]
    assert posted(cast, review, **end) == (303, reverse("course_end", args=[cast.aminas_course.pk]))
    assert not Exit.objects.exists()


@pytest.mark.parametrize("name", [*(name for name in STRANGERS if name != "bo"), "lis"])
def test_the_review_is_bos_alone(cast: Cast, name: str) -> None:
    review = opened(cast)
    assert client_of(getattr(cast, name)).get(url(review)).status_code == 404


def test_what_nobody_has_decided_when_the_course_ends_is_nobodys_task(cast: Cast) -> None:
    review = opened(cast)
    type(cast.aminas_course).objects.filter(pk=cast.aminas_course.pk).update(ended_on=MONDAY.date())
    bo = client_of(cast.bo)
    assert url(review) not in body(bo.get(reverse("waiting")))
    assert "Forløbet er slut." in body(bo.get(url(review)))
