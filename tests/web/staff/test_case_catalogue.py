"""The same catalogue at the staff door: Bo may look with her, and sees nothing of what she looked at."""

from django.urls import reverse

from bordenden.offers import actions
from tests.cast import MONDAY, Cast, client_of
from tests.web.citizen.offer_stories import offered
from tests.web.reading import words_of


def test_bo_sees_what_there_is_and_nothing_of_what_she_keeps_compares_or_goes_to(story: Cast) -> None:
    bo, debt = client_of(story.bo), offered(story, "gaeld")
    pages = [
        reverse("case_catalogue", args=[story.aminas_table.pk]),
        reverse("case_offer", args=[story.aminas_table.pk, debt.pk]),
        reverse("case", args=[story.aminas_table.pk]),
    ]
    before = [words_of(bo.get(url)) for url in pages]
    assert ("18 muligheder" in before[0], debt.name in before[1], "Muligheder" in before[2]) == (True, True, True)
    actions.lay_beside(table=story.aminas_table, offer=debt, by=story.amina, at=MONDAY)
    assert [words_of(bo.get(url)) for url in pages] == before


def test_a_word_is_sought_without_an_address_and_codes_stand_in_one(story: Cast) -> None:
    bo, url = client_of(story.bo), reverse("case_catalogue", args=[story.aminas_table.pk])
    assert offered(story, "gaeld").name in words_of(bo.post(url, {"ord": "gæld"}))
    assert bo.post(url, {"omraade": "health"})["Location"] == f"{url}?omraade=health"


def test_nobody_else_comes_in_by_this_door(story: Cast) -> None:
    url = reverse("case_catalogue", args=[story.aminas_table.pk])
    for name in ("amina", "mie", "sara", "ole", "lis", "niels", "birthe"):
        assert client_of(getattr(story, name)).get(url).status_code == 404
