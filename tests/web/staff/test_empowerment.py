"""Hvad vi mener med empowerment: an approach and not a method; influence and ownership; three areas, three meanings."""

import pytest

from tests.cast import Cast, client_of
from tests.web.pages import text_of

URL = "/sagsbehandler/om/empowerment/"


@pytest.mark.requirement("R220")
def test_bo_reads_the_houses_own_definition(cast: Cast) -> None:
    said = text_of(client_of(cast.bo), URL)
    assert "Empowerment er en tilgang, ikke en metode." in said
    assert said.index("Indflydelse.") < said.index("Ejerskab.")
    assert [area in said for area in ("Sundhed At ", "Det sociale område At ", "Beskæftigelse Et ")] == [True] * 3
    assert "Vi har ikke målt, at tilgangen virker." in said


def test_it_is_one_step_from_every_page_at_work(cast: Cast) -> None:
    page = client_of(cast.bo).get("/sagsbehandler/").content.decode()
    assert f'href="{URL}"' in page.partition("<footer")[2]
