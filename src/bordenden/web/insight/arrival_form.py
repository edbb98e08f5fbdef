"""Who is to be the caseworker of somebody who moves here."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class ArrivalForm(forms.Form):
    """One of the municipality's caseworkers."""

    coordinator = forms.ChoiceField(
        label=_("Hvem skal være sagsbehandler?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Vælg en sagsbehandler."), "invalid_choice": _("Vælg en sagsbehandler.")},
    )

    def __init__(self, *args: Any, caseworkers: Iterable[tuple[str, str]], **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self.fields["coordinator"].choices = list(caseworkers)  # type: ignore[attr-defined]
