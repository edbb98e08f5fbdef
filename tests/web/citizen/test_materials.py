"""Til at læse: the texts of Amina's municipality."""

import pytest
from django.urls import reverse

from tests.cast import Cast, client_of


@pytest.mark.requirement("R24")
def test_amina_finds_what_is_published_in_danish_order(story: Cast) -> None:
    url = reverse("materials", args=[story.aminas_table.pk])
    page = client_of(story.amina).get(url).content.decode()
    assert page.index("Når der kommer et brev") < page.index("Sådan kan du forberede en samtale")
    assert "Når du ikke kan sove" not in page
    for name in ("bo", "mie", "karim", "lis"):
        assert client_of(getattr(story, name)).get(url).status_code == 404, name


def test_at_first_there_is_nothing(cast: Cast) -> None:
    page = client_of(cast.amina).get(reverse("materials", args=[cast.aminas_table.pk])).content.decode()
    assert "Din kommune har ikke lagt noget her endnu." in page
