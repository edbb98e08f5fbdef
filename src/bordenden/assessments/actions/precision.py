"""How exactly the areas of Min vurdering are measured, counted over many people and kept as figures."""

from datetime import datetime
from typing import Final

from django.db import transaction

from bordenden.assessments.models import Instrument, Precision
from bordenden.assessments.queries import first_ratings
from bordenden.audit.actions import Actor, record
from progression.reliability import cronbach_alpha

# Under this many people the spread says more about who they are than about the measure.
FEWEST: Final = 50


@transaction.atomic
def count_precision(*, instrument: Instrument, by: Actor, at: datetime) -> list[Precision]:
    """Count every area anew. An area with too few people, or whose questions do not go together, is left out."""
    counted = []
    for area, (made_of, rows) in first_ratings(instrument=instrument).items():
        if len(rows) < FEWEST or len(made_of) < 2:
            continue
        found = cronbach_alpha(rows)
        if found.alpha is None or not 0 <= found.alpha < 1:
            continue
        precision = Precision.objects.create(
            instrument=instrument,
            area=area,
            made_of=" ".join(made_of),
            people=found.n,
            spread=found.sd,
            alpha=float(found.alpha),
            counted_at=at,
        )
        record(act="precision.count", by=by, thing=precision, at=at)
        counted.append(precision)
    return counted
