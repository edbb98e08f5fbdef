"""Tag det tilbage: Bo takes back his own line and none of Amina's."""

from django.urls import reverse

from bordenden.meetings.models import AgendaItem
from tests.cast import Cast, client_of
from tests.web.reading import form_of, words_of
from tests.web.talking import page, refused


def url(side: str) -> str:
    return reverse(
        "agenda_withdraw", args=[AgendaItem.objects.filter(side=side, settled="").order_by("put_at")[0].pk]
    )


def test_bo_takes_back_his_own(story: Cast) -> None:
    bo, there = client_of(story.bo), url("coordinator")
    assert bo.post(there, form_of(bo.get(there))).status_code == 303
    assert AgendaItem.objects.filter(side="coordinator").count() == 0


def test_hers_he_reads_and_leaves(story: Cast) -> None:
    bo, there, before = client_of(story.bo), url("citizen"), AgendaItem.objects.count()
    words = page(story.bo, there)
    assert ("Det er Amina, der har skrevet det." in words, "Tag det tilbage" in words) == (True, False)
    answer = bo.post(there, {})
    assert (answer.status_code, "Det er ikke dig, der har skrevet det." in words_of(answer)) == (422, True)
    assert AgendaItem.objects.count() == before


def test_nobody_else_takes_it_back(story: Cast) -> None:
    refused(story, url("coordinator"), {}, "amina")
    assert AgendaItem.objects.filter(side="coordinator").count() == 1
