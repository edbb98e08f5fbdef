"""The forms of what she has chosen: her pace, her order, and what came of it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from bordenden.plans.words import Match, Outcome, Tempo
from bordenden.web.citizen.plan_forms import OLD_PAGE, Keyed, Refusable, Versioned
from bordenden.web.design.widgets import TOO_LONG

LONGEST_VIEW = 500


class TempoForm(Refusable):
    """Her pace with one thing; `seen` is the pace the page showed."""

    tempo = forms.TypedChoiceField(
        label=_("Hvornår passer det dig?"),
        choices=Tempo.choices,
        coerce=Tempo,
        widget=forms.RadioSelect,
        error_messages={"required": _("Vælg, hvornår det passer dig.")},
    )
    seen = forms.TypedChoiceField(
        choices=Tempo.choices, coerce=Tempo, widget=forms.HiddenInput, error_messages=OLD_PAGE
    )


class OrderForm(Refusable):
    """Her order: up, down or to the top with one thing, or a new order of several; `seen` names the one she saw."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, error_messages=OLD_PAGE)
    up = forms.UUIDField(widget=forms.HiddenInput, required=False)
    down = forms.UUIDField(widget=forms.HiddenInput, required=False)
    top = forms.UUIDField(widget=forms.HiddenInput, required=False)
    order = forms.CharField(widget=forms.HiddenInput, required=False, max_length=10_000)


class JoinForm(Keyed):
    """She stands in line: one button."""


class OutcomeForm(Versioned):
    """Her own view of what came of it. Only the first question is asked for an answer."""

    outcome = forms.TypedChoiceField(
        label=_("Hvordan gik det?"),
        choices=Outcome.choices,
        coerce=Outcome,
        widget=forms.RadioSelect,
        error_messages={"required": _("Vælg det, der passer bedst.")},
    )
    hit_right = forms.TypedChoiceField(
        label=_("Var det det rigtige for dig?"),
        choices=Match.choices,
        coerce=Match,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )
    words = forms.CharField(
        label=_("Vil du sige mere?"),
        required=False,
        max_length=LONGEST_VIEW,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Du behøver ikke skrive noget."),
        error_messages=TOO_LONG,
    )
