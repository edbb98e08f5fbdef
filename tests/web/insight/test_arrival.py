"""Giv en sagsbehandler: Niels seats Amina with Asta, who works there; what she brings he never reads."""

import pytest
from django.urls import reverse

from bordenden.access import acts, gate
from bordenden.pathways.models import Table
from tests.cast import MONDAY, Cast, client_of, viewer_of
from tests.moves.test_moving import asta, carried
from tests.web.reading import words_of


def test_niels_gives_her_a_caseworker_of_his_own_and_reaches_nothing_by_it(cast: Cast) -> None:
    coordinator, arrival = asta(cast), carried(cast)
    address, niels = reverse("arrival", args=[arrival.pk]), client_of(cast.niels)
    assert "Min have" not in words_of(niels.get(address))
    assert niels.post(address, {"coordinator": str(cast.bo.pk)}).status_code == 422
    assert niels.post(address, {}).status_code == 422
    assert niels.post(address, {"coordinator": str(coordinator.pk)}).status_code == 303
    assert "her er ikke mere at se" in words_of(niels.get(address))
    table = Table.objects.get(municipality=cast.bakkeby)
    assert gate.may(viewer_of(coordinator), acts.CASE_READ, table, at=MONDAY.replace(year=2027))
    assert not gate.may(viewer_of(cast.niels), acts.CASE_READ, table, at=MONDAY.replace(year=2027))


@pytest.mark.parametrize("name", ["lis", "bo", "amina", "stine"])
def test_nobody_else_receives_her(cast: Cast, name: str) -> None:
    address, other = reverse("arrival", args=[carried(cast).pk]), client_of(getattr(cast, name))
    assert (other.get(address).status_code, other.post(address, {}).status_code) == (404, 404)
