"""Into which project: Bo finds his own, and whoever may bring nobody in finds nothing."""

import pytest
from django.urls import reverse

from tests.cast import Cast, client_of
from tests.web.pages import queries_of, text_of

URL = "/sagsbehandler/hent/"


def test_bo_finds_his_project_from_the_list_of_his_citizens(cast: Cast) -> None:
    bo = client_of(cast.bo)
    assert f'href="{URL}"' in bo.get(reverse("caseload")).content.decode()
    page = bo.get(URL).content.decode()
    assert f'href="{reverse("caseload_import", args=[cast.project.pk])}"' in page
    assert "Din egen vej" in text_of(bo, URL)
    assert queries_of(bo, URL) <= 12


@pytest.mark.parametrize("name", ["amina", "mie", "lis", "niels", "stine", "eva"])
def test_whoever_holds_no_such_office_finds_nothing(cast: Cast, name: str) -> None:
    assert client_of(getattr(cast, name)).get(URL).status_code == 404
