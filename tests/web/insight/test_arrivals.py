"""På vej hertil: Niels reads a name and from where, and nothing of what she brings."""

import pytest
from django.urls import reverse

from bordenden.audit.models import Entry
from tests.cast import Cast, client_of
from tests.moves.test_moving import carried
from tests.web.reading import words_of


def test_niels_reads_a_name_and_lis_of_the_old_side_nothing(cast: Cast) -> None:
    arrival = carried(cast)
    read = words_of(client_of(cast.niels).get(reverse("arrivals", args=[cast.neighbours.pk])))
    assert "Amina Yusuf Fra Fjordby (opdigtet), 2. marts 2026." in read
    assert [words for words in ("Min have", "Arbejde ude", "Ringe", "Vi talte") if words in read] == []
    # Her name is a look at her: it stands in the log of the place she comes to.
    assert Entry.objects.filter(actor=cast.niels.pk, act="arrivals.read", thing=arrival.pk).count() == 1
    assert "Amina" not in words_of(client_of(cast.lis).get(reverse("arrivals", args=[cast.project.pk])))


@pytest.mark.parametrize("name", ["lis", "bo", "amina", "stine"])
def test_the_list_is_the_leaders_of_the_place(cast: Cast, name: str) -> None:
    address = reverse("arrivals", args=[cast.neighbours.pk])
    assert client_of(getattr(cast, name)).get(address).status_code == 404
