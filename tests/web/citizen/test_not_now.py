"""Ikke nu is kept with the round: she is not asked about it again, and the next round asks anew."""

from datetime import timedelta

import pytest
from django.urls import reverse

from bordenden.assessments.models import Sheet
from bordenden.audit.models import Entry
from bordenden.foundation.clock import now
from tests.assessments.histories import a_round, published, twenty
from tests.cast import MONDAY, Cast, client_of
from tests.web.pages import text_of

ASKED = "Vil du tale med nogen om det? Du bestemmer selv."
DECLINED = "Det er helt i orden. Du kan altid sige til, hvis du vil tale om det."


@pytest.fixture
def fell(cast: Cast) -> Sheet:
    """Amina's newest round, in which something is lower than before."""
    version = published(twenty(), number=1, at=MONDAY)
    a_round(cast.aminas_table, version, {"emne-1": 8}, at=MONDAY)
    return a_round(cast.aminas_table, version, {"emne-1": 3}, at=MONDAY + timedelta(days=1))


def address(sheet: Sheet) -> str:
    return reverse("not_now", args=[sheet.pk])


def test_she_is_asked_once_about_a_round_and_again_about_the_next(cast: Cast, fell: Sheet) -> None:
    client, page = client_of(cast.amina), reverse("development", args=[cast.aminas_table.pk])
    assert ASKED in text_of(client, page)
    answer = client.post(address(fell))
    assert (answer.status_code, answer["Location"]) == (303, page)
    assert DECLINED in (read := text_of(client, page))
    assert ASKED not in read
    a_round(cast.aminas_table, fell.version, {"emne-1": 1}, at=MONDAY + timedelta(days=2))
    assert ASKED in text_of(client, page)


def test_saying_it_twice_is_once_and_is_in_the_audit(cast: Cast, fell: Sheet) -> None:
    before = now()
    for _ in range(2):
        client_of(cast.amina).post(address(fell))
    fell.refresh_from_db()
    assert fell.not_now_at is not None
    assert fell.not_now_at >= before
    assert Entry.objects.filter(act="talk.decline", kind="write").count() == 1


def test_it_takes_a_press(cast: Cast, fell: Sheet) -> None:
    assert client_of(cast.amina).get(address(fell)).status_code == 405
    assert not Sheet.objects.filter(not_now_at__isnull=False).exists()


@pytest.mark.parametrize("who", ["bo", "birthe", "mie", "sara", "ole", "karim", "lis", "niels", "eva", "stine"])
def test_nobody_else_can_say_it(cast: Cast, fell: Sheet, who: str) -> None:
    for send in (client_of(getattr(cast, who)).get, client_of(getattr(cast, who)).post):
        assert send(address(fell)).status_code == 404
    assert not Sheet.objects.filter(not_now_at__isnull=False).exists()


def test_of_a_round_she_is_in_the_middle_of_nothing_is_asked_and_nothing_fails(cast: Cast, fell: Sheet) -> None:
    Sheet.objects.filter(pk=fell.pk).update(finished_at=None)
    assert client_of(cast.amina).post(address(fell)).status_code == 303
    assert Sheet.objects.get(pk=fell.pk).not_now_at is None
