"""The form in which she says how it goes after her course."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bordenden.followup.words import Status
from bordenden.web.citizen.plan_forms import Refusable
from bordenden.web.parts.place_fields import hours_field, place_field

IN_HER_WORDS = (
    (Status.ORDINARY_JOB, _("Jeg har et job")),
    (Status.FLEXJOB, _("Jeg er i fleksjob")),
    (Status.ORDINARY_EDUCATION, _("Jeg går i skole eller er i lære")),
    (Status.BENEFITS, _("Jeg får penge fra kommunen")),
    (Status.OTHER, _("Noget andet")),
)


class GoingForm(Refusable):
    """One choice; where, and how many hours, only if she likes."""

    status = forms.TypedChoiceField(
        label=_("Hvad passede bedst den dag?"),
        choices=IN_HER_WORDS,
        coerce=Status,
        widget=forms.RadioSelect,
        error_messages={"required": _("Vælg det, der passer bedst.")},
    )
    place_name = place_field(_("Hvor er det?"), _("Skriv det kun, hvis du har lyst."))
    wage_hours = hours_field(_("Hvor mange timer om ugen?"), _("Skriv det kun, hvis du har lyst."))

    def said(self) -> dict[str, Any]:
        """What the action asks for."""
        return self.cleaned_data
