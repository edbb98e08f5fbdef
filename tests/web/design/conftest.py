"""How the tests of the look draw a template: with the frame's own addresses and context processors."""

from collections.abc import Callable

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory

Draw = Callable[..., str]


@pytest.fixture
def draw(rf: RequestFactory, settings: pytest.FixtureRequest) -> Draw:
    """Renders a template with the given variables; a variable the template misses is an error."""
    settings.ROOT_URLCONF = "tests.web.design.urls"  # type: ignore[attr-defined]

    def drawn(template: str, **variables: object) -> str:
        return render_to_string(template, variables, request=rf.get("/"))

    return drawn
