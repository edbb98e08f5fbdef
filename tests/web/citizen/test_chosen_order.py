"""Min rækkefølge: up and down with buttons, a whole new order, and two telephones at once."""

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from bordenden.offers.words import Area
from bordenden.plans.actions import wish
from bordenden.plans.models import Plan
from bordenden.plans.queries import chosen_on
from tests.cast import MONDAY, Cast, client_of
from tests.web.pages import queries_of
from tests.web.reading import words_of
from tests.web.talking import refused, stand_at

CARE = "Prøv et arbejde med omsorg"


@pytest.fixture(autouse=True)
def monday(monkeypatch: pytest.MonkeyPatch) -> None:
    stand_at(monkeypatch)


def url(cast: Cast) -> str:
    return reverse("chosen_order", args=[Plan.objects.get(table=cast.aminas_table).pk])


def order(cast: Cast) -> list[str]:
    return [row.title for row in chosen_on(plan=Plan.objects.get(table=cast.aminas_table))]


def pk_of(cast: Cast, title: str) -> str:
    rows = chosen_on(plan=Plan.objects.get(table=cast.aminas_table))
    return next(str(row.pk) for row in rows if row.title == title)


def seen(client: Client, cast: Cast) -> str:
    return client.get(url(cast)).content.decode().split('name="seen" value="')[1].split('"')[0]


@pytest.mark.requirement("R129")
def test_a_button_moves_one_thing_and_the_keyboard_goes_on_from_it(story: Cast) -> None:
    amina = client_of(story.amina)
    before, pk = order(story), pk_of(story, CARE)
    answer = amina.post(url(story), {"seen": seen(amina, story), "up": pk})
    assert (answer.status_code, answer["Location"]) == (303, f"{url(story)}?flyttet={pk}")
    place = before.index(CARE)
    assert order(story) == [*before[: place - 1], CARE, before[place - 1], *before[place + 1 :]]
    page = amina.get(answer["Location"])
    assert f"Flyttet: {CARE} er nu nummer {place}." in words_of(page)
    assert f'name="up" value="{pk}" autofocus' in page.content.decode()


def test_a_whole_order_is_taken_at_once(story: Cast) -> None:
    amina = client_of(story.amina)
    wanted = list(reversed(order(story)))
    sent = ",".join(pk_of(story, title) for title in wanted)
    assert amina.post(url(story), {"seen": seen(amina, story), "order": sent}).status_code == 303
    assert order(story) == wanted


def many(cast: Cast, number: int) -> list[str]:
    """So many ideas of her own besides; the whole order after."""
    plan = Plan.objects.get(table=cast.aminas_table)
    for one in range(number):
        words = f"Idé {one:02}"
        wish(plan=plan, why="", words=words, area=Area.HEALTH, form_key=uuid4(), by=cast.amina, at=MONDAY)
    return order(cast)


def test_the_top_of_page_two_moves_up_to_page_one_and_what_is_dragged_stays_in_its_places(story: Cast) -> None:
    amina, before = client_of(story.amina), many(story, 25)
    second, pk = f"{url(story)}?side=2", pk_of(story, before[20])
    page = amina.get(second)
    assert before[19] not in words_of(page)
    assert f'<ol class="chosen-order" start="21"><li data-id="{pk}">' in page.content.decode()
    answer = amina.post(second, {"seen": seen(amina, story), "up": pk})
    assert answer["Location"] == f"{url(story)}?flyttet={pk}"
    assert f"Flyttet: {before[20]} er nu nummer 20." in words_of(amina.get(answer["Location"]))
    answer = amina.post(url(story), {"seen": seen(amina, story), "down": pk})
    assert answer["Location"] == f"{url(story)}?side=2&flyttet={pk}"
    assert f'name="up" value="{pk}" autofocus' in amina.get(answer["Location"]).content.decode()
    dragged = ",".join(pk_of(story, title) for title in (before[22], before[20], before[21]))
    assert amina.post(second, {"seen": seen(amina, story), "order": dragged})["Location"] == second
    assert order(story) == [*before[:20], before[22], before[20], before[21], *before[23:]]
    answer = amina.post(second, {"seen": seen(amina, story), "top": pk})
    assert answer["Location"] == f"{url(story)}?flyttet={pk}"
    assert order(story) == [before[20], *before[:20], before[22], before[21], *before[23:]]
    assert words_of(amina.get(f"{url(story)}?side=99")) == words_of(amina.get(url(story)))


def test_who_orders_on_an_older_page_sees_both_orders_and_nothing_is_lost(story: Cast) -> None:
    amina, old = client_of(story.amina), seen(client_of(story.amina), story)
    before = order(story)
    amina.post(url(story), {"seen": old, "up": pk_of(story, before[1])})
    saved = order(story)
    late = amina.post(url(story), {"seen": old, "order": ",".join(pk_of(story, title) for title in before)})
    read = words_of(late)
    assert (late.status_code, order(story)) == (422, saved)
    assert f"Rækkefølgen 1. {before[0]} 2. {before[1]}" in read
    assert f"Rækkefølgen 1. {before[1]} 2. {before[0]}" in read


@pytest.mark.parametrize(
    "sent", [{}, {"order": "x,y"}, {"top": "no"}, {"up": "no"}, {"up": "0f8fad5b-d9cb-469f-a165-70867728950e"}]
)
def test_what_is_no_order_is_refused_in_words(story: Cast, sent: dict[str, str]) -> None:
    amina, before = client_of(story.amina), order(story)
    answer = amina.post(url(story), {"seen": seen(amina, story), **sent})
    assert (answer.status_code, order(story)) == (422, before)


def test_it_is_hers_alone_and_costs_little(story: Cast) -> None:
    refused(story, url(story), {"seen": "1"}, "bo", "jens")
    assert queries_of(client_of(story.amina), url(story)) <= 12
