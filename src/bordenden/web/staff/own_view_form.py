"""The caseworker's own form: a number or nothing for each question, all on one page."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext as _

from bordenden.assessments.words import spoken
from bordenden.web.threshold.drafting import DraftedForm

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bordenden.assessments.models import Item

LOWEST, HIGHEST = 0, 10


class OwnViewForm(DraftedForm):
    """A field for each question, named by its code; empty is no answer."""

    def __init__(self, *args: Any, items: "Sequence[Item]", **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self.items = {item.code: item for item in items}
        for item in items:
            self.fields[item.code] = forms.TypedChoiceField(
                label=spoken(item.question),
                choices=[("", _("Lad stå åbent")), *_numbers(item)],
                coerce=int,
                empty_value=None,
                required=False,
            )

    def said(self) -> "dict[Item, int]":
        """The questions that were given a number."""
        given = ((item, self.cleaned_data[code]) for code, item in self.items.items())
        return {item: value for item, value in given if value is not None}


def _numbers(item: "Item") -> list[tuple[int, str]]:
    words = {LOWEST: item.low, (LOWEST + HIGHEST) // 2: item.middle, HIGHEST: item.high}
    return [
        (value, f"{value} – {spoken(words[value])}" if value in words else str(value))
        for value in range(LOWEST, HIGHEST + 1)
    ]
