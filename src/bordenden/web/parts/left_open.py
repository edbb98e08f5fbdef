"""What is left open on a plan when a course ends, in words with numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

if TYPE_CHECKING:
    from bordenden.plans.queries import LeftOpen


def left_words(left: LeftOpen) -> str:
    """ "3 små skridt og 1 valg"; "" when nothing is open."""
    steps = ngettext("%(number)d lille skridt", "%(number)d små skridt", left.steps) % {"number": left.steps}
    chosen = ngettext("%(number)d valg", "%(number)d valg", left.chosen) % {"number": left.chosen}
    said = [words for words, number in ((steps, left.steps), (chosen, left.chosen)) if number]
    return _(" og ").join(said)
