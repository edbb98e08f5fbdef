"""Mentorens noter: Bo reads them, and how they stood before; he writes none."""

import pytest
from django.urls import reverse

from bordenden.mentors import actions
from bordenden.mentors.models import MentorNote
from bordenden.pathways import actions as pathways
from tests.cast import MONDAY, Cast, client_of
from tests.web.mentoring import HTML, QUERIES, noted, refused
from tests.web.pages import queries_of
from tests.web.reading import words_of


def url(cast: Cast) -> str:
    return reverse("case_mentor_notes", args=[cast.aminas_table.pk])


def test_bo_reads_the_note_and_the_words_before_it_also_when_mie_has_left(cast: Cast) -> None:
    note = noted(cast, "Vi tog bussen.")
    actions.reword_note(note=note, words="Amina tog bussen.", version=1, by=cast.mie, at=MONDAY)
    pathways.leave_seat(seat=cast.mies_seat, by=cast.amina, at=MONDAY)
    bo = client_of(cast.bo)
    page = words_of(bo.get(url(cast)))
    assert "2. marts 2026 Amina tog bussen. Skrevet af Mie · rettet den 2. marts 2026" in page
    assert "Vi tog bussen." not in page
    before = words_of(bo.get(f"{url(cast)}?note={note.pk}"))
    assert "Sådan stod der før Stod her til den 2. marts 2026 Vi tog bussen." in before


def test_he_writes_none_and_to_others_it_is_not_there(cast: Cast) -> None:
    note = noted(cast)
    client_of(cast.bo).post(url(cast), {"words": "Bos ord", "on": "2026-03-02"})
    assert list(MentorNote.objects.values_list("words", flat=True)) == ["Vi tog bussen sammen."]
    refused(cast, url(cast), {}, "bo")
    oles = reverse("case_mentor_notes", args=[cast.karims_table.pk])
    assert [client_of(cast.ole).get(f"{oles}?note={asked}").status_code for asked in (note.pk, "x")] == [404, 404]
    assert client_of(cast.ole).get(oles).status_code == 200


@pytest.mark.parametrize("asked", ["", "?note="])
def test_fifty_notes_or_wordings_weigh_little_and_cost_no_more_than_one(cast: Cast, asked: str) -> None:
    note, bo = noted(cast), client_of(cast.bo)
    address = url(cast) + (f"{asked}{note.pk}" if asked else "")
    one = queries_of(bo, address)
    for number in range(50):
        noted(cast, f"Dag {number}. " + "Vi gik en tur og talte om ugen. " * 120)
        words = f"Udgave {number}. " + "Vi gik en tur og talte om ugen. " * 120
        note = actions.reword_note(note=note, words=words, version=note.version, by=cast.mie, at=MONDAY)
    page = bo.get(address)
    assert (queries_of(bo, address), one <= QUERIES, len(page.content) <= HTML) == (one, True, True)
    assert 'rel="next"' in page.content.decode()
