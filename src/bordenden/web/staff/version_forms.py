"""The caseworker's forms about a plan on paper: signed, handed over, and what kind of plan it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bordenden.plans.words import HandedOver, PlanKind
from bordenden.web.design.widgets import TOO_LONG, DayInput
from bordenden.web.parts.talk_forms import OnceForm

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bordenden.people.models import Person


ONE_PLAN = _("Én plan på tværs")


def kind_words(kind: str) -> str:
    """What the plan is called at work; "Min plan" is what she calls it."""
    return str(ONE_PLAN if kind == PlanKind.ONE else PlanKind(kind).label)


class PaperForm(OnceForm):
    """Who signed; where one person sits at the head there is nothing to choose."""

    signed_by = forms.ChoiceField(
        label=_("Hvem har skrevet under?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Vælg, hvem der har skrevet under.")},
    )

    def __init__(self, *args: Any, heads: Sequence[Person], **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self.heads = {str(person.pk): person for person in heads}
        self.fields["signed_by"].choices = [(pk, one.name) for pk, one in self.heads.items()]  # type: ignore[attr-defined]
        if len(self.heads) == 1:
            self.fields["signed_by"].initial = next(iter(self.heads))

    @property
    def signer(self) -> Person:
        """Who it is, once the form is valid."""
        return self.heads[self.cleaned_data["signed_by"]]


class HandoverForm(OnceForm):
    """On which day, and how."""

    on = forms.DateField(
        label=_("Hvilken dag?"),
        widget=DayInput,
        error_messages={
            "required": _("Skriv dagen."),
            "invalid": _("Skriv en dag, der findes, for eksempel 02-03-2026."),
        },
    )
    how = forms.TypedChoiceField(
        label=_("Hvordan?"),
        choices=HandedOver.choices,
        coerce=HandedOver,
        widget=forms.RadioSelect,
        error_messages={"required": _("Vælg hvordan.")},
    )


class KindForm(OnceForm):
    """Which plan it is from now on, and why."""

    kind = forms.TypedChoiceField(
        label=_("Hvad er planen fra nu af?"),
        choices=[(PlanKind.ONE.value, ONE_PLAN), (PlanKind.RESOURCE.value, PlanKind.RESOURCE.label)],
        coerce=PlanKind,
        widget=forms.RadioSelect,
        error_messages={"required": _("Vælg, hvad planen er.")},
    )
    why = forms.CharField(
        label=_("Hvorfor?"),
        help_text=_("For eksempel hvornår ressourceforløbet er bevilget. Borgeren kan læse det."),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Skriv hvorfor. Borgeren kan læse det."), **TOO_LONG},
    )
