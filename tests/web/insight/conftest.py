"""Instruments for the tests of the insight door."""

import pytest

from bordenden.assessments.actions import begin_draft
from bordenden.assessments.models import Instrument
from tests.cast import MONDAY, Cast


@pytest.fixture
def common(story: Cast) -> Instrument:
    """Min vurdering: two published versions, no draft."""
    return Instrument.objects.get(code="min-vurdering")


@pytest.fixture
def local(story: Cast) -> Instrument:
    """Fjordby's own: a draft with two questions, tried once by Lis."""
    return Instrument.objects.get(municipality=story.fjordby)


@pytest.fixture
def drafted(story: Cast, common: Instrument) -> Instrument:
    """Min vurdering with a draft of version 3."""
    begin_draft(instrument=common, by=story.stine, at=MONDAY)
    return common
