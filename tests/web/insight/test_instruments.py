"""Skemaer: who sees which."""

from django.urls import reverse

from bordenden.assessments.models import Instrument
from bordenden.assessments.words import Purpose
from tests.cast import Cast, client_of
from tests.web.pages import queries_of, text_of

PAGE = reverse("instruments")


def test_stine_and_eva_see_the_common_ones_and_lis_fjordbys_own_too(story: Cast) -> None:
    for person in (story.stine, story.eva):
        read = text_of(client_of(person), PAGE)
        assert "Min vurdering Fælles for alle. Version 2 har været i brug siden 31. januar 2026." in read
        assert "Spørgsmål fra Fjordby" not in read
    read = text_of(client_of(story.lis), PAGE)
    assert "Spørgsmål fra Fjordby (opdigtet) Fjordby (opdigtet). Ikke udgivet endnu. Der er en kladde." in read
    assert "Sagsbehandlerens blik Fælles for alle." in read


def test_niels_in_bakkeby_sees_the_common_ones_and_nothing_of_fjordbys(story: Cast) -> None:
    read = text_of(client_of(story.niels), PAGE)
    assert "Min trivsel" in read
    assert "Fjordby" not in read


def test_who_is_in_no_office_sees_an_empty_page(story: Cast) -> None:
    for person in (story.amina, story.bo, story.ole):
        assert "Her er ingen skemaer" in text_of(client_of(person), PAGE)


def test_the_page_costs_the_same_with_four_and_with_six(story: Cast) -> None:
    four = queries_of(client_of(story.lis), PAGE)
    for purpose in (Purpose.WELLBEING, Purpose.CASEWORKER):
        Instrument.objects.create(code=f"901-{purpose}", name="Egne", purpose=purpose, municipality=story.fjordby)
    assert queries_of(client_of(story.lis), PAGE) == four
