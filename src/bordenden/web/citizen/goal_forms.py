"""The forms of her goals and of what makes it hard: what they are about, how sure she is, and what others wrote."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bordenden.plans.actions import Tags
from bordenden.plans.words import GoalKind, Horizon, LifeArea
from bordenden.programmes.words import Track
from bordenden.web.citizen.plan_forms import (
    LONGEST_GOAL,
    LONGEST_REFLECTION,
    LONGEST_STEP,
    LONGEST_WORDS,
    SOME_WORDS,
    Keyed,
    Versioned,
)
from bordenden.web.design.widgets import TOO_LONG

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise

# The kind that fits her course stands first; none is chosen for her.
_FITS = {Track.EDUCATION: GoalKind.EDUCATION, Track.JOB: GoalKind.JOB}
NOTHING = ("", _("Det siger jeg ikke nu"))


def kinds_of(track: str) -> list[tuple[str, "_StrOrPromise"]]:
    """The kinds of goals, the one that fits the course first, "something else" last."""
    first = _FITS.get(Track(track)) if track else None
    rest = [kind for kind in (GoalKind.EDUCATION, GoalKind.JOB, GoalKind.SKILL) if kind != first]
    return [(kind.value, kind.label) for kind in (*([first] if first else []), *rest, GoalKind.OWN)]


class Tagged(forms.Form):
    """What a goal is about, how far off it is, and which part of life: all of it may be left open."""

    kind = forms.TypedChoiceField(
        label=_("Hvad handler målet om?"),
        choices=kinds_of(""),
        coerce=GoalKind,
        required=False,
        empty_value=GoalKind.OWN,
        widget=forms.RadioSelect,
    )
    horizon = forms.TypedChoiceField(
        label=_("Hvornår?"),
        choices=[NOTHING, *Horizon.choices],
        coerce=Horizon,
        required=False,
        empty_value=None,
        help_text=_("Et mål må gerne tage år."),
    )
    area = forms.TypedChoiceField(
        label=_("Hvilken del af livet?"),
        choices=[NOTHING, *LifeArea.choices],
        coerce=LifeArea,
        required=False,
        empty_value=None,
    )

    def __init__(self, *args: Any, track: str, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = kinds_of(track)  # type: ignore[attr-defined]

    @property
    def tags(self) -> Tags:
        """What she said of it."""
        sent = self.cleaned_data
        return Tags(sent["kind"], sent["area"], sent["horizon"])


class GoalForm(Keyed, Tagged):
    """A new goal."""

    words = forms.CharField(
        label=_("Mit mål"),
        max_length=LONGEST_GOAL,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Skriv det med dine egne ord. Målet må gerne være stort. Det må også gerne være lille."),
        error_messages=SOME_WORDS,
    )
    field_order = ("words", "kind", "horizon", "area")


class RewordForm(Versioned, Tagged):
    """A goal in other words, or about something else."""

    words = forms.CharField(
        label=_("Mit mål"),
        max_length=LONGEST_GOAL,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Du må gerne skifte mening. Det, du skrev før, bliver gemt."),
        error_messages=SOME_WORDS,
    )
    field_order = ("words", "kind", "horizon", "area")


class CheckForm(Keyed):
    """How sure she is of a goal, and what it takes."""

    sure = forms.TypedChoiceField(
        label=_("Hvor sikker er du på, at det kan lykkes?"),
        help_text=_("0 er slet ikke sikker. 10 er helt sikker."),
        choices=[("", _("Vælg et tal")), *((str(value), str(value)) for value in range(11))],
        coerce=int,
        error_messages={"required": _("Vælg et tal."), "invalid_choice": _("Vælg et tal fra 0 til 10.")},
    )
    takes = forms.CharField(
        label=_("Hvad skal der til?"),
        help_text=_("Du behøver ikke skrive noget."),
        required=False,
        max_length=LONGEST_REFLECTION,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages=TOO_LONG,
    )


class HardForm(Keyed):
    """One thing that makes it hard. `choices` is what she wanted to work on: the code and the words of each."""

    item = forms.ChoiceField(label=_("Er det noget af det, du vil arbejde med?"), required=False)
    words = forms.CharField(
        label=_("Det, der gør det svært"),
        max_length=LONGEST_GOAL,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Én ting ad gangen. Du kan begynde sådan: “Det er svært, når …”"),
        error_messages=SOME_WORDS,
    )
    area = forms.TypedChoiceField(
        label=_("Hvilken del af livet?"),
        choices=[NOTHING, *LifeArea.choices],
        coerce=LifeArea,
        required=False,
        empty_value=None,
    )
    field_order = ("words", "item", "area")

    def __init__(self, *args: Any, choices: list[tuple[str, str]], **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        if choices:
            self.fields["item"].choices = [("", _("Nej, noget andet")), *choices]  # type: ignore[attr-defined]
        else:
            del self.fields["item"]


class HardRewordForm(Versioned):
    """The same thing in other words."""

    words = forms.CharField(
        label=_("Det, der gør det svært"),
        max_length=LONGEST_GOAL,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Du må gerne sige det på en anden måde. Det, du skrev før, bliver gemt."),
        error_messages=SOME_WORDS,
    )
    area = forms.TypedChoiceField(
        label=_("Hvilken del af livet?"),
        choices=[NOTHING, *LifeArea.choices],
        coerce=LifeArea,
        required=False,
        empty_value=None,
    )


class AnswerForm(forms.Form):
    """Her answer to a proposal: the pressed button; `words` where she says it differently."""

    answer = forms.ChoiceField(
        choices=[("accepted", ""), ("reworded", ""), ("rejected", "")],
        error_messages={"required": _("Vælg et svar."), "invalid_choice": _("Vælg et svar.")},
        widget=forms.HiddenInput,
    )
    words = forms.CharField(
        label=_("Med mine ord"),
        required=False,
        max_length=LONGEST_STEP,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages=TOO_LONG,
    )
    own_words = forms.CharField(
        label=_("Hvad ønsker du dig?"),
        help_text=_("Skriv det med dine egne ord. Så bygger vi på det."),
        required=False,
        max_length=LONGEST_WORDS,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages=TOO_LONG,
    )


class RightForm(Versioned):
    """What was written for her: as it stands, or as she corrects it."""

    words = forms.CharField(
        label=_("Mine ord"),
        max_length=LONGEST_WORDS,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages=SOME_WORDS,
    )
