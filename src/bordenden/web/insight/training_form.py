"""A training that was held, and who took part."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from bordenden.web.design.widgets import TOO_LONG, DayInput

if TYPE_CHECKING:
    from bordenden.people.models import Person
    from bordenden.programmes.queries import Member


class TrainingForm(forms.Form):
    """What, by whom, when, and who of the staff."""

    title = forms.CharField(
        label=_("Hvad hed kurset?"),
        max_length=120,
        error_messages={"required": _("Skriv, hvad kurset hed."), **TOO_LONG},
    )
    provider = forms.CharField(
        label=_("Hvem holdt det?"),
        help_text=_("For eksempel styrelsen, en højskole eller en ekstern underviser."),
        max_length=120,
        error_messages={"required": _("Skriv, hvem der holdt det."), **TOO_LONG},
    )
    held_on = forms.DateField(
        label=_("Hvilken dag?"),
        widget=DayInput,
        error_messages={
            "required": _("Skriv dagen."),
            "invalid": _("Skriv en dag, der findes, for eksempel 02-03-2026."),
        },
    )
    people = forms.MultipleChoiceField(
        label=_("Hvem var med?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": _("Vælg mindst én, der var med."),
            "invalid_choice": _("Vælg kun medarbejdere på listen."),
        },
    )

    def __init__(self, data: QueryDict | None, staff: "Sequence[Member]") -> None:
        super().__init__(data)
        self.staff = {str(member.person.pk): member for member in staff}
        field = self.fields["people"]
        assert isinstance(field, forms.MultipleChoiceField)  # noqa: S101
        field.choices = [
            (key, f"{member.person.name}, {member.department.label}") for key, member in self.staff.items()
        ]

    @property
    def took_part(self) -> "list[Person]":
        """The people, once the form is valid."""
        return [self.staff[key].person for key in self.cleaned_data["people"]]
