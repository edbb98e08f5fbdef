"""The forms about who stands around a plan that both doors use; each sent twice does a thing once."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bordenden.contactlog.words import Channel, Place
from bordenden.foundation.rules import NotPossible, Stale
from bordenden.plans.words import FROM_THE_TABLE, ContactRole, Rhythm
from bordenden.web.design.parts import StaleText
from bordenden.web.design.widgets import TOO_LONG
from bordenden.web.parts.around import CHANNELS, PLACES
from bordenden.web.parts.talk_forms import OnceForm

LONGEST_NAME, LONGEST_PHONE, LONGEST_HOURS, LONGEST_WORDS = 120, 20, 80, 300


class WhomForm(OnceForm):
    """Somebody more to call."""

    role = forms.TypedChoiceField(
        label=_("Hvem er det?"),
        choices=[(role.value, role.label) for role in ContactRole if role not in FROM_THE_TABLE],
        coerce=ContactRole,
        widget=forms.RadioSelect,
        error_messages={"required": _("Vælg, hvem det er.")},
    )
    name = forms.CharField(
        label=_("Navn"),
        help_text=_("Et menneske eller et sted."),
        max_length=LONGEST_NAME,
        error_messages={"required": _("Skriv, hvem det er."), **TOO_LONG},
    )
    phone = forms.CharField(
        label=_("Telefon"),
        required=False,
        max_length=LONGEST_PHONE,
        widget=forms.TextInput(attrs={"inputmode": "tel"}),
        error_messages=TOO_LONG,
    )
    hours = forms.CharField(
        label=_("Hvornår kan man ringe?"),
        help_text=_("For eksempel: man–tors 9–12."),
        required=False,
        max_length=LONGEST_HOURS,
        error_messages=TOO_LONG,
    )
    where = forms.CharField(label=_("Hvor?"), required=False, max_length=LONGEST_NAME, error_messages=TOO_LONG)


def places() -> list[tuple[str, str]]:
    """Where, each as a line of its own; nowhere in particular first."""
    return [("", str(_("Lige meget"))), *((place.value, str(words).capitalize()) for place, words in PLACES.items())]


class TouchForm(OnceForm):
    """How often, by which way, where; `version` is the agreement the writer had before them, 0 for none."""

    every = forms.TypedChoiceField(
        label=_("Hvor tit?"),
        choices=Rhythm.choices,
        coerce=lambda sent: Rhythm(int(sent)),
        widget=forms.RadioSelect,
        error_messages={"required": _("Vælg, hvor tit.")},
    )
    channel = forms.TypedChoiceField(
        label=_("Hvordan?"),
        choices=list(CHANNELS.items()),
        coerce=Channel,
        widget=forms.RadioSelect,
        error_messages={"required": _("Vælg, hvordan.")},
    )
    place = forms.TypedChoiceField(
        label=_("Hvor?"),
        choices=places,
        coerce=Place,
        required=False,
        empty_value=None,
    )
    words = forms.CharField(
        label=_("Er der mere at sige om det?"),
        required=False,
        max_length=LONGEST_WORDS,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages=TOO_LONG,
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, required=False)

    @property
    def said(self) -> dict[str, Any]:
        """What was chosen."""
        return {name: self.cleaned_data[name] for name in ("every", "channel", "place", "words")}

    def refuse(self, refusal: NotPossible) -> tuple[StaleText, ...]:  # type: ignore[override]
        """Say why it was not possible; where another came in between, both texts."""
        super().refuse(refusal)
        if not isinstance(refusal, Stale):
            return ()
        self.data = {**{name: self.data.get(name) for name in self.data}, "version": refusal.version}
        return (StaleText(str(self.fields["words"].label), str(self["words"].value() or ""), refusal.saved),)
