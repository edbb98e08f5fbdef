"""What a caseworker writes around a plan: a mentor's role, a note on the guidance, a team's advice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bordenden.programmes.words import Department
from bordenden.web.design.widgets import TOO_LONG, DayInput
from bordenden.web.threshold.drafting import DraftedForm

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bordenden.plans.models import Goal, PlanContact

LONGEST_ROLE, LONGEST_NOTE, LONGEST_GOAL_SHOWN = 300, 1000, 80
SOME_WORDS = {"required": _("Skriv et par ord."), **TOO_LONG}


class RoleForm(DraftedForm):
    """What a mentor is there for, and does; `version` is the one the writer had before them."""

    words = forms.CharField(
        label=_("Hvad er mentoren der for?"),
        help_text=_("Skriv det sammen med borgeren. Borgeren læser det."),
        max_length=LONGEST_ROLE,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages=SOME_WORDS,
    )
    tasks = forms.CharField(
        label=_("Hvad gør mentoren?"),
        help_text=_("Én opgave på hver linje."),
        max_length=LONGEST_NOTE,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages=SOME_WORDS,
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


class DatedForm(DraftedForm):
    """A day that has been, and what was said."""

    on = forms.DateField(
        label=_("Hvilken dag?"),
        widget=DayInput,
        error_messages={
            "required": _("Skriv dagen."),
            "invalid": _("Skriv en dag, der findes, for eksempel 02-03-2026."),
        },
    )
    words = forms.CharField(
        label=_("Hvad blev I enige om?"),
        help_text=_("Borgeren læser det med det samme."),
        max_length=LONGEST_NOTE,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages=SOME_WORDS,
    )


class GuidanceForm(DatedForm):
    """With whom of the youth guidance."""

    contact = forms.ChoiceField(
        label=_("Med hvem?"), error_messages={"required": _("Vælg en fra vejledningen, der står på planen.")}
    )
    field_order = ("contact", "on", "words")

    def __init__(self, *args: Any, contacts: Iterable[PlanContact], **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self.known = {str(one.pk): one for one in contacts}
        self.fields["contact"].choices = [(key, one.name) for key, one in self.known.items()]  # type: ignore[attr-defined]

    @property
    def said(self) -> dict[str, Any]:
        """What the action asks for."""
        sent = self.cleaned_data
        return {"contact": self.known[sent["contact"]], **{key: sent[key] for key in ("on", "words", "form_key")}}


class AdviceForm(DatedForm):
    """Who took part, and about which goal of hers, if about one."""

    took_part = forms.TypedMultipleChoiceField(
        label=_("Hvilke områder var med?"),
        choices=Department.choices,
        coerce=Department,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Vælg, hvem der var med.")},
    )
    goal = forms.ChoiceField(label=_("Handler det om et mål?"), required=False)
    field_order = ("on", "took_part", "goal", "words")

    def __init__(self, *args: Any, goals: Iterable[Goal], **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self.known = {str(goal.pk): goal for goal in goals}
        choices = [(key, goal.words[:LONGEST_GOAL_SHOWN]) for key, goal in self.known.items()]
        self.fields["goal"].choices = [("", _("Nej, om det hele")), *choices]  # type: ignore[attr-defined]

    @property
    def said(self) -> dict[str, Any]:
        """What the action asks for."""
        sent = self.cleaned_data
        kept = {key: sent[key] for key in ("on", "took_part", "words", "form_key")}
        return {"goal": self.known.get(sent["goal"]), **kept}
