"""Who goes before in a line, and why."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from bordenden.web.design.widgets import TOO_LONG

if TYPE_CHECKING:
    from bordenden.offers.models import Waiting


class PriorityForm(forms.Form):
    """One case number of those who wait, whether it goes before, and the reason the citizen reads."""

    waiting = forms.ChoiceField(
        label=_("Hvem drejer det sig om?"),
        error_messages={"required": _("Vælg et sagsnummer."), "invalid_choice": _("Vælg et sagsnummer på listen.")},
    )
    priority = forms.TypedChoiceField(
        label=_("Hvor i køen?"),
        choices=[("1", _("Foran de andre")), ("0", _("Efter dato, som de andre"))],
        coerce=int,
        widget=forms.RadioSelect,
        initial="1",
        error_messages={"required": _("Vælg, hvor i køen.")},
    )
    why = forms.CharField(
        label=_("Hvorfor?"),
        help_text=_("Borgeren læser det. Skriv intet om andre."),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Skriv hvorfor. Borgeren kan læse det."), **TOO_LONG},
    )

    def __init__(self, data: QueryDict | None, line: "Iterable[tuple[Waiting, str]]") -> None:
        super().__init__(data)
        self.line = {str(row.pk): (row, words) for row, words in line}
        field = self.fields["waiting"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101
        field.choices = [(key, words) for key, (_row, words) in self.line.items()]

    @property
    def chosen(self) -> "Waiting":
        """Whose place it is, once the form is valid."""
        return self.line[self.cleaned_data["waiting"]][0]
