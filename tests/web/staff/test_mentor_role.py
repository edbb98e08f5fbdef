"""Mentorens rolle: Bo writes what Mie is there for; every wording is kept, and an old page overwrites nothing."""

import pytest
from django.urls import reverse

from bordenden.plans.models import MentorRole
from tests.cast import Cast, client_of
from tests.web.around import plan_of, refused
from tests.web.reading import form_of, words_of

SENT = {"words": "Mie går med til alt nyt.", "tasks": "Tage bussen sammen\nRinge om søndagen"}


def url(story: Cast) -> str:
    return reverse("mentor_role", args=[plan_of(story).pk])


@pytest.mark.requirement("R158")
@pytest.mark.requirement("R160")
def test_bo_writes_it_anew_amina_reads_it_and_the_earlier_one_is_kept(story: Cast) -> None:
    bo = client_of(story.bo)
    opened = form_of(bo.get(url(story)))
    assert opened["words"].startswith("Mie er en, der har prøvet det selv.")
    assert bo.post(url(story), {**opened, **SENT}).status_code == 303
    rows = MentorRole.objects.order_by("version").values_list("version", "words", "mentor", "written_by")
    assert [row[0] for row in rows] == [1, 2]
    assert rows[1] == (2, "Mie går med til alt nyt.", story.mie.pk, story.bo.pk)
    hers = words_of(client_of(story.amina).get(reverse("around", args=[plan_of(story).pk])))
    assert "Det er Mie der for Mie går med til alt nyt. Tage bussen sammen Ringe om søndagen" in hers


def test_an_old_page_shows_both_and_nobody_else_writes(story: Cast) -> None:
    bo = client_of(story.bo)
    old = form_of(bo.get(url(story)))
    bo.post(url(story), {**old, **SENT})
    answer = bo.post(url(story), {**old, "words": "Noget andet", "tasks": "Noget"})
    assert (answer.status_code, "Mie går med til alt nyt." in words_of(answer)) == (422, True)
    refused(story, url(story), SENT, "amina")
    assert MentorRole.objects.count() == 2
