"""Who joins the team and as what: somebody who is known here, or somebody new."""

from django import forms
from django.utils.translation import gettext_lazy

from bordenden.programmes.words import TEAM, Department, OfficeRole
from bordenden.web.insight.steering_form import FROM_LIST, SteeringForm


class TeamForm(SteeringForm):
    """The same as for the steering group, with the office first; the area only says where a professional works."""

    role = forms.ChoiceField(
        label=gettext_lazy("Som hvad?"),
        choices=[("", gettext_lazy("Vælg …")), *((role.value, role.label) for role in TEAM)],
        error_messages={"required": FROM_LIST, "invalid_choice": FROM_LIST},
    )
    area = forms.ChoiceField(
        label=gettext_lazy("I hvilket område?"),
        choices=Department.choices,
        initial=Department.EMPLOYMENT,
        error_messages={"required": FROM_LIST, "invalid_choice": FROM_LIST},
    )
    field_order = ("role", "area", "person", "given_name", "family_name", "title")

    @property
    def office(self) -> OfficeRole:
        """The office, once the form is valid."""
        return OfficeRole(self.cleaned_data["role"])
