"""Det, borgerne savner: what many miss is ranked; words and few never stand there."""

import pytest
from django.urls import reverse

from bordenden.offers.words import Category
from tests.cast import Cast, client_of
from tests.offers.kept import begun
from tests.offers.test_keeping import miss
from tests.web.insight.keeping import fjordbys, refused_to_others


@pytest.mark.requirement("R40")
def test_lis_reads_what_is_missed_most_and_nobodys_words(cast: Cast) -> None:
    url, lis = reverse("needs", args=[begun(cast).pk]), client_of(cast.lis)
    miss(cast, 4, Category.ECONOMY)
    assert "Der skal mindst fem til" in lis.get(url).content.decode()
    miss(cast, 5, Category.NETWORK)
    miss(cast, 8, Category.HOUSING)
    page = lis.get(url).content.decode()
    assert page.index("Et sted at bo") < page.index("Mennesker og fællesskab")
    assert "omkring 10" in page
    assert "Penge og gæld" not in page
    assert "Mine helt egne ord" not in page


def test_it_is_the_own_municipalitys(story: Cast) -> None:
    url = reverse("needs", args=[fjordbys(story).pk])
    refused_to_others(story, url)
    assert "mine børn" not in client_of(story.lis).get(url).content.decode()
