"""The form in which somebody changes the own password."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bordenden.web.threshold.login_form import LONGEST_PASSWORD


def _field(autocomplete: str, **words: Any) -> forms.CharField:  # noqa: ANN401
    widget = forms.PasswordInput(attrs={"autocomplete": autocomplete})
    return forms.CharField(max_length=LONGEST_PASSWORD, strip=False, widget=widget, **words)


class PasswordForm(forms.Form):
    """The old one, and the new one twice; what is typed is never sent back."""

    old = _field(
        "current-password",
        label=_("Den adgangskode, du har nu"),
        error_messages={"required": _("Skriv den adgangskode, du har nu.")},
    )
    new = _field(
        "new-password",
        label=_("Din nye adgangskode"),
        help_text=_("Mindst 12 tegn. En lille sætning er let at huske."),
        error_messages={"required": _("Skriv din nye adgangskode.")},
    )
    again = _field(
        "new-password",
        label=_("Den nye adgangskode igen"),
        error_messages={"required": _("Skriv din nye adgangskode igen.")},
    )

    def clean(self) -> dict[str, Any] | None:
        """Both times the same."""
        new, again = self.cleaned_data.get("new"), self.cleaned_data.get("again")
        if new and again and new != again:
            self.add_error("again", _("De to er ikke ens. Skriv den nye adgangskode igen."))
        return self.cleaned_data
