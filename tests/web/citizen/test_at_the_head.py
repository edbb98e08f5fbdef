"""Hvad betyder det at sidde for bordenden? The house's own definition in plain words, one step from every page of hers."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.cast import Cast, client_of
from tests.web.pages import text_of

URL = "/om/bordenden/"


@pytest.mark.requirement("R220")
def test_in_plain_words_it_is_a_way_of_being_together_and_two_things(story: Cast) -> None:
    said = text_of(client_of(story.amina), URL)
    for words in (
        "Det er en måde at være sammen på. Det er ikke en opskrift.",
        "Du siger selv, hvad der er svært. Du siger også, hvad der kan hjælpe.",
        "Det er din vej, og du går den selv.",
        "Ordet betyder ikke helt det samme alle steder.",
    ):
        assert words in said
    table = client_of(story.amina).get(reverse("table", args=[story.aminas_table.pk])).content.decode()
    assert f'href="{URL}"' in table.partition("<footer")[2]


@pytest.mark.django_db
def test_anybody_may_read_it_without_a_login() -> None:
    assert "Hvad betyder det at sidde for bordenden?" in text_of(Client(), URL)
