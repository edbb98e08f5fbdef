"""The instruments a world begins with: the files the house ships."""

from collections.abc import Sequence
from datetime import datetime
from importlib.resources import files
from typing import Final

from bordenden.assessments.actions import import_instrument
from bordenden.assessments.models import InstrumentVersion
from bordenden.people.models import Person

_SHIPPED: Final = files("bordenden.assessments") / "instruments"
MIN_VURDERING_1: Final = _SHIPPED / "min-vurdering-1.toml"
MIN_VURDERING: Final = _SHIPPED / "min-vurdering.toml"
MIN_TRIVSEL: Final = _SHIPPED / "min-trivsel.toml"
CASEWORKERS_VIEW: Final = _SHIPPED / "sagsbehandlerens-blik.toml"
NEWEST: Final = (MIN_VURDERING, MIN_TRIVSEL, CASEWORKERS_VIEW)


def publish_newest(*, by: Person, at: datetime) -> Sequence[InstrumentVersion]:
    """Min vurdering, Min trivsel and Sagsbehandlerens blik, in that order."""
    return [import_instrument(content=one.read_bytes(), by=by, at=at).version for one in NEWEST]
