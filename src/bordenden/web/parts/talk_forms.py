"""The short forms of conversations that both doors use; each sent twice does a thing once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bordenden.foundation.ids import new_id
from bordenden.foundation.rules import NotPossible
from bordenden.meetings.words import LONGEST_LINE, LONGEST_WORDS, USUAL_MINUTES, Helped, Where
from bordenden.web.design.widgets import TOO_LONG, MomentInput

if TYPE_CHECKING:
    from datetime import datetime

    from django.utils.functional import _StrOrPromise

DAY, SHORTEST = 24 * 60, 5


class OnceForm(forms.Form):
    """A form that makes one thing: `form_key` tells a second sending of the same page."""

    form_key = forms.UUIDField(widget=forms.HiddenInput, initial=new_id)

    def full_clean(self) -> None:
        """A page without a usable key is given one: what was typed is worth more than the key."""
        super().full_clean()
        if self.is_bound and "form_key" in self.errors:
            del self.errors["form_key"]
            self._key_anew()
            self.cleaned_data["form_key"] = self.data["form_key"]

    def refuse(self, refusal: NotPossible) -> None:
        """Say why it was not possible; the next try is something new."""
        self._key_anew()
        self.add_error(None, str(refusal))

    def _key_anew(self) -> None:
        self.data = {**{name: self.data.get(name) for name in self.data}, "form_key": new_id()}


class LineForm(OnceForm):
    """A line on one of the two lists. `asks` is the question, `hint` what stands below it."""

    words = forms.CharField(
        label="",
        max_length=LONGEST_WORDS,
        error_messages={"required": _("Skriv et par ord. Du kan altid rette dem."), **TOO_LONG},
    )

    def __init__(self, *args: Any, asks: _StrOrPromise, hint: _StrOrPromise = "", **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self.fields["words"].label, self.fields["words"].help_text = asks, hint


class ArrangeForm(OnceForm):
    """When and where; `home` names her home as the reader would."""

    starts_at = forms.DateTimeField(
        label=_("Hvornår?"),
        widget=MomentInput,
        input_formats=MomentInput.UNDERSTOOD,
        error_messages={
            "required": _("Vælg en dag og et klokkeslæt."),
            "invalid": _("Skriv dag og klokkeslæt, for eksempel 02-03-2026 10.15."),
        },
    )
    place = forms.ChoiceField(
        label=_("Hvor?"),
        choices=Where.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Vælg, hvor I taler sammen.")},
    )
    minutes = forms.IntegerField(
        label=_("Hvor mange minutter?"),
        min_value=SHORTEST,
        max_value=DAY,
        initial=USUAL_MINUTES,
        error_messages={"required": _("Skriv et tal."), "invalid": _("Skriv et helt tal.")},
    )

    def __init__(self, *args: Any, home: _StrOrPromise, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        named = [(code, home if code == Where.HOME else label) for code, label in Where.choices]
        self.fields["place"].choices = named  # type: ignore[attr-defined]

    @property
    def said(self) -> tuple[datetime, Where, int]:
        """When, where, how long."""
        sent = self.cleaned_data
        return sent["starts_at"], Where(sent["place"]), sent["minutes"]


class CancelForm(forms.Form):
    """Why it will not be; nobody has to say."""

    why = forms.CharField(
        label=_("Vil du skrive hvorfor?"),
        help_text=_("Du behøver ikke skrive noget."),
        required=False,
        max_length=LONGEST_LINE,
        error_messages=TOO_LONG,
    )


class HelpedForm(forms.Form):
    """Two taps: did it help, and did you use Min vurdering in it. Each tap is sent by itself."""

    helped = forms.TypedChoiceField(choices=Helped.choices, coerce=Helped, required=False, empty_value=None)
    used = forms.TypedChoiceField(
        choices=[("1", "1"), ("0", "0")], coerce=lambda sent: sent == "1", required=False, empty_value=None
    )

    def clean(self) -> None:
        """One of the two was tapped."""
        if self.cleaned_data.get("helped") is None and self.cleaned_data.get("used") is None:
            raise forms.ValidationError(_("Tryk på et af svarene."))
