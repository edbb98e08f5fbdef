"""From a file to a reason: Pia chooses it, sees every line, brings it in, and reads why Vera may not join yet."""

import pytest

from bordenden.intake.models import Candidate
from tests.intake.history import VERA
from tests.journeys.house import House, status_for
from tests.journeys.joining import pia_brings_a_file_in, pia_reads_why

# With JavaScript it is the beginning of the whole way in and out.
pytestmark = [pytest.mark.browser, pytest.mark.once, pytest.mark.django_db(transaction=True)]


def test_from_a_file_to_the_reason_without_javascript(early_house: House) -> None:
    house, cast = early_house, early_house.cast
    house.javascript = False
    page = house.visitor(cast.pia)
    assert pia_brings_a_file_in(page) == ["(intet navn)", "Vera Lind", "Vera Lind", "Vera Lind"]
    pia_reads_why(
        page,
        "Vera Lind",
        "Kan ikke være med endnu",
        "Tællingen begyndte forfra, fordi der ikke var hjælp i hele januar 2025.",
        "Der skal 2 år til. Det er der den 15. februar 2027.",
    )
    vera = Candidate.objects.get(person__cpr=VERA)
    assert status_for(cast.bo, url=page.url.removeprefix(house.url)) == 404
    Candidate.objects.filter(pk=vera.pk).update(closed_at=cast.at, ended_as="enrolled")
    answer = page.reload()
    assert answer is not None
    assert answer.status == 404
