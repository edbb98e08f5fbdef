"""How a municipality prints its plans: a place and a heading for each part, and a text of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import forms
from django.utils.translation import gettext_lazy as _

from bordenden.plans.queries import PartOf
from bordenden.plans.words import LONGEST_HEADING, LONGEST_INTRO, NEVER_LEFT_OUT, PrintPart
from bordenden.web.design.parts import StaleText
from bordenden.web.design.widgets import TOO_LONG
from bordenden.web.threshold.refusing import again

if TYPE_CHECKING:
    from django.forms.boundfield import BoundField
    from django.http import QueryDict

    from bordenden.foundation.rules import Stale
    from bordenden.plans.queries import Layout

LAST_PLACE = 99


class LayoutForm(forms.Form):
    """`version` is the layout one had before one; a part without a place is left out."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    intro = forms.CharField(
        label=_("Kommunens egne ord øverst"),
        help_text=_("Et par linjer, som alle borgere får med. Det må gerne stå tomt."),
        required=False,
        max_length=LONGEST_INTRO,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages=TOO_LONG,
    )

    def __init__(self, data: QueryDict | None, *, layout: Layout) -> None:
        usual = {"version": layout.version, "intro": layout.intro, **_said(layout)}
        super().__init__(data, initial=usual)
        for part in PrintPart:
            self.fields[f"{part.value}_place"] = forms.IntegerField(
                label=_("Plads"),
                min_value=1,
                max_value=LAST_PLACE,
                required=part in NEVER_LEFT_OUT,
                error_messages={"required": _("Denne del skal altid være med. Skriv en plads.")},
            )
            self.fields[f"{part.value}_heading"] = forms.CharField(
                label=_("Egen overskrift"), required=False, max_length=LONGEST_HEADING, error_messages=TOO_LONG
            )

    @property
    def groups(self) -> list[tuple[str, bool, BoundField, BoundField]]:
        """Each part: what it is called, whether it must be there, its two fields."""
        return [
            (str(part.label), part in NEVER_LEFT_OUT, self[f"{part.value}_place"], self[f"{part.value}_heading"])
            for part in PrintPart
        ]

    @property
    def parts(self) -> list[PartOf]:
        """Those with a place, in the order of their places, once the form is valid."""
        sent = self.cleaned_data
        placed = [(sent[f"{part.value}_place"], part) for part in PrintPart if sent[f"{part.value}_place"]]
        order = sorted(placed, key=lambda one: one[0])
        return [PartOf(part, sent[f"{part.value}_heading"]) for _place, part in order]

    def refuse_stale(self, refusal: Stale) -> tuple[StaleText, ...]:
        """Both texts; the next try is measured against the newer one."""
        self.add_error(None, str(refusal))
        mine = "\n".join([self.cleaned_data.get("intro", ""), *(one.title for one in self.parts)]).strip()
        again(self, version=refusal.version)
        return (StaleText(str(_("Planens form")), mine, refusal.saved),)


def _said(layout: Layout) -> dict[str, object]:
    said: dict[str, object] = {}
    for place, one in enumerate(layout.parts, start=1):
        said[f"{one.part.value}_place"] = place
        said[f"{one.part.value}_heading"] = one.heading
    return said
