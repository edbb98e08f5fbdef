"""docs/data.md: which fields the product keeps and how private each is, read off the models."""

from collections.abc import Iterator

from django.apps import apps
from django.db.models import Model

from bordenden.foundation.privacy import SETS, Privacy

HEADING = """# What is kept

Made from the models by `bordenden docs`; a test compares them. Do not edit by hand. It is the printed record of
processing: every field stands in exactly one set.

* **plain**: workings of the house, tells nothing about a person by itself.
* **statistical**: may be read by the statistical extract: codes, dates and scores, never text.
* **identifying**: tells who it is.
* **sensitive**: her own words and whatever may hurt when it leaks.
"""


def data_page() -> str:
    """The whole page as Markdown."""
    return HEADING + "\n".join(_sections()) + "\n"


def _sections() -> Iterator[str]:
    for model in sorted(apps.get_models(), key=lambda kind: kind._meta.label):
        privacy = getattr(model, "privacy", None)
        if isinstance(privacy, Privacy):
            yield from _section(model, privacy)


def _section(model: type[Model], privacy: Privacy) -> Iterator[str]:
    yield f"\n## {model._meta.label}\n"
    yield f"{(model.__doc__ or '').strip().splitlines()[0]}\n"
    for name in SETS:
        fields = getattr(privacy, name)
        if fields:
            yield f"* {name}: " + ", ".join(f"`{field}`" for field in fields)
