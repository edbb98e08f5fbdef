"""Forms of this door: which quarter to publish."""

from collections.abc import Sequence

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from bordenden.evaluation.quarters import Quarter, parse


class PublishForm(forms.Form):
    """One of the quarters that have ended and are not published yet."""

    quarter = forms.ChoiceField(
        label=_("Kvartal"),
        help_text=_("Du kan udgive et kvartal, når det er slut. Tallene kan ikke laves om bagefter."),
        error_messages={
            "required": _("Vælg et kvartal."),
            "invalid_choice": _("Vælg et af kvartalerne på listen."),
        },
    )

    def __init__(self, data: QueryDict | None, quarters: Sequence[Quarter]) -> None:
        super().__init__(data)
        field = self.fields["quarter"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101
        field.choices = [(str(one), _("{0.number}. kvartal {0.year}").format(one)) for one in quarters]

    @property
    def chosen(self) -> Quarter:
        """The quarter, once the form is valid."""
        return parse(self.cleaned_data["quarter"])
