"""A form that says what its writer had before them: saved anew by somebody else in between, both are shown."""

from django import forms
from django.utils.translation import gettext as _

from bordenden.foundation.rules import Stale
from bordenden.web.design.parts import StaleText


class SeenForm(forms.Form):
    """`seen` is what stood when the page was shown; a form without it is measured against nothing."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False, strip=False)
    stale: tuple[StaleText, ...] = ()

    @property
    def last_seen(self) -> str | None:
        """As it was sent; None where the form does not carry it."""
        sent = self.data.get("seen")
        return None if sent is None else str(sent)

    def show_both(self, refused: Stale, *both: StaleText, seen: str) -> None:
        """Why it was not saved, what stands beside what was typed; the next try is measured against what stands."""
        self.stale = both
        self.data = {**{name: self.data.get(name) for name in self.data}, "seen": seen}
        self.add_error(None, str(refused))


def both_hours(form: SeenForm, refused: Stale) -> None:
    """Telephone and hours as they were typed, beside what somebody else wrote."""
    mine = "{phone} · {reachable}".format(**form.cleaned_data)
    form.show_both(refused, StaleText(_("Telefon og træffetid"), mine, refused.saved), seen=refused.saved)
