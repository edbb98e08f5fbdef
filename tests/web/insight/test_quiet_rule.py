"""Når I ikke hører fra en borger: Lis says after how many days somebody is to call; an old page is told so."""

import pytest
from django.urls import reverse

from bordenden.reviews.queries import rule_of
from tests.cast import Cast, client_of


def test_lis_sets_the_days_and_an_old_page_is_refused(cast: Cast) -> None:
    address, lis = reverse("quiet_rule", args=[cast.project.pk]), client_of(cast.lis)
    assert 'value="90"' in lis.get(address).content.decode()
    assert lis.post(address, {"days": "3", "version": "0"}).status_code == 422
    assert lis.post(address, {"days": "60", "version": "0"}).status_code == 303
    assert lis.post(address, {"days": "45", "version": "0"}).status_code == 422
    assert rule_of(project=cast.project).days == 60


@pytest.mark.parametrize("name", ["bo", "niels", "amina", "stine"])
def test_the_rule_is_the_leaders(cast: Cast, name: str) -> None:
    assert client_of(getattr(cast, name)).get(reverse("quiet_rule", args=[cast.project.pk])).status_code == 404
