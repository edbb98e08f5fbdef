"""What she sends about a sheet: cards, what she wants to work on, and who may see it."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from bordenden.assessments.actions import MOST_CHOSEN
from bordenden.web.citizen.plan_forms import LONGEST_STEP, Keyed
from bordenden.web.design.widgets import TOO_LONG

if TYPE_CHECKING:
    from bordenden.assessments.models import Item

NO_CARD = {"invalid_choice": _("Vælg mellem kortene på siden.")}
NO_CHOICE = {"required": _("Vælg, hvem der må se det."), "invalid_choice": _("Vælg, hvem der må se det.")}
SEND, MEETING, SHOW, KEEP = "send", "meeting", "show", "keep"


class ItemsForm(forms.Form):
    """Cards ticked; none is as good as some."""

    item = forms.MultipleChoiceField(label=_("Kort"), required=False, error_messages=NO_CARD)

    def __init__(self, *args: Any, items: Iterable["Item"], **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self.items = {str(item.pk): item for item in items}
        self.fields["item"].choices = [(key, item.topic) for key, item in self.items.items()]  # type: ignore[attr-defined]

    def ticked(self, before: Sequence[UUID]) -> list["Item"]:
        """What is ticked: what was ticked before keeps its order, what is new comes after."""
        place = {str(pk): number for number, pk in enumerate(before)}
        keys = sorted(dict.fromkeys(self.cleaned_data["item"]), key=lambda key: place.get(key, len(place)))
        return [self.items[key] for key in keys]


class WorkForm(ItemsForm):
    """What she wants to work on: a few of what she has given a number."""

    item = forms.MultipleChoiceField(
        required=False,
        label=_("Det vil jeg arbejde med"),
        help_text=_("Vælg op til tre. Du må også gerne lade være."),
        error_messages=NO_CARD,
    )

    def clean_item(self) -> list[str]:
        """At most three, said before anything is tried."""
        ticked: list[str] = self.cleaned_data["item"]
        if len(set(ticked)) > MOST_CHOSEN:
            raise forms.ValidationError(_("Vælg højst tre ting. Fjern et kryds."))
        return ticked


class WorkStepForm(Keyed):
    """The next small step about one choice, whether it goes into the plan, and the number she wishes for."""

    words = forms.CharField(
        label=_("Mit næste lille skridt"),
        required=False,
        max_length=LONGEST_STEP,
        help_text=_("Et lille skridt er nok. Du må lade feltet stå tomt."),
        error_messages=TOO_LONG,
    )
    into_plan = forms.BooleanField(label=_("Skriv det også i min plan"), required=False)
    wish = forms.TypedChoiceField(
        label=_("Hvilket tal ønsker du dig?"),
        required=False,
        coerce=int,
        empty_value=None,
        choices=[("", _("Det vil jeg ikke vælge nu")), *((str(value), str(value)) for value in range(11))],
        error_messages={"invalid_choice": _("Vælg et tal fra 0 til 10, eller lad det stå tomt.")},
    )
    first = forms.CharField(required=False, widget=forms.HiddenInput)


class SharingForm(forms.Form):
    """Who may see it; `seat` names the caseworker's seat as the page showed it."""

    choice = forms.ChoiceField(
        label=_("Hvem må se det?"),
        choices=[(one, one) for one in (SEND, MEETING, SHOW, KEEP)],
        error_messages=NO_CHOICE,
    )
    seat = forms.CharField(required=False)


class SendAlsoForm(forms.Form):
    """What the earlier caseworker was sent, for the new one too."""

    seat = forms.CharField()


class RightForm(forms.Form):
    """Whether what was written for her is right."""

    right = forms.ChoiceField(
        label=_("Er det rigtigt?"),
        choices=[("yes", "yes"), ("no", "no")],
        error_messages={"required": _("Vælg ja eller nej."), "invalid_choice": _("Vælg ja eller nej.")},
    )
