"""En samtale: prepared in a minute; her boundary is a quiet list with nothing to press."""

from datetime import timedelta

import pytest
from django.urls import reverse

from bordenden.meetings import actions
from bordenden.meetings.models import Boundary
from tests.cast import MONDAY, Cast, client_of
from tests.web.talking import ahead, held, page, refused, stand_at


def url(story: Cast) -> str:
    return reverse("conversation", args=[ahead(story).pk])


def test_one_page_has_the_boundary_the_agenda_what_is_open_and_her_words(
    story: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_at(monkeypatch)
    words = page(story.bo, url(story))
    said = (
        "Onsdag den 4. marts kl. 10.00",
        "Det vil Amina ikke tale om i dag Min økonomi",
        "Det vil I tale om",
        "Om du vil have Mie med på besøget Skrevet af dig",
        "Skrive ned, hvornår på dagen du har mest ro Hvem: Amina",
        "Amina sagde selv: Jeg vil gerne prøve noget med børn.",
        "Det siger Amina om sig selv",
    )
    places = [words.find(one) for one in said]
    assert -1 not in places
    assert places == sorted(places)


def test_the_boundary_has_no_button_no_link_and_no_field(story: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_at(monkeypatch)
    html = client_of(story.bo).get(url(story)).content.decode()
    there = html[html.index('<section class="boundaries"') :]
    there = there[: there.index("</section>")]
    assert "Min økonomi" in there
    assert [tag for tag in ("<a", "<form", "<button", "<input", "<textarea") if tag in there] == []
    assert str(Boundary.objects.get().pk) not in html


def test_the_boundary_ends_with_the_day(story: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_at(monkeypatch, ahead(story).starts_at.replace(hour=22))
    assert "Min økonomi" in page(story.bo, url(story))
    stand_at(monkeypatch, ahead(story).starts_at.replace(hour=23, minute=1))
    assert "Min økonomi" not in page(story.bo, url(story))


def test_one_may_write_of_it_from_its_day(story: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_at(monkeypatch)
    assert "Skriv om samtalen" not in page(story.bo, url(story))
    stand_at(monkeypatch, ahead(story).starts_at)
    assert "Skriv om samtalen" in page(story.bo, url(story))


def test_a_held_one_shows_its_note_and_a_cancelled_one_says_so(story: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_at(monkeypatch)
    words = page(story.bo, reverse("conversation", args=[held(story).pk]))
    assert "Spejlede: At hun lyser op" in words
    assert "Ret ved at tilføje" in words
    actions.cancel(conversation=ahead(story), why="Amina er syg.", by=story.amina, at=MONDAY)
    assert "Samtalen er aflyst. “Amina er syg.”" in page(story.bo, url(story))


def test_the_look_is_told_to_her(story: Cast) -> None:
    client_of(story.bo).get(url(story))
    assert "Bo Lund" in page(story.amina, reverse("looks", args=[story.aminas_table.pk]))
    assert "Jeres samtale og dine egne ord" in page(story.amina, reverse("looks", args=[story.aminas_table.pk]))


def test_nobody_else_prepares_it(story: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_at(monkeypatch, MONDAY + timedelta(minutes=1))
    refused(story, url(story), {}, "amina")
    assert client_of(story.bo).get(url(story)).status_code == 200
