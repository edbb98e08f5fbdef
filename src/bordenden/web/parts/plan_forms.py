"""The forms of those beside her at the plan: a proposal, and a small step of one's own. The doors share them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bordenden.plans.words import DecisionAbout, GoalKind, LifeArea, StepOwner, TaskType
from bordenden.web.design.widgets import TOO_LONG, DayInput
from bordenden.web.parts.talk_forms import OnceForm

if TYPE_CHECKING:
    from bordenden.plans.queries import Hard

LONGEST_PROPOSAL, LONGEST_STEP, LONGEST_REFLECTION = 200, 200, 500
# Whoever proposes speaks of the others; "Min sagsbehandler" is hers to say.
OTHERS = ((StepOwner.COORDINATOR, _("Sagsbehandleren")), (StepOwner.MENTOR, _("Mentoren")))
ABOUT = ((DecisionAbout.STEP, _("Et lille skridt")), (DecisionAbout.GOAL, _("Et mål")))
SOME_WORDS = {"required": _("Skriv et par ord."), **TOO_LONG}
NO_DAY = {"invalid": _("Skriv en dag, der findes, for eksempel 02-03-2026.")}


class ProposalForm(OnceForm):
    """Something proposed to her. `hard` is what may be eased by it: the key and the words of each."""

    about = forms.TypedChoiceField(
        label=_("Hvad foreslår du?"),
        choices=ABOUT,
        coerce=DecisionAbout,
        initial=DecisionAbout.STEP,
        widget=forms.RadioSelect,
        error_messages={"required": _("Vælg, hvad du foreslår.")},
    )
    words = forms.CharField(
        label=_("Dit forslag"),
        help_text=_(
            "Skriv kort og enkelt. Forslaget gælder først, når der er sagt ja. Det må gerne blive sagt med andre ord."
        ),
        max_length=LONGEST_PROPOSAL,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages=SOME_WORDS,
    )
    goal_kind = forms.ChoiceField(
        label=_("Hvad handler målet om?"), choices=[("", _("Det er ikke et mål")), *GoalKind.choices], required=False
    )
    owner = forms.TypedChoiceField(
        label=_("Hvem skal gøre skridtet?"),
        choices=StepOwner.choices,
        coerce=StepOwner,
        required=False,
        empty_value=StepOwner.CITIZEN,
        initial=StepOwner.CITIZEN,
    )
    barrier = forms.ChoiceField(label=_("Skal det gøre noget lettere?"), required=False)

    def __init__(self, *args: Any, hard: dict[str, Hard], name: str, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self.hard = hard
        self.fields["owner"].choices = [(StepOwner.CITIZEN, name), *OTHERS]  # type: ignore[attr-defined]
        if hard:
            choices = [("", _("Nej, ikke noget bestemt")), *((key, row.words) for key, row in hard.items())]
            self.fields["barrier"].choices = choices  # type: ignore[attr-defined]
        else:
            del self.fields["barrier"]

    def proposed(self) -> dict[str, Any]:
        """What `propose` asks for; a goal has a kind, a step somebody who does it and something it may ease."""
        sent, about = self.cleaned_data, self.cleaned_data["about"]
        said = {"about": about, "words": sent["words"], "form_key": sent["form_key"]}
        if about == DecisionAbout.GOAL:
            return {**said, "goal_kind": GoalKind(sent["goal_kind"]) if sent["goal_kind"] else None}
        hard = self.hard.get(sent.get("barrier", ""))
        return {**said, "owner": sent["owner"], "barrier": hard.barrier if hard else None}


class OfferProposalForm(OnceForm):
    """A possibility of the catalogue proposed to her, with a few words on why."""

    words = forms.CharField(
        label=_("Dit forslag"),
        help_text=_("Sig kort, hvad du foreslår. Den kommer først på planen, når der er sagt ja."),
        max_length=LONGEST_PROPOSAL,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages=SOME_WORDS,
    )

    def proposed(self) -> dict[str, Any]:
        """What `propose` asks for, besides the offer."""
        sent = self.cleaned_data
        return {"about": DecisionAbout.OFFER, "words": sent["words"], "form_key": sent["form_key"]}


class OwnStepForm(OnceForm):
    """A small step of one's own on her plan; a caseworker says which kind of task it is."""

    words = forms.CharField(
        label=_("Det vil jeg gøre"),
        help_text=_("Det er dit eget skridt. Det står på planen med din rolle."),
        max_length=LONGEST_STEP,
        error_messages=SOME_WORDS,
    )
    task_type = forms.ChoiceField(
        label=_("Hvad er det for en opgave?"), choices=[("", _("Noget andet")), *TaskType.choices], required=False
    )
    area = forms.ChoiceField(
        label=_("Hvilken del af livet?"), choices=[("", _("Ikke noget bestemt")), *LifeArea.choices], required=False
    )
    due_on = forms.DateField(
        label=_("Gerne inden"),
        help_text=_("Lad det stå tomt, hvis det ikke haster."),
        required=False,
        widget=DayInput,
        error_messages=NO_DAY,
    )


class OwnMarkForm(forms.Form):
    """One's own step is done, with how it went; or that is taken back; or it is let go."""

    reflection = forms.CharField(
        label=_("Hvordan gik det?"),
        help_text=_("Du behøver ikke skrive noget."),
        required=False,
        max_length=LONGEST_REFLECTION,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages=TOO_LONG,
    )
