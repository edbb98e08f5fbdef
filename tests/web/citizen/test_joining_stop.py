"""Jeg vil ikke være med mere: one press and no reason, and her caseworker reads that it ended."""

import pytest
from django.urls import reverse

from bordenden.pathways.models import Exit
from tests.cast import MONDAY, Cast, client_of
from tests.web.pages import text_of
from tests.web.reading import form_of
from tests.web.talking import stand_at


@pytest.fixture(autouse=True)
def monday(monkeypatch: pytest.MonkeyPatch) -> None:
    stand_at(monkeypatch)


def test_amina_stops_with_one_press_and_bo_reads_that_she_chose_it(cast: Cast) -> None:
    amina, url = client_of(cast.amina), reverse("joining_stop", args=[cast.aminas_table.pk])
    assert form_of(amina.get(url)) == {}
    assert "Det er helt i orden. Du behøver ikke sige hvorfor." in text_of(amina, url)
    for _time in range(2):
        assert amina.post(url).status_code == 303
    ended = Exit.objects.get(enrolment=cast.aminas_course)
    assert (ended.on, ended.reason, ended.decided_by) == (MONDAY.date(), "left_by_choice", "citizen")
    words = text_of(client_of(cast.bo), reverse("case", args=[cast.aminas_table.pk]))
    assert "Borgeren har valgt at forlade projektet" in words
    assert amina.get(url).status_code == 303


@pytest.mark.parametrize("name", ["bo", "mie", "karim", "lis"])
def test_nobody_stops_for_her(cast: Cast, name: str) -> None:
    url = reverse("joining_stop", args=[cast.aminas_table.pk])
    assert client_of(getattr(cast, name)).post(url).status_code == 404
    assert Exit.objects.count() == 0
