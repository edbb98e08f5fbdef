"""What an intake officer asks the list for, and what is told of a citizen who might join."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django import forms
from django.utils.translation import gettext_lazy as _

from bordenden.foundation import cpr
from bordenden.intake.actions import Told
from bordenden.intake.words import CandidacyEnd
from bordenden.web.design.widgets import TOO_LONG
from bordenden.web.parts.eligibility import Answer, short

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from django.http import HttpRequest, QueryDict

LONGEST_SEARCH = 100
LONGEST_NAME, LONGEST_CPR = 60, 15
EDUCATION: dict[str, bool | None] = {"ja": True, "nej": False, "ved-ikke": None}
EDUCATION_WORDS = (("ja", _("Ja")), ("nej", _("Nej")), ("ved-ikke", _("Det ved vi ikke endnu")))


def education_key(known: bool | None) -> str:
    """The answer as the form writes it."""
    return next(key for key, value in EDUCATION.items() if value is known)


class CandidatesForm(forms.Form):
    """Filters that combine. A name is only read from what was sent in the body: it never stands in an address."""

    search = forms.CharField(
        label=_("Navn eller nummer"),
        required=False,
        max_length=LONGEST_SEARCH,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    svar = forms.ChoiceField(label=_("Kan borgeren være med?"), required=False)

    def __init__(self, data: Mapping[str, str]) -> None:
        super().__init__(data)
        choices = [("", _("Alle")), *((one.value, short(one)) for one in Answer)]
        self.fields["svar"].choices = choices  # type: ignore[attr-defined]

    @classmethod
    def of(cls, request: HttpRequest) -> CandidatesForm:
        """What was asked, less what cannot be: an address changed by hand shows the list all the same."""
        asked = request.POST if request.method == "POST" else request.GET
        answer = asked.get("svar", "")
        typed = request.POST.get("search", "").strip()[:LONGEST_SEARCH]
        form = cls({"svar": answer if answer in set(Answer) else "", "search": typed})
        form.is_valid()
        return form

    @property
    def search_text(self) -> str:
        """The name that was typed, "" for none."""
        return str(self.cleaned_data.get("search", ""))

    @property
    def answer(self) -> Answer | None:
        """The answer asked for, or any."""
        asked = self.cleaned_data.get("svar")
        return Answer(asked) if asked else None

    @property
    def address_part(self) -> str:
        """The filter as it may stand in an address: never the name."""
        return urlencode({"svar": self.answer.value}) if self.answer else ""


class DecidesForm(forms.Form):
    """What decides whether she may join, besides what she lived on."""

    target_group = forms.ChoiceField(
        label=_("Målgruppe"),
        required=False,
        error_messages={"invalid_choice": _("Vælg en målgruppe på listen.")},
    )
    vocational_education = forms.ChoiceField(
        label=_("Har borgeren en erhvervsuddannelse?"),
        help_text=_("En uddannelse, man kan arbejde med, for eksempel som tømrer eller sygeplejerske."),
        choices=EDUCATION_WORDS,
        widget=forms.RadioSelect,
        error_messages={"required": _("Vælg et svar."), "invalid_choice": _("Vælg et svar.")},
    )

    def __init__(
        self, data: QueryDict | None, groups: Mapping[str, str], initial: dict[str, Any] | None = None
    ) -> None:
        super().__init__(data, initial={"vocational_education": "ved-ikke", **(initial or {})})
        self.fields["target_group"].choices = [("", _("Ikke valgt")), *groups.items()]  # type: ignore[attr-defined]

    @property
    def target(self) -> str:
        """The target group that was chosen, "" for none."""
        return str(self.cleaned_data["target_group"])

    @property
    def education(self) -> bool | None:
        """The answer, None while nobody knows."""
        return EDUCATION[self.cleaned_data["vocational_education"]]


class CandidateForm(DecidesForm):
    """Somebody who might join."""

    given_name = forms.CharField(
        label=_("Fornavn"),
        max_length=LONGEST_NAME,
        error_messages={"required": _("Skriv fornavnet."), **TOO_LONG},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    family_name = forms.CharField(
        label=_("Efternavn"),
        required=False,
        max_length=LONGEST_NAME,
        error_messages={**TOO_LONG},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    cpr = forms.CharField(
        label=_("CPR-nummer"),
        help_text=_("Ti cifre, for eksempel 010190-1234."),
        max_length=LONGEST_CPR,
        error_messages={"required": _("Skriv CPR-nummeret."), **TOO_LONG},
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "numeric"}),
    )
    field_order = ("given_name", "family_name", "cpr", "target_group", "vocational_education")

    def clean_cpr(self) -> str:
        """A day that exists; modulus 11 is no more than a warning, on her page."""
        try:
            return cpr.parse(self.cleaned_data["cpr"]).digits
        except cpr.NotACpr as error:
            raise forms.ValidationError(str(error)) from error

    @property
    def told(self) -> Told:
        """What the action asks for."""
        sent = self.cleaned_data
        return Told(sent["given_name"], sent["family_name"], sent["cpr"], self.target, self.education)


class CandidateEndForm(forms.Form):
    """How it came to nothing."""

    ended_as = forms.ChoiceField(
        label=_("Hvorfor kommer borgeren af listen?"),
        choices=[
            (one.value, one.label) for one in (CandidacyEnd.NOT_ELIGIBLE, CandidacyEnd.DECLINED, CandidacyEnd.OTHER)
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Vælg en grund."), "invalid_choice": _("Vælg en grund.")},
    )

    @property
    def how(self) -> CandidacyEnd:
        """The reason that was chosen."""
        return CandidacyEnd(self.cleaned_data["ended_as"])


class CandidateChangeForm(DecidesForm):
    """The same of somebody who is on the list; `seen_…` is what the writer had before them."""

    seen_group = forms.CharField(widget=forms.HiddenInput, required=False)
    seen_education = forms.ChoiceField(widget=forms.HiddenInput, choices=EDUCATION_WORDS)

    @property
    def seen(self) -> tuple[str, bool | None]:
        """What stood there when the form was opened."""
        return self.cleaned_data["seen_group"], EDUCATION[self.cleaned_data["seen_education"]]
