"""The draft exactly as she will see it."""

import re

from django.urls import reverse

from bordenden.assessments.actions import start
from bordenden.assessments.models import Answer, Instrument
from bordenden.assessments.queries import asked
from tests.cast import MONDAY, Cast, client_of
from tests.web.pages import text_of


def address(instrument: Instrument, number: int) -> str:
    return reverse("draft_preview", args=[instrument.pk, number])


def test_it_is_the_very_part_of_her_own_page(story: Cast, drafted: Instrument) -> None:
    sheet = start(table=story.aminas_table, by=story.amina, at=MONDAY)
    first = asked(sheet=sheet)[0]
    hers = client_of(story.amina).get(reverse("question", args=[sheet.pk, first.pk])).content.decode()
    shown = client_of(story.stine).get(address(drafted, 1)).content.decode()
    assert part(shown) == part(hers)
    assert "Sådan ser borgeren kladden. Intet bliver gemt." in shown


def part(html: str) -> str:
    """From the number of the question to the last button.

    Without what is the page's own and not seen: the token, where an answer is sent, and which answer was shown.
    """
    whole = html[html.index('<p class="count">') : html.index("</form>", html.index('id="id_answer"'))]
    return re.sub(r'value="[\w:.-]{60,}"| action="[^"]*"|<input type="hidden" name="seen"[^>]*>', "", whole)


def test_each_track_has_its_words_and_a_button_leads_on(story: Cast, drafted: Instrument) -> None:
    lis = client_of(story.lis)
    assert "Ved du, hvilken uddannelse du gerne vil tage?" in text_of(lis, address(drafted, 1) + "?udgave=udd")
    assert "Ved du, hvilken slags job du gerne vil have?" in text_of(lis, address(drafted, 1) + "?udgave=x")
    assert lis.post(address(drafted, 1), {"answer": "7"})["Location"] == address(drafted, 2)
    assert not Answer.objects.filter(sheet__finished_at=None).exists()


def test_the_evaluator_and_people_at_tables_do_not_try(story: Cast, drafted: Instrument) -> None:
    for person in (story.eva, story.amina, story.bo):
        assert client_of(person).get(address(drafted, 1)).status_code == 404
    assert client_of(story.stine).get(address(drafted, 99)).status_code == 404
