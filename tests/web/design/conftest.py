"""How the tests of the look draw a template: with the frame's own addresses and context processors."""

from collections.abc import Callable

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory
from pytest_django.fixtures import Settings

Draw = Callable[..., str]


@pytest.fixture
def draw(rf: RequestFactory, settings: Settings) -> Draw:
    """Renders a template with the given variables; a variable the template misses is an error."""
    settings.ROOT_URLCONF = "tests.web.design.urls"

    def drawn(template: str, **variables: object) -> str:
        return render_to_string(template, variables, request=rf.get("/"))

    return drawn
