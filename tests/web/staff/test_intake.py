"""Visitation: Pia's first page; whoever has no such office finds nothing."""

import pytest
from django.urls import reverse

from tests.cast import Cast, client_of
from tests.intake.history import written_up
from tests.web.pages import queries_of, text_of

URL = "/sagsbehandler/visitation/"


def test_pia_comes_home_to_her_projects_with_how_many_might_join(cast: Cast) -> None:
    written_up(cast)
    pia = client_of(cast.pia)
    assert pia.get("/hjem/")["Location"] == URL
    page = text_of(pia, URL)
    assert "Din egen vej 1 mulig deltager." in page
    assert reverse("candidates", args=[cast.project.pk]) in pia.get(URL).content.decode()
    assert queries_of(pia, URL) <= 12


@pytest.mark.parametrize("name", ["amina", "bo", "ole", "lis", "niels", "stine"])
def test_whoever_holds_no_such_office_finds_nothing(cast: Cast, name: str) -> None:
    assert client_of(getattr(cast, name)).get(URL).status_code == 404
