"""How many made-up cases a dear property is shown by: so many, fewer where the second database repeats it, more at leisure."""

import os

from hypothesis import HealthCheck, Phase, settings

from tests.walls import POSTGRESQL

# `make check-all` sets it: so many times as many.
TIMES = int(os.environ.get("BORDENDEN_EXAMPLES", "1"))
ALL_PHASES = tuple(Phase)


def examples(number: int, *, again: int, phases: tuple[Phase, ...] = ALL_PHASES) -> settings:
    """`number` on the first database, `again` on the second (decision 11)."""
    return settings(
        max_examples=(again if POSTGRESQL else number) * TIMES,
        deadline=None,
        phases=phases,
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    )
