"""Vælg en mentor: those with room, sifted by language and where from; those without are folded and cannot be chosen."""

import re

import pytest

from bordenden.mentors import actions
from tests.cast import MONDAY, Cast, client_of
from tests.web.citizen.mentor_stories import at_hers, many, profile
from tests.web.pages import queries_of
from tests.web.reading import words_of
from tests.web.talking import page, refused, stand_at

LARGEST = 40 * 1024


@pytest.fixture(autouse=True)
def monday(monkeypatch: pytest.MonkeyPatch) -> None:
    stand_at(monkeypatch)


@pytest.mark.requirement("R42")
@pytest.mark.requirement("R131")
def test_amina_reads_who_has_room_and_for_how_many(story: Cast) -> None:
    read = page(story.amina, at_hers(story, "mentors"))
    assert "3 har plads" in read
    assert "Aisha Noor Jeg kom hertil for tolv år siden" in read
    assert "Har selv prøvet det · Dansk, arabisk, somali Plads til 3 til" in read
    assert "Din mentor nu" in read.split("Mie ")[1]


@pytest.mark.requirement("R131")
def test_tove_is_full_folded_away_and_has_no_link(story: Cast) -> None:
    html = client_of(story.amina).get(at_hers(story, "mentors")).content.decode()
    folded = html.split("Dem, der ikke har plads nu")[1]
    assert ("Tove Lind" in folded, "Der er ikke plads lige nu" in folded) == (True, True)
    assert at_hers(story, "mentor", profile(story, "Tove").pk) not in html
    assert at_hers(story, "mentor", profile(story, "Aisha").pk) in html


def test_she_looks_for_somali_and_for_a_company_and_nonsense_is_no_filter(story: Cast) -> None:
    url = at_hers(story, "mentors")
    found = {
        asked: re.findall(r"Aisha|Henrik|Mie |Tove", page(story.amina, url + asked))
        for asked in ("?sprog=so", "?fra=company", "?sprog=so&fra=company", "?sprog=xx&fra=%00&side=-3")
    }
    assert [sorted(set(names)) for names in found.values()] == [
        ["Aisha", "Mie "],
        ["Henrik"],
        [],
        ["Aisha", "Henrik", "Mie ", "Tove"],
    ]
    assert "Ingen med plads passer lige nu" in page(story.amina, f"{url}?sprog=so&fra=company")


def test_who_is_hidden_or_has_left_is_nowhere(story: Cast) -> None:
    actions.hide(profile=profile(story, "Aisha"), by=story.lis, at=MONDAY)
    actions.leaves(profile=profile(story, "Henrik"), by=story.lis, at=MONDAY)
    read = page(story.amina, at_hers(story, "mentors"))
    assert [name for name in ("Aisha", "Henrik") if name in read] == []


def test_fifty_cost_the_same_queries_fit_a_slow_telephone_and_the_filter_goes_along(story: Cast) -> None:
    amina, url = client_of(story.amina), at_hers(story, "mentors")
    few = queries_of(amina, url)
    many(story, 50)
    many_full = 12
    for one in range(many_full):
        full = profile(story, f"Mentor{one:02}")
        full.capacity = 0
        full.save()
    assert few == queries_of(amina, url) <= 12
    assert len(amina.get(url).content) <= LARGEST
    second = amina.get(f"{url}?sprog=tr&side=2")
    assert words_of(second).count("Plads til 1 til") == 18
    assert "?side=1&amp;sprog=tr" in second.content.decode()
    assert "?fulde=2&amp;sprog=tr" in second.content.decode()
    refused(story, url, {}, "bo", "karim")
