"""Det har din mentor skrevet: Amina reads every note, and how it stood before; Bo has another door."""

from datetime import timedelta

import pytest

from bordenden.mentors import actions
from bordenden.mentors.models import MentorNote
from tests.cast import MONDAY, Cast, client_of
from tests.web.citizen.mentor_stories import at_hers, noted, stops
from tests.web.pages import queries_of
from tests.web.reading import words_of
from tests.web.talking import page, refused, stand_at

LARGEST = 40 * 1024


@pytest.fixture(autouse=True)
def monday(monkeypatch: pytest.MonkeyPatch) -> None:
    stand_at(monkeypatch)


def reworded(cast: Cast, times: int) -> MentorNote:
    """Mie's newest note, put otherwise so many times."""
    note = MentorNote.objects.filter(table=cast.aminas_table).order_by("-on")[0]
    for count in range(times):
        at = MONDAY + timedelta(minutes=count)
        note = actions.reword_note(note=note, words=f"Ordlyd {count:02}", version=note.version, by=cast.mie, at=at)
    return note


def test_amina_reads_mies_notes_the_newest_first_also_after_mie_has_left(story: Cast) -> None:
    stops(story)
    read = page(story.amina, at_hers(story, "mentor_notes"))
    newest, older = "Amina vil gerne prøve bussen alene", "Vi tog bussen sammen"
    assert 0 < read.index(newest) < read.index(older)
    assert "25. februar 2026" in read
    assert read.count("Skrevet af Mie") == 2


def test_earlier_wordings_stay_to_be_read_and_the_rest_of_them_have_a_page(story: Cast) -> None:
    note = reworded(story, 1)
    url = at_hers(story, "mentor_notes")
    read = page(story.amina, url)
    assert "Ordlyd 00 Skrevet af Mie · rettet den 2. marts 2026 Se, hvad der stod før" in read
    assert f"?note={note.pk}" in client_of(story.amina).get(url).content.decode()
    reworded(story, 8)
    first, second = (page(story.amina, f"{url}?note={note.pk}&side={side}") for side in (1, 2))
    assert ("Ordlyd 06 " in first, "Vi talte om dagen bagefter." in first) == (True, False)
    assert "Vi talte om dagen bagefter." in second


def test_long_notes_are_begun_in_the_list_and_whole_on_a_page_of_their_own(story: Cast) -> None:
    amina, url = client_of(story.amina), at_hers(story, "mentor_notes")
    note = reworded(story, 1)
    MentorNote.objects.filter(table=story.aminas_table).update(words="Vi gik en tur. " * 260 + "Til sidst.")
    listed, whole = amina.get(url), words_of(amina.get(f"{url}?note={note.pk}"))
    assert ("Til sidst." in words_of(listed), words_of(listed).count("Læs hele noten")) == (False, 2)
    assert "Vi gik en tur. Til sidst." in whole
    noted(story, 48)
    MentorNote.objects.filter(table=story.aminas_table).update(words="Vi gik en tur. " * 260)
    assert len(amina.get(url).content) <= LARGEST


def test_fifty_notes_cost_the_same_and_fit_a_slow_telephone(story: Cast) -> None:
    amina, url = client_of(story.amina), at_hers(story, "mentor_notes")
    few = queries_of(amina, url)
    noted(story, 48)
    assert few == queries_of(amina, url) <= 12
    assert len(amina.get(url).content) <= LARGEST
    assert words_of(amina.get(f"{url}?side=3")).count("Skrevet af Mie") == 10


def test_nobody_else_comes_in_and_no_other_note_is_named(story: Cast) -> None:
    url = at_hers(story, "mentor_notes")
    refused(story, url, {}, "bo", "karim")
    for asked in ("x", str(story.aminas_table.pk)):
        assert client_of(story.amina).get(f"{url}?note={asked}").status_code == 404
