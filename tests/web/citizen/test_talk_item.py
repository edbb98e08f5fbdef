"""One line of the agenda: Amina moves it, or takes it off, whoever wrote it; Bo does neither."""

from uuid import uuid4

import pytest
from django.urls import reverse

from bordenden.meetings import actions
from bordenden.meetings.models import AgendaItem
from bordenden.meetings.queries import open_items
from tests.cast import MONDAY, Cast, client_of
from tests.meetings.stories import words_of
from tests.web.talking import page, refused

SLEEP, VISIT, MIE = (
    "Søvn, og hvordan dagene går",
    "Besøget i den lille børnehave",
    "Om du vil have Mie med på besøget",
)


def url(words: str) -> str:
    return reverse("talk_item", args=[AgendaItem.objects.get(words=words, settled="").pk])


def agenda(story: Cast) -> list[str]:
    return words_of(open_items(table=story.aminas_table))


def test_she_moves_a_line_up_and_down_and_takes_bos_off(story: Cast) -> None:
    amina = client_of(story.amina)
    assert sorted(agenda(story)) == sorted([SLEEP, VISIT, MIE])
    first, second, third = agenda(story)
    answer = amina.post(url(third), {"do": "up"})
    assert (answer.status_code, answer["Location"]) == (303, reverse("talk", args=[story.aminas_table.pk]))
    assert agenda(story) == [first, third, second]
    amina.post(url(first), {"do": "down"})
    assert agenda(story) == [third, first, second]
    amina.post(url(MIE), {"do": "remove"})
    assert agenda(story) == [words for words in (third, first, second) if words != MIE]


def test_she_comes_back_to_the_page_of_the_list_the_line_stands_on(story: Cast) -> None:
    """Twenty to a page: the last of the first page moves onto the second and back; what is taken off leaves her there."""
    amina, table = client_of(story.amina), story.aminas_table
    for number in range(22 - len(agenda(story))):
        actions.put_on_agenda(table=table, words=f"Punkt {number}", form_key=uuid4(), by=story.amina, at=MONDAY)
    lines, there = agenda(story), reverse("talk", args=[table.pk])
    assert f'formaction="{url(lines[21])}?side=2"' in amina.get(f"{there}?side=2").content.decode()
    answers = [
        amina.post(f"{url(lines[which])}?side={side}", {"do": do})["Location"]
        for which, side, do in ((19, 1, "down"), (19, 2, "up"), (21, 2, "remove"), (20, 2, "remove"))
    ]
    assert answers == [f"{there}?side=2", there, f"{there}?side=2", there]


def test_an_unknown_button_changes_nothing(story: Cast) -> None:
    before = agenda(story)
    assert client_of(story.amina).post(url(VISIT), {"do": "explode"}).status_code == 303
    assert agenda(story) == before


@pytest.mark.parametrize("do", ["up", "remove"])
def test_what_was_talked_about_stays(story: Cast, do: str) -> None:
    done = AgendaItem.objects.get(settled="done")
    there = reverse("talk_item", args=[done.pk])
    assert "Derfor bliver det stående." in page(story.amina, there)
    client_of(story.amina).post(there, {"do": do})
    assert AgendaItem.objects.filter(pk=done.pk, settled="done").exists()


def test_bo_neither_moves_nor_removes(story: Cast) -> None:
    before = agenda(story)
    refused(story, url(VISIT), {"do": "remove"}, "bo")
    assert agenda(story) == before
