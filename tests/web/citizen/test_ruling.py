"""Brevet: what she was told, why, and how to complain, in her own door."""

from django.urls import reverse

from bordenden.plans.models import Ruling
from tests.cast import Cast, client_of
from tests.web.pages import text_of
from tests.web.talking import refused


def url() -> str:
    return reverse("ruling", args=[Ruling.objects.get().pk])


def test_she_reads_the_answer_its_grounds_and_how_to_complain(story: Cast) -> None:
    read = text_of(client_of(story.amina), url())
    assert "Afgørelse Du har fået nej" in read
    assert "Du har bedt om Støtte i dit hjem Hvorfor? Du fortæller, at du klarer hverdagen" in read
    assert "Hvis du ikke er enig Er du ikke enig, kan du klage til kommunen. Gør det inden 4 uger" in read
    assert "Bo Lund, sagsbehandler" in read


def test_it_is_hers_alone(story: Cast) -> None:
    refused(story, url(), {}, "bo", "jens")
