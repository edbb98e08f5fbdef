"""Det, der gør det svært: said by her alone, of what she wants to work on or free."""

import pytest
from django.urls import reverse

from bordenden.assessments.models import Sheet, WorkOn
from bordenden.assessments.queries import asked
from bordenden.assessments.words import Purpose
from bordenden.plans.models import Barrier
from tests.cast import MONDAY, Cast, client_of
from tests.web.citizen.plan_stories import NOT_AMINA, let_in, things_of
from tests.web.reading import form_of, words_of


def url_of(story: Cast) -> str:
    return reverse("barrier_new", args=[things_of(story).plan.pk])


def test_amina_says_what_makes_it_hard_of_something_she_wants_to_work_on(story: Cast) -> None:
    amina, url = client_of(story.amina), url_of(story)
    sheet = Sheet.objects.filter(table=story.aminas_table, purpose=Purpose.SITUATION).order_by("started_at")[0]
    item = asked(sheet=sheet)[0]
    values = {"sheet": sheet, "item": item, "place": 1, "chosen_at": MONDAY}
    WorkOn.objects.create(table=story.aminas_table, municipality=story.fjordby, **values)
    page = amina.get(url)
    assert item.topic in words_of(page)
    sent = {**form_of(page), "words": "Jeg mister modet", "item": item.code, "area": "health"}
    assert [amina.post(url, sent).status_code for _twice in range(2)] == [303, 303]
    (said,) = Barrier.objects.filter(words="Jeg mister modet")
    assert (said.item, said.area, said.plan) == (item.code, "health", things_of(story).plan)


def test_nothing_written_is_met_with_what_to_do(story: Cast) -> None:
    amina, url = client_of(story.amina), url_of(story)
    refused = amina.post(url, {**form_of(amina.get(url)), "words": " "})
    assert (refused.status_code, "Skriv et par ord." in words_of(refused)) == (422, True)


@pytest.mark.parametrize("name", NOT_AMINA)
def test_nobody_else_says_what_is_hard_for_her(story: Cast, name: str) -> None:
    let_in(story)
    before, other = Barrier.objects.count(), client_of(getattr(story, name))
    answers = [other.get(url_of(story)), other.post(url_of(story), {"words": "Dovenskab"})]
    assert ([answer.status_code for answer in answers], Barrier.objects.count()) == ([404, 404], before)
