"""The family every test here begins with."""

import pytest

from tests.cast import Cast
from tests.families.holms import Holms, seat_the_holms


@pytest.fixture
def holms(cast: Cast) -> Holms:
    """Familien Holm at their table."""
    return seat_the_holms(cast)
