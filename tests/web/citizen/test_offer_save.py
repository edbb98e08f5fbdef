"""Gem and Sammenlign: Amina's own heap, at the press of a button."""

from bordenden.offers.models import Saved
from tests.cast import Cast, client_of
from tests.web.citizen.offer_stories import of_amina, offered
from tests.web.reading import words_of


def test_she_keeps_it_lays_it_beside_and_lets_it_go_and_comes_back_to_where_she_pressed(story: Cast) -> None:
    amina, debt = client_of(story.amina), offered(story, "gaeld")
    url, page = of_amina(story, "offer_save", debt.pk), of_amina(story, "offer", debt.pk)
    kept = Saved.objects.filter(table=story.aminas_table, offer=debt)
    came = [amina.post(url, {"do": do})["Location"] for do in ("save", "save")]
    assert (came, kept.count()) == ([page, page], 1)
    assert "Fjern fra det, jeg har gemt" in words_of(amina.get(page))
    assert amina.post(url, {"do": "lay_beside", "til": "my_offers"})["Location"] == of_amina(story, "my_offers")
    amina.post(url, {"do": "unsave"})
    assert kept.count() == 0


def test_a_fourth_beside_three_is_refused_with_the_way_to_them(story: Cast) -> None:
    amina = client_of(story.amina)
    third, fourth = (of_amina(story, "offer_save", offered(story, code).pk) for code in ("gaeld", "tryg-bolig"))
    assert amina.post(third, {"do": "lay_beside"}).status_code == 303
    refused = amina.post(fourth, {"do": "lay_beside"})
    assert (refused.status_code, "Du kan se tre ad gangen" in words_of(refused)) == (422, True)


def test_what_is_no_button_changes_nothing_and_a_get_is_no_press(story: Cast) -> None:
    amina, url = client_of(story.amina), of_amina(story, "offer_save", offered(story, "gaeld").pk)
    before = Saved.objects.count()
    assert [amina.post(url, {"do": "delete"}).status_code, amina.get(url).status_code] == [422, 405]
    assert client_of(story.bo).post(url, {"do": "save"}).status_code == 404
    assert Saved.objects.count() == before
