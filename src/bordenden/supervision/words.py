"""The bounds of a supervision: how many courses, for how long, how often, and how much is said of its purpose."""

from datetime import timedelta

FEWEST_CASES, MOST_CASES = 1, 10
SHORTEST_PURPOSE, LONGEST_PURPOSE = 20, 300
# The last day lies at most so far ahead.
LONGEST = timedelta(days=30)
# From one draw to the next: nobody draws again until the lot falls on a certain citizen.
BETWEEN_DRAWS = timedelta(days=7)
