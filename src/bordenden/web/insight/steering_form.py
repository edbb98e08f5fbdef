"""Who sits in the steering group, and for which area: somebody of the staff, or somebody new."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bordenden.programmes.actions import Called
from bordenden.programmes.words import Department
from bordenden.web.design.widgets import TOO_LONG

if TYPE_CHECKING:
    from bordenden.people.models import Person

FROM_LIST = gettext_lazy("Vælg noget på listen.")


class SteeringForm(forms.Form):
    """A name is asked for only of somebody new."""

    area = forms.ChoiceField(
        label=gettext_lazy("For hvilket område?"),
        choices=[("", gettext_lazy("Vælg …")), *Department.choices],
        error_messages={"required": FROM_LIST, "invalid_choice": FROM_LIST},
    )
    person = forms.ChoiceField(
        label=gettext_lazy("Hvem er det?"),
        required=False,
        help_text=gettext_lazy("På listen står medarbejderne. Er det en anden, så skriv navnet nedenfor."),
        error_messages={"invalid_choice": FROM_LIST},
    )
    given_name = forms.CharField(
        label=gettext_lazy("Fornavn"), max_length=60, required=False, error_messages=TOO_LONG
    )
    family_name = forms.CharField(
        label=gettext_lazy("Efternavn"), max_length=60, required=False, error_messages=TOO_LONG
    )
    title = forms.CharField(
        label=gettext_lazy("Titel"),
        max_length=60,
        required=False,
        help_text=gettext_lazy("For eksempel: Sundhedschef."),
        error_messages=TOO_LONG,
    )

    def __init__(self, data: QueryDict | None, known: "Iterable[Person]") -> None:
        super().__init__(data)
        self.known = {str(one.pk): one for one in known}
        field = self.fields["person"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101
        field.choices = [("", _("En anden")), *((key, one.name) for key, one in self.known.items())]

    def clean(self) -> dict[str, Any]:
        """Either somebody on the list or a name, and never both."""
        said = super().clean() or {}
        if not said.get("person") and "person" not in self.errors and not said.get("given_name"):
            self.add_error("given_name", _("Vælg en medarbejder, eller skriv et fornavn."))
        if said.get("person") and said.get("given_name"):
            self.add_error("given_name", _("Vælg en medarbejder, eller skriv et navn. Ikke begge dele."))
        return said

    @property
    def department(self) -> Department:
        """The area, once the form is valid."""
        return Department(self.cleaned_data["area"])

    @property
    def whom(self) -> "Person | Called":
        """Whoever was chosen or written, once the form is valid."""
        said = self.cleaned_data
        if said["person"]:
            return self.known[said["person"]]
        return Called(said["given_name"], said["family_name"], said["title"])
