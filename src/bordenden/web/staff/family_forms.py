"""The coordinator's forms about a family: offering a seat, taking somebody from the table, naming a guardian."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

LEAVE, GUARDIAN = "leave", "guardian"
Choices = list[tuple[str, str]]


class InviteForm(forms.Form):
    """One of his own citizens."""

    person = forms.ChoiceField(
        label=_("Hvem skal have en plads?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Vælg en."), "invalid_choice": _("Vælg en.")},
    )

    def __init__(self, *args: Any, people: Choices, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self.fields["person"].choices = people  # type: ignore[attr-defined]


class CareForm(forms.Form):
    """`do` is the button that was pressed; a guardian is named with it."""

    do = forms.ChoiceField(choices=[(LEAVE, LEAVE), (GUARDIAN, GUARDIAN)], widget=forms.HiddenInput)
    guardian = forms.ChoiceField(
        label=_("Hvem er også værge?"), required=False, error_messages={"invalid_choice": _("Vælg en voksen.")}
    )

    def __init__(self, *args: Any, guardians: Choices, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self.fields["guardian"].choices = guardians  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A guardian is named by name."""
        sent: dict[str, Any] = super().clean() or {}
        if sent.get("do") == GUARDIAN and "guardian" not in self.errors and not sent.get("guardian"):
            self.add_error("guardian", _("Vælg en voksen."))
        return sent
