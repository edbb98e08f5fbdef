"""The keeper's forms about mentors: one who is new here, one who stands, and where to call."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bordenden.mentors.actions import Called
from bordenden.mentors.words import MentorFrom
from bordenden.web.design.widgets import TOO_LONG
from bordenden.web.parts.mentor_fields import MentorFields
from bordenden.web.parts.seen import SeenForm
from bordenden.web.threshold.drafting import DraftedForm

if TYPE_CHECKING:
    from django.http import QueryDict

    from bordenden.mentors.actions import Described
    from bordenden.people.models import Person

# What is asked of somebody new, and known already of the others.
NEEDED = ("given_name", "phone", "reachable")
FROM_LIST = gettext_lazy("Vælg noget på listen.")


def _comes_from() -> forms.ChoiceField:
    return forms.ChoiceField(
        label=gettext_lazy("Hvor kommer mentoren fra?"),
        choices=[("", gettext_lazy("Vælg …")), *MentorFrom.choices],
        error_messages={"required": FROM_LIST, "invalid_choice": FROM_LIST},
    )


class CallFields(forms.Form):
    """Where and when to call."""

    phone = forms.CharField(
        label=gettext_lazy("Telefon"),
        max_length=20,
        widget=forms.TextInput(attrs={"inputmode": "tel"}),
        error_messages={"required": gettext_lazy("Skriv et telefonnummer."), **TOO_LONG},
    )
    reachable = forms.CharField(
        label=gettext_lazy("Træffetid"),
        max_length=80,
        help_text=gettext_lazy("For eksempel: man–tors 9–12."),
        error_messages={"required": gettext_lazy("Skriv, hvornår mentoren tager telefonen."), **TOO_LONG},
    )


class KeptCallForm(CallFields, SeenForm):
    """The same of a mentor who is here; `seen` is what the page showed."""


class ProfileForm(MentorFields, DraftedForm):
    """A profile that stands; `version` is the state of it that was shown."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
    comes_from = _comes_from()
    field_order = ("comes_from",)

    @property
    def said(self) -> Described:
        """The description as it was typed."""
        return self.described(MentorFrom(self.cleaned_data["comes_from"]))


class NewMentorForm(MentorFields, CallFields, DraftedForm):
    """Somebody who sits as mentor already, or somebody new: then the name and where to call are needed."""

    person = forms.ChoiceField(
        label=gettext_lazy("Hvem er det?"),
        required=False,
        help_text=gettext_lazy(
            "På listen står de, der allerede er mentor her. Er det en ny, så skriv navn, telefon og træffetid."
        ),
        error_messages={"invalid_choice": FROM_LIST},
    )
    given_name = forms.CharField(
        label=gettext_lazy("Fornavn"),
        max_length=60,
        error_messages={"required": gettext_lazy("Skriv, hvad mentoren hedder."), **TOO_LONG},
    )
    family_name = forms.CharField(
        label=gettext_lazy("Efternavn"), max_length=60, required=False, error_messages=TOO_LONG
    )
    comes_from = _comes_from()
    field_order = ("person", "given_name", "family_name", "phone", "reachable", "comes_from")

    def __init__(self, data: QueryDict | None, known: Iterable[Person]) -> None:
        super().__init__(data)
        self.known = {str(one.pk): one for one in known}
        field = self.fields["person"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101
        field.choices = [("", _("En ny person")), *((key, one.name) for key, one in self.known.items())]
        for name in NEEDED:
            self.fields[name].required = not self.known
        if not self.known:
            del self.fields["person"]

    def clean(self) -> dict[str, Any]:
        """Whoever is known already has a name, and perhaps a telephone."""
        said = super().clean() or {}
        if not said.get("person"):
            for name in NEEDED:
                if not said.get(name) and name not in self.errors:
                    self.add_error(name, self.fields[name].error_messages["required"])
        elif bool(said.get("phone")) != bool(said.get("reachable")):
            self.add_error("phone", _("Skriv både telefon og træffetid, eller lad begge stå tomme."))
        return said

    @property
    def chosen(self) -> Person | None:
        """Who was chosen on the list; None for somebody new."""
        return self.known.get(self.cleaned_data.get("person") or "")

    @property
    def called(self) -> Called:
        """The name and where to call, as they were typed."""
        said = self.cleaned_data
        return Called(said["given_name"], said["family_name"], said["phone"], said["reachable"])

    @property
    def said(self) -> Described:
        """The description as it was typed."""
        return self.described(MentorFrom(self.cleaned_data["comes_from"]))
