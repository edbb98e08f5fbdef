"""What a mentor writes: a note, a note in other words, what is to be otherwise in an agreement."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from bordenden.mentors.words import LONGEST_NOTE
from bordenden.web.design.widgets import TOO_LONG, DayInput
from bordenden.web.threshold.drafting import DraftedForm

LONGEST_CHANGE = 500
SOME_WORDS = {"required": _("Skriv et par ord."), **TOO_LONG}


def _note() -> forms.CharField:
    return forms.CharField(
        label=_("Hvad gjorde eller talte I om?"),
        help_text=_("Skriv det, I selv har lagt mærke til. Skriv, så det er rart at læse."),
        max_length=LONGEST_NOTE,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages=SOME_WORDS,
    )


class NoteForm(DraftedForm):
    """The day, and what they did or talked about."""

    on = forms.DateField(
        label=_("Hvilken dag?"),
        widget=DayInput,
        error_messages={
            "required": _("Skriv dagen."),
            "invalid": _("Skriv en dag, der findes, for eksempel 02-03-2026."),
        },
    )
    words = _note()


class RewordForm(DraftedForm):
    """Other words for a note; `version` is the one the writer had in view."""

    words = _note()
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)


class ChangesForm(DraftedForm):
    """What one would rather have otherwise."""

    words = forms.CharField(
        label=_("Hvad skal være anderledes?"),
        help_text=_("Sagsbehandleren læser det og skriver aftalen om."),
        max_length=LONGEST_CHANGE,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Skriv et par ord om, hvad der skal være anderledes."), **TOO_LONG},
    )
