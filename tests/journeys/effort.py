"""What a person does on the way through our pages, counted in the browser, and how long that takes an ordinary one.

The seconds are an estimate by the keystroke-level model (Card, Moran and Newell, "The keystroke-level model for
user performance time with interactive systems", Communications of the ACM 23(7), 1980, 396-410). Nobody was timed.
"""

from math import ceil

from playwright.sync_api import FloatRect, Frame, Locator, Page

# Of the model: point and press; a key, for somebody who types 40 words a minute; one thought; from mouse to keys or back.
TAP, KEY, THOUGHT, HOMING = 1.2, 0.28, 1.35, 0.4
# Ours: a swipe is made like a tap; a page is there half a second after it was asked for.
SWIPE, PAGE = TAP, 0.5
# Silent reading: Brysbaert, Journal of Memory and Language 109 (2019), 104047; English, taken for Danish too.
WORDS_A_MINUTE = 238


class Hand:
    """A hand at a page: it taps and writes, and everything it does is counted from when it came."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.taps = self.swipes = self.lines = self.keys = self.pages = self.words = 0
        page.on("framenavigated", self._another_page)

    def tap(self, target: Locator) -> None:
        """Find it, by swiping if it is out of sight, and press."""
        self.swipes += self._swipes_to(target)
        target.click()
        self.taps += 1

    def write(self, target: Locator, words: str) -> None:
        """Tap the field and type one line."""
        self.tap(target)
        target.press_sequentially(words)
        self.lines += 1
        self.keys += len(words)

    def read(self, target: Locator) -> None:
        """Every word of it, from the first to the last."""
        self.words += len(target.inner_text().split())

    @property
    def seconds(self) -> float:
        """A thought before each tap and each line; the hands to the keys and back for each line."""
        moving = self.taps * TAP + self.swipes * SWIPE + self.keys * KEY + 2 * self.lines * HOMING
        return moving + (self.taps + self.lines) * THOUGHT + self.pages * PAGE + self.words * 60 / WORDS_A_MINUTE

    def _another_page(self, frame: Frame) -> None:
        self.pages += frame.parent_frame is None

    def _at_rest(self, target: Locator) -> FloatRect:
        """Where it stands when the page has done scrolling."""
        box = target.bounding_box()
        while (now := self._a_moment_later(target)) != box:
            box = now
        assert box is not None
        return box

    def _a_moment_later(self, target: Locator) -> FloatRect | None:
        self.page.wait_for_timeout(50)
        return target.bounding_box()

    def _swipes_to(self, target: Locator) -> int:
        """How many times three quarters of the screen have to go by."""
        box, screen = self._at_rest(target), self.page.viewport_size
        assert screen is not None
        out_of_sight = max(box["y"] + box["height"] - screen["height"], -box["y"], 0)
        return ceil(out_of_sight / (screen["height"] * 3 / 4))
