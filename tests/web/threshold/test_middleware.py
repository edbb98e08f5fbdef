"""What holds for every page: the language is Danish until somebody chooses another."""

import pytest
from django.conf import settings
from django.test import Client
from django.utils import translation

START = "/"


@pytest.mark.parametrize(
    ("chosen", "language"), [("", "da"), ("en", "en"), ("da", "da"), ("fr", "da"), ("../en", "da")]
)
def test_the_page_is_danish_until_she_chooses(db: None, chosen: str, language: str) -> None:
    client = Client(headers={"accept-language": "en-GB,en;q=0.9"})
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = chosen
    answer = client.get(START)
    assert f'<html lang="{language}"' in answer.content.decode()
    assert answer.headers["Content-Language"] == language


def test_one_pages_language_does_not_stay_for_the_next(db: None) -> None:
    before = translation.get_language()
    client = Client()
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    client.get(START)
    assert translation.get_language() == before
