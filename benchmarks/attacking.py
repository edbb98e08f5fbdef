"""`make attack`: 500 made-up releases in which nothing may be found, and 100 weakened ones in which it must be."""

import argparse
import time
from collections import Counter

from benchmarks.openings import planted
from benchmarks.releases import many

HONEST, WEAKENED = 500, 100


def main() -> None:
    """Run and say what was found; 1 when anything was, or a planted opening was not."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("honest", type=int, nargs="?", default=HONEST)
    parser.add_argument("weakened", type=int, nargs="?", default=WEAKENED)
    sizes = parser.parse_args()
    begun = time.perf_counter()
    results = many(sizes.honest)
    middle = time.perf_counter()
    for kind, number in Counter(one.kind for one in results).items():
        own = [one for one in results if one.kind == kind]
        share = sum(one.withheld for one in own) / sum(one.cells for one in own)
        longest = max(one.seconds for one in own)
        print(f"{kind}: {number} releases, {share:.0%} of the cells withheld, the slowest {longest:.1f} s")
    broken = [one for one in results if not one.stands]
    print(f"{len(results)} releases attacked, something found in {len(broken)}; {middle - begun:.0f} s")
    plants = [planted(seed) for seed in range(sizes.weakened)]
    missed = [one for one in plants if not one.found()]
    for kind, number in Counter(one.kind for one in plants).items():
        print(f"{kind}: {number} planted, {number - sum(one.kind == kind for one in missed)} found")
    print(f"{len(plants)} openings planted, {len(missed)} not found; {time.perf_counter() - middle:.0f} s")
    raise SystemExit(bool(broken or missed))


if __name__ == "__main__":
    main()
