"""The keeper's side: Lis writes Fjordby's catalogue, opens it, and takes things out of it again."""

from bordenden.offers.queries import published
from tests.cast import MONDAY, Cast


def test_fjordby_has_a_catalogue(story: Cast) -> None:
    assert published(municipality=story.fjordby, at=MONDAY).count() == 18
