"""Tag det tilbage: hers to take back while nobody has answered."""

import pytest
from django.urls import reverse

from bordenden.contactlog.actions import answer_help
from bordenden.contactlog.models import HelpRequest
from tests.cast import MONDAY, Cast, client_of
from tests.web.citizen.plan_stories import NOT_AMINA
from tests.web.reading import words_of


def open_one(story: Cast) -> HelpRequest:
    return HelpRequest.objects.get(table=story.aminas_table, answered_at=None)


def url_of(request: HelpRequest) -> str:
    return reverse("help_take_back", args=[request.pk])


def test_amina_takes_her_question_back_once(story: Cast) -> None:
    amina, asked = client_of(story.amina), open_one(story)
    assert "Vil du tage det tilbage?" in words_of(amina.get(url_of(asked)))
    for _twice in range(2):
        assert amina.post(url_of(asked)).status_code == 303
    asked.refresh_from_db()
    assert (asked.is_open, asked.answered_at) == (False, None)
    assert "Du har taget det tilbage" in words_of(amina.get(url_of(asked)))


def test_an_answer_that_came_in_between_is_shown_instead(story: Cast) -> None:
    amina, asked = client_of(story.amina), open_one(story)
    answer_help(request=asked, answer="Kun du og jeg.", by=story.bo, at=MONDAY)
    late = amina.post(url_of(asked))
    assert late.status_code == 422
    said = words_of(late)
    assert ("Du har fået svar" in said, "Kun du og jeg." in said) == (True, True)


@pytest.mark.parametrize("name", NOT_AMINA)
def test_nobody_takes_it_back_for_her(story: Cast, name: str) -> None:
    other, asked = client_of(getattr(story, name)), open_one(story)
    assert [other.get(url_of(asked)).status_code, other.post(url_of(asked)).status_code] == [404, 404]
    asked.refresh_from_db()
    assert asked.is_open
