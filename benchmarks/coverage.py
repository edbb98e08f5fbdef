"""How often the 95 % intervals of the growth model hold the truth, on made-up people whose truth is known.

Run: python -m benchmarks.coverage [runs] (default 2,000, 500 people each, one seed). Right is 93.5 to 96.5 %.
"""

import sys
import time
from typing import Final

import numpy as np

from progression.mixed import GrowthFit, growth

RUNS: Final = 2000
PEOPLE: Final = 500
TRUTH: Final = {"(Intercept)": 3.0, "months": 0.05, "trust": 0.1, "months:trust": 0.004}
VARIANCE: Final = {"intercept": 1.44, "slope": 0.0064, "residual": 1.21}


def one(random: np.random.Generator) -> GrowthFit:
    """One fit of people with two to eight occasions within two years."""
    sizes = random.integers(2, 9, PEOPLE)
    person = np.repeat(np.arange(PEOPLE), sizes)
    months = np.concatenate([random.choice(25, size, replace=False) for size in sizes])
    trust = random.integers(0, 11, PEOPLE)[person]
    level = random.normal(0, VARIANCE["intercept"] ** 0.5, PEOPLE)[person]
    pace = random.normal(0, VARIANCE["slope"] ** 0.5, PEOPLE)[person]
    line = TRUTH["(Intercept)"] + TRUTH["trust"] * trust + (TRUTH["months"] + TRUTH["months:trust"] * trust) * months
    score = line + level + pace * months + random.normal(0, VARIANCE["residual"] ** 0.5, len(person))
    return growth(
        {"person": person, "months": months, "trust": trust, "score": score}, "score", "months", "person", ["trust"]
    )


def main() -> None:
    """Print the share of intervals that held each truth, and the mean of what was estimated."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else RUNS
    begun = time.perf_counter()
    random = np.random.default_rng(2017)
    fits = [one(random) for _ in range(runs)]
    print(f"{runs} runs of {PEOPLE} people, {time.perf_counter() - begun:.0f} s")
    unsettled, edge = sum(not fit.converged for fit in fits), sum(fit.singular for fit in fits)
    print(f"not converged: {unsettled}, at the boundary: {edge}")
    print("| effect | truth | mean estimate | intervals that hold it |\n|---|---|---|---|")
    for name, truth in TRUTH.items():
        found = [fit.coefficients[name] for fit in fits]
        held = sum(each.low <= truth <= each.high for each in found) / runs
        print(f"| {name} | {truth} | {np.mean([each.value for each in found]):.4f} | {held:.2%} |")
    for name, truth in VARIANCE.items():
        print(f"| variance of the {name} | {truth} | {np.mean([fit.variance[name] for fit in fits]):.5f} | |")


if __name__ == "__main__":
    main()
