"""Det, vi har talt om: she reads everything that was written of a talk."""

import pytest
from django.urls import reverse

from tests.cast import MONDAY, Cast
from tests.meetings.stories import hold
from tests.web.talking import held, page, refused, stand_at


def url(cast: Cast) -> str:
    return reverse("talks", args=[cast.aminas_table.pk])


@pytest.mark.requirement("R3")
def test_her_own_view_comes_first_and_all_of_the_note_follows(story: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_at(monkeypatch)
    words = page(story.amina, url(story))
    said = (
        "Du sagde selv: Jeg vil gerne prøve noget med børn.",
        "Talte om, hvad en praktik er",
        "Bo sagde tilbage, hvad du sagde: At hun lyser op",
        "Det kan Bo Jeg kan spørge",
        "Skrevet af Bo Lund",
        "Spørge to børnehaver om et besøg Klaret",
        "Hvad er en praktik? Talt om",
        "Søvn, og hvordan dagene går Med til næste gang",
    )
    places = [words.find(one) for one in said]
    assert -1 not in places
    assert places == sorted(places)


def test_a_correction_stands_beside_what_was_written(story: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_at(monkeypatch)
    hold(story, held(story), version=1, summary="Talte mest om søvn.", at=MONDAY)
    words = page(story.amina, url(story))
    assert words.index("Talte om, hvad en praktik er") < words.index("Rettelse") < words.index("Talte mest om søvn.")
    assert "Rettet af Bo Lund" in words


def test_before_the_first_talk_it_says_so(cast: Cast) -> None:
    assert "Her står ikke noget endnu" in page(cast.amina, url(cast))


def test_nobody_else_reads_it(story: Cast) -> None:
    refused(story, url(story), {}, "bo")
