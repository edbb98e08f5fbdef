"""Sådan ser din sagsbehandler det: hers to read, with words at each number."""

import pytest
from django.urls import reverse

from bordenden.assessments import actions
from tests.assessments.test_informing import publish_own_view
from tests.cast import MONDAY, Cast, client_of
from tests.web.staff.cases import STRANGERS, body


def url(cast: Cast) -> str:
    """What Bo has said about Amina."""
    return reverse("their_view", args=[cast.aminas_table.pk])


def test_amina_reads_what_birthe_and_bo_have_said_newest_first(cast: Cast) -> None:
    items = publish_own_view()
    for by, value in ((cast.birthe, 2), (cast.bo, 8)):
        actions.say_own_view(
            table=cast.aminas_table, said={items[0]: value}, form_key=by.pk, by=by, at=MONDAY.replace(hour=value)
        )
    page = body(client_of(cast.amina).get(url(cast)))
    assert page.index(f"8 – {items[0].high}") < page.index(f"2 – {items[0].low}")
    assert "Bo, 2. marts 2026" in page
    assert "Birthe, 2. marts 2026" in page


def test_before_anything_is_said_the_page_says_so(cast: Cast) -> None:
    publish_own_view()
    assert "Din sagsbehandler har ikke svaret endnu." in body(client_of(cast.amina).get(url(cast)))


@pytest.mark.parametrize("name", [name for name in (*STRANGERS, "bo") if name != "amina"])
def test_her_page_is_nobody_elses(cast: Cast, name: str) -> None:
    assert client_of(getattr(cast, name)).get(url(cast)).status_code == 404
