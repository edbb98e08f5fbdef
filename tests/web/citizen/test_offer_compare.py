"""Sammenlign: two side by side, with the name of each column at every cell."""

from tests.cast import Cast, client_of
from tests.web.citizen.offer_stories import of_amina, offered
from tests.web.reading import words_of


def test_each_question_is_answered_for_each_of_them(story: Cast) -> None:
    page = client_of(story.amina).get(of_amina(story, "offer_compare"))
    html, said = page.content.decode(), words_of(page)
    two = [offered(story, code) for code in ("soevn-mad-bevaegelse", "uro-og-tunge-tanker")]
    for offer in two:
        assert (offer.name in said, offer.times in said) == (True, True)
        assert f'data-label="{offer.name}"' in html
    assert html.count('scope="row"') == html.count('<tr role="row">') - 1
    assert "Hvornår er det slut?" not in said or all(offer.end_criterion for offer in two)


def test_one_is_nothing_to_compare_and_none_says_how(story: Cast) -> None:
    amina, url = client_of(story.amina), of_amina(story, "offer_compare")
    for code, words in (("soevn-mad-bevaegelse", "Vælg en til."), ("uro-og-tunge-tanker", "Her er tomt")):
        amina.post(of_amina(story, "offer_save", offered(story, code).pk), {"do": "lay_back"})
        assert words in words_of(amina.get(url))
