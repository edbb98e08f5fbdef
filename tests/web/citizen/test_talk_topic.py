"""Det vil jeg tale om: Amina writes a line, with a talk planned and without one."""

from django.urls import reverse

from bordenden.meetings.models import AgendaItem
from bordenden.meetings.words import Side
from tests.cast import Cast, client_of
from tests.web.reading import form_of, words_of
from tests.web.talking import refused


def test_she_writes_a_line_once_however_often_it_is_sent(story: Cast) -> None:
    amina, url = client_of(story.amina), reverse("talk_topic", args=[story.aminas_table.pk])
    sent = {**form_of(amina.get(url)), "words": "Min cykel"}
    assert [amina.post(url, sent).status_code for _click in range(2)] == [303, 303]
    item = AgendaItem.objects.get(words="Min cykel")
    assert (item.side, item.put_by, item.table) == (Side.CITIZEN, story.amina, story.aminas_table)


def test_karim_writes_without_a_conversation(story: Cast) -> None:
    karim, url = client_of(story.karim), reverse("talk_topic", args=[story.karims_table.pk])
    karim.post(url, {**form_of(karim.get(url)), "words": "Min ryg"})
    assert AgendaItem.objects.get(words="Min ryg").conversation is None


def test_empty_and_too_long_words_are_refused_and_stay(story: Cast) -> None:
    amina, url = client_of(story.amina), reverse("talk_topic", args=[story.aminas_table.pk])
    for words, told in (
        ("  ", "Skriv et par ord."),
        ("x" * 201, "Der er plads til 200 tegn, og du har skrevet 201."),
    ):
        answer = amina.post(url, {**form_of(amina.get(url)), "words": words})
        assert (answer.status_code, told in words_of(answer)) == (422, True)
        assert form_of(answer)["words"] == words
    assert AgendaItem.objects.filter(words__startswith="x").count() == 0


def test_a_page_without_a_key_loses_no_words(story: Cast) -> None:
    amina, url = client_of(story.amina), reverse("talk_topic", args=[story.aminas_table.pk])
    assert amina.post(url, {"words": "Min cykel", "form_key": "nonsens"}).status_code == 303
    assert AgendaItem.objects.filter(words="Min cykel").count() == 1


def test_nobody_else_writes_here(story: Cast) -> None:
    refused(story, reverse("talk_topic", args=[story.aminas_table.pk]), {"words": "Min cykel"}, "bo")
    assert AgendaItem.objects.filter(words="Min cykel").count() == 0
