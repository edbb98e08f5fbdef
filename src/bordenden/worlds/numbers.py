"""Made-up CPR numbers: a day that exists, and a number that fails modulus 11, as those of the cast do."""

from datetime import date

from bordenden.foundation import cpr

FIRST, AFTER_THE_LAST = 1234, 2000


class MadeUpNumbers:
    """Hands them out, each once. The seventh digit 1 is of those born in the twentieth century."""

    def __init__(self) -> None:
        self._given: set[str] = set()

    def of(self, born_on: date) -> str:
        """The next for somebody born on that day."""
        for last in range(FIRST, AFTER_THE_LAST):
            digits = f"{born_on:%d%m%y}{last}"
            if digits not in self._given and cpr.parse(digits).warning:
                self._given.add(digits)
                return digits
        raise ValueError(f"no made-up number is left for {born_on}")
