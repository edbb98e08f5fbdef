"""The world aalborg for the tests of figures."""

import pytest

from bordenden.worlds import aalborg
from bordenden.worlds.aalborg import Aalborg


@pytest.fixture
def jobcenter(db: None) -> Aalborg:
    """Jobcenter Aalborg with its 200 made-up participants and 26 exits."""
    return aalborg.build()
