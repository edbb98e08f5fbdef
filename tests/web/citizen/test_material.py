"""En tekst at læse og printe: short paragraphs, and a button that prints."""

import pytest
from django.urls import reverse

from bordenden.offers.models import Material
from tests.cast import Cast, client_of


def url(cast: Cast, code: str, *, of: str = "fjordby") -> str:
    municipality = getattr(cast, of) if of else None
    text = Material.objects.get(municipality=municipality, starter=code)
    return reverse("material", args=[cast.aminas_table.pk, text.pk])


@pytest.mark.requirement("R24")
def test_amina_reads_it_in_paragraphs_and_may_print_it(story: Cast) -> None:
    page = client_of(story.amina).get(url(story, "forbered-samtalen")).content.decode()
    assert "<p>Du må gerne tage en med. Det kan være en ven, din søster eller din mentor.</p>" in page
    assert "data-paper" in page
    assert "samtale" not in page.partition("</title>")[0]


def test_a_draft_and_the_national_text_are_not_there(story: Cast) -> None:
    amina = client_of(story.amina)
    assert amina.get(url(story, "soevn")).status_code == 404
    assert amina.get(url(story, "forbered-samtalen", of="")).status_code == 404
    assert client_of(story.karim).get(url(story, "forbered-samtalen")).status_code == 404
