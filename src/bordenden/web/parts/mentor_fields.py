"""What is asked about a mentor, the same of the keeper and of the mentor: who, which languages, room for how many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bordenden.mentors.actions import Described
from bordenden.mentors.words import LONGEST_ABOUT, LONGEST_BACKGROUND, MOST_AT_ONCE, Language, MentorFrom
from bordenden.web.design.widgets import TOO_LONG

if TYPE_CHECKING:
    from bordenden.mentors.models import MentorProfile

WORDS = ("about", "background")
WHOLE = format_lazy(gettext_lazy("Skriv et tal fra 0 til {most}."), most=MOST_AT_ONCE)


class MentorFields(forms.Form):
    """The description; every field but the background is needed."""

    about = forms.CharField(
        label=gettext_lazy("Kort præsentation"),
        max_length=LONGEST_ABOUT,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("Skriv “jeg”, og skriv kort. Det bliver læst på en telefon."),
        error_messages={"required": gettext_lazy("Skriv et par ord i præsentationen."), **TOO_LONG},
    )
    background = forms.CharField(
        label=gettext_lazy("Baggrund"),
        max_length=LONGEST_BACKGROUND,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("For eksempel arbejde, eller noget, man selv har prøvet. Må være tomt."),
        error_messages=TOO_LONG,
    )
    languages = forms.MultipleChoiceField(
        label=gettext_lazy("Sprog"),
        choices=Language.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": gettext_lazy("Vælg mindst ét sprog."),
            "invalid_choice": gettext_lazy("Vælg noget på listen."),
        },
    )
    capacity = forms.IntegerField(
        label=gettext_lazy("Plads til hvor mange på én gang?"),
        min_value=0,
        max_value=MOST_AT_ONCE,
        help_text=gettext_lazy("Ingen mister sin mentor, når tallet bliver mindre. 0 er en pause."),
        error_messages={"required": WHOLE, "invalid": WHOLE, "min_value": WHOLE, "max_value": WHOLE},
    )

    def described(self, comes_from: MentorFrom) -> Described:
        """The description as it was typed."""
        said = self.cleaned_data
        languages = tuple(Language(code) for code in said["languages"])
        return Described(comes_from, said["about"], languages, said["capacity"], said["background"])


def shown_of(profile: MentorProfile) -> dict[str, object]:
    """What the form shows of a profile that stands."""
    return {
        "about": profile.about,
        "background": profile.background,
        "languages": [one.value for one in profile.spoken],
        "capacity": profile.capacity,
        "comes_from": profile.comes_from,
        "version": profile.version,
    }


def taken_words(taken: int, capacity: int) -> str:
    """How many have the mentor, of how many there is room for."""
    words = {"taken": taken, "capacity": capacity}
    if not taken:
        return _("Ingen har mentoren nu, plads til %(capacity)d") % words
    return _("%(taken)d har mentoren nu, plads til %(capacity)d") % words


def too_many_words(taken: int, capacity: int) -> str:
    """What it means that more have the mentor than there is room for; nothing when they do not."""
    if taken <= capacity:
        return ""
    there = _("Der er plads til %(capacity)d, og %(taken)d har mentoren.")
    after = (
        _("En ny kan først vælge, når færre end %(capacity)d har mentoren.") if capacity else _("Ingen ny kan vælge.")
    )
    words = {"capacity": capacity, "taken": taken}
    return " ".join((there % words, _("Ingen mister sin mentor."), after % words))
