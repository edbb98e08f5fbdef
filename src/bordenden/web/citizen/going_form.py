"""The form in which she says how it goes after her course."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bordenden.followup.words import Status
from bordenden.foundation.rules import Stale
from bordenden.web.citizen.plan_forms import Refusable
from bordenden.web.design.parts import StaleText
from bordenden.web.parts.place_fields import hours_field, place_field
from bordenden.web.parts.seen import SeenForm

if TYPE_CHECKING:
    from bordenden.followup.models import FollowUp

IN_HER_WORDS = (
    (Status.ORDINARY_JOB, _("Jeg har et job")),
    (Status.FLEXJOB, _("Jeg er i fleksjob")),
    (Status.ORDINARY_EDUCATION, _("Jeg går i skole eller er i lære")),
    (Status.BENEFITS, _("Jeg får penge fra kommunen")),
    (Status.OTHER, _("Noget andet")),
)


class GoingForm(SeenForm, Refusable):
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
        return {**self.cleaned_data, "seen": self.last_seen}

    def show_what_stands(self, refused: Stale, row: "FollowUp") -> None:
        """Her other answer beside this one."""
        hers = {**dict(IN_HER_WORDS), Status.DECLINED: _("Det vil jeg ikke svare på")}
        mine = [hers[self.cleaned_data["status"]], self.cleaned_data["place_name"]]
        saved = [hers.get(Status(row.status), ""), row.place_name]
        both = (" · ".join(str(one) for one in said if one) for said in (mine, saved))
        label = str(self["status"].label)
        self.show_both(refused, StaleText(label, *both), seen=row.answered_when)
