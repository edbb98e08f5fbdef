"""Tilgængelighed: the statement at its short address, for everybody."""

import pytest
from django.test import Client


@pytest.mark.requirement("R215")
@pytest.mark.django_db
def test_the_statement_is_public_and_says_what_is_missing() -> None:
    """One address, linked from the foot of every page."""
    page = Client().get("/was")
    text = page.content.decode()
    assert page.status_code == 200
    assert "Tilgængeligheds\N{SOFT HYPHEN}erklæring" in text
    assert "Det mangler endnu" in text
    assert 'href="/was"' in text
