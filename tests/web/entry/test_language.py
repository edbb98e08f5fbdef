"""Sprog: the other language, remembered, and no way out to foreign sites."""

from django.test import Client

from tests.cast import Cast


def test_english_is_remembered_and_she_stays_on_her_page(cast: Cast) -> None:
    """A cookie that scripts cannot read; back to where she was."""
    client = Client()
    response = client.post("/sprog/", {"language": "en", "next": "/was"})
    assert response["Location"] == "/was"
    assert response.cookies["sprog"].value == "en"
    assert response.cookies["sprog"]["httponly"] is True
    assert '<html lang="en">' in client.get("/was").content.decode()
    client.post("/sprog/", {"language": "da", "next": "/was"})
    assert '<html lang="da">' in client.get("/was").content.decode()


def test_a_foreign_next_and_an_unknown_language_change_nothing(cast: Cast) -> None:
    """Home again, and no cookie."""
    response = Client().post("/sprog/", {"language": "tlh", "next": "https://ond.example/"})
    assert response["Location"] == "/"
    assert "sprog" not in response.cookies
    assert Client().get("/sprog/").status_code == 405
