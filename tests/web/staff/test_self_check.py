"""Min egen del: Bo looks back at himself; nobody else reads it, and none of Amina's words can stand in it."""

import pytest
from django.urls import reverse

from bordenden.meetings.models import SelfCheck
from bordenden.meetings.words import Check
from bordenden.pathways import actions as pathways
from bordenden.pathways.words import LeavingReason
from tests.cast import MONDAY, Cast, client_of
from tests.web.reading import form_of, words_of
from tests.web.talking import ahead, held, page, refused, stand_at


def url(story: Cast) -> str:
    return reverse("self_check", args=[held(story).pk])


@pytest.mark.requirement("R105")
def test_bo_answers_five_lines_about_himself_and_may_leave_some_out(story: Cast) -> None:
    bo = client_of(story.bo)
    shown = bo.get(url(story))
    assert [str(check.label) in words_of(shown) for check in Check] == [True] * 5
    assert form_of(shown)["coaching"] == "partly"
    answer = bo.post(url(story), {"worked_with": "no", "her_pace": "yes"})
    assert (answer.status_code, answer["Location"]) == (303, reverse("conversation", args=[held(story).pk]))
    own = SelfCheck.objects.get()
    assert [getattr(own, check.value) for check in Check] == ["no", "", "", "", "yes"]


def test_his_answers_stand_on_no_page_of_hers(story: Cast) -> None:
    refused(story, url(story), {}, "amina")
    words = page(story.amina, reverse("talks", args=[story.aminas_table.pk]))
    assert [check.label for check in Check if str(check.label) in words] == []


def test_the_one_after_him_reads_nothing_of_it(story: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_at(monkeypatch)
    pathways.change_coordinator(
        table=story.aminas_table, to=story.ole, because=LeavingReason.ORGANISATION, by=story.lis, at=MONDAY
    )
    assert "kan den, der holdt den, se på sin egen del her" in page(story.ole, url(story))
    assert client_of(story.ole).post(url(story), {"coaching": "yes"}).status_code == 422
    assert [row.person for row in SelfCheck.objects.order_by("pk")] == [story.bo]


def test_of_a_talk_that_is_not_held_nothing_is_asked(story: Cast) -> None:
    there = reverse("self_check", args=[ahead(story).pk])
    assert "Når samtalen er skrevet" in page(story.bo, there)
    assert client_of(story.bo).post(there, {"coaching": "yes"}).status_code == 422


def test_what_is_no_answer_is_refused(story: Cast) -> None:
    assert client_of(story.bo).post(url(story), {"coaching": "perhaps"}).status_code == 422
    assert SelfCheck.objects.get().coaching == "partly"
