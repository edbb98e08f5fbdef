"""Instrument files for tests: a whole one, and the same one with something changed."""

from importlib.resources import files

SHIPPED_FILES = files("bordenden.assessments") / "instruments"
SHIPPED = (SHIPPED_FILES / "min-vurdering-1.toml").read_bytes()
TWENTY = (SHIPPED_FILES / "min-vurdering.toml").read_bytes()

SMALL = """\
code = "min-vurdering"
name = "Min vurdering"
version = 1

[[items]]
position = 1
code = "helbred"
topic = "Helbred"
question = "Hvordan er dit helbred?"
low = "Det fylder alt"
middle = "Op og ned"
high = "Godt"

[[items]]
position = 2
code = "venner"
topic = "Venner"
question = "Har du nogen at tale med?"
low = "Ingen"
middle = "En"
high = "Nok"
"""


def changed(old: str, new: str, text: str = SMALL) -> bytes:
    """The small file with one place changed; the place must be there."""
    assert old in text
    return text.replace(old, new, 1).encode()
