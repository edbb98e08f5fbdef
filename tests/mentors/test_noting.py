"""Mie's notes: hers to write while she sits there, Amina's to read, and what was written before stays."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from bordenden.foundation.rules import AlreadySent, NotPossible, Stale
from bordenden.mentors import actions, queries
from bordenden.mentors.models import MentorNote
from tests.cast import MONDAY, Cast


def test_a_note_is_put_better_and_the_first_words_stay(cast: Cast) -> None:
    key = uuid4()
    said: dict[str, Any] = {
        "seat": cast.mies_seat,
        "on": MONDAY.date(),
        "form_key": key,
        "by": cast.mie,
        "at": MONDAY,
    }
    note = actions.write_note(words="Vi tog bussen.", **said)
    assert actions.write_note(words="Vi tog bussen.", **said) == note
    with pytest.raises(AlreadySent):
        actions.write_note(words="Vi gik.", **said)
    actions.reword_note(note=note, words="Vi tog bussen sammen.", version=1, by=cast.mie, at=MONDAY)
    with pytest.raises(Stale) as stale:
        actions.reword_note(note=note, words="Vi gik.", version=1, by=cast.mie, at=MONDAY)
    assert stale.value.saved == "Vi tog bussen sammen."
    assert [row.words for row in queries.earlier_words(note=note)] == ["Vi tog bussen."]
    assert [row.words for row in queries.notes_at(table=cast.aminas_table)] == ["Vi tog bussen sammen."]


def test_only_the_mentor_writes_and_only_while_sitting_there(cast: Cast) -> None:
    said: dict[str, Any] = {"seat": cast.mies_seat, "words": "Vi tog bussen.", "at": MONDAY}
    for other in (cast.amina, cast.bo, cast.sara):
        with pytest.raises(NotPossible):
            actions.write_note(on=MONDAY.date(), form_key=uuid4(), by=other, **said)
    for day in (MONDAY.date() + timedelta(days=1), MONDAY.date() - timedelta(days=100)):
        with pytest.raises(NotPossible, match="en dag, der har været"):
            actions.write_note(on=day, form_key=uuid4(), by=cast.mie, **said)
    note = actions.write_note(on=MONDAY.date(), form_key=uuid4(), by=cast.mie, **said)
    actions.stop_with_mentor(seat=cast.mies_seat, by=cast.amina, at=MONDAY)
    cast.mies_seat.refresh_from_db()
    note = MentorNote.objects.get(pk=note.pk)
    with pytest.raises(NotPossible):
        actions.reword_note(note=note, words="Nej", version=1, by=cast.mie, at=MONDAY)
    assert [row.words for row in queries.notes_at(table=cast.aminas_table)] == ["Vi tog bussen."]
