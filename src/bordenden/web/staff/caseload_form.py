"""What a caseworker asks the list for: a name or case number, whose turn it is, how long it has been quiet."""

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django import forms
from django.utils.translation import gettext_lazy as _

from bordenden.contactlog.queries import quiet_for, whose_turn
from bordenden.contactlog.words import Turn
from bordenden.pathways.queries import caseload, running
from bordenden.plans.queries import out_of_touch

if TYPE_CHECKING:
    from datetime import datetime

    from django.db.models import QuerySet
    from django.http import HttpRequest

    from bordenden.pathways.models import Table

LONGEST_SEARCH = 100
QUIET = (14, 30)
AGREED = "aftalt"
TURNS = (
    ("", _("Alle")),
    (Turn.OURS.value, _("Borgeren venter på svar fra dig")),
    (Turn.CARE.value, _("I mødtes ikke sidst: ring og hør")),
    (Turn.TRY.value, _("I nåede ikke hinanden: prøv igen")),
    (Turn.WAITING.value, _("Du venter på svar")),
)


class CaseloadForm(forms.Form):
    """Filters that combine. A name is only read from what was sent in the body: it never stands in an address."""

    search = forms.CharField(
        label=_("Navn eller sagsnummer"),
        required=False,
        max_length=LONGEST_SEARCH,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    tur = forms.ChoiceField(label=_("Hvis tur er det?"), choices=TURNS, required=False)
    stille = forms.ChoiceField(
        label=_("Hvornår talte I sidst?"),
        choices=(
            ("", _("Lige meget")),
            ("14", _("For 14 dage siden eller mere")),
            ("30", _("For 30 dage siden eller mere")),
            (AGREED, _("Længere siden end aftalt")),
        ),
        required=False,
    )

    @classmethod
    def of(cls, request: "HttpRequest") -> "CaseloadForm":
        """What was asked, less what cannot be: an address changed by hand shows the list all the same."""
        asked = request.POST if request.method == "POST" else request.GET
        known = {"tur": {value for value, _words in TURNS}, "stille": {*(str(days) for days in QUIET), AGREED}}
        kept = {name: asked.get(name, "") for name, values in known.items() if asked.get(name, "") in values}
        typed = request.POST.get("search", "").strip()[:LONGEST_SEARCH]
        form = cls({**kept, "search": typed})
        form.is_valid()
        return form

    @property
    def search_text(self) -> str:
        """The name or number that was typed, "" for none."""
        return str(self.cleaned_data.get("search", ""))

    @property
    def quiet(self) -> int:
        """How many days without contact are asked for, 0 for any."""
        asked = self.cleaned_data.get("stille") or "0"
        return 0 if asked == AGREED else int(asked)

    @property
    def longer(self) -> bool:
        """Whether those are asked for with whom it is longer ago than agreed."""
        return self.cleaned_data.get("stille") == AGREED

    @property
    def filtered(self) -> bool:
        """Whether anything but everybody is asked for."""
        return any(self.cleaned_data.values())

    @property
    def address_part(self) -> str:
        """The filters as they may stand in an address: never the text."""
        return urlencode({name: self.cleaned_data[name] for name in ("tur", "stille") if self.cleaned_data.get(name)})

    def chosen(self, tables: "QuerySet[Table]", at: "datetime") -> "QuerySet[Table]":
        """Of these tables those asked for, in the Danish order of names: all of it in SQL."""
        turn = self.cleaned_data.get("tur")
        rows = running(tables=tables) if turn or self.quiet or self.longer else tables
        if turn:
            rows = whose_turn(tables=rows, turn=Turn(turn), at=at)
        if self.quiet:
            rows = quiet_for(tables=rows, days=self.quiet, at=at)
        if self.longer:
            rows = out_of_touch(tables=rows, at=at)
        return caseload(tables=rows, search=self.search_text, at=at)
