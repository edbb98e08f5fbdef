"""The forms of her plan. What she typed stays when a form is refused; sending it again never doubles anything."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bordenden.foundation.ids import new_id
from bordenden.foundation.rules import NotPossible, Stale
from bordenden.plans.actions import Around
from bordenden.plans.words import LifeArea, StatementKind, StepOwner
from bordenden.web.citizen.starters import starters
from bordenden.web.design.parts import StaleText
from bordenden.web.design.widgets import TOO_LONG, DayInput
from bordenden.web.threshold.drafting import DraftedForm
from bordenden.web.threshold.refusing import again

if TYPE_CHECKING:
    from bordenden.plans.models import Barrier

LONGEST_WORDS, LONGEST_GOAL, LONGEST_STEP, LONGEST_REFLECTION = 4000, 300, 200, 500
OLD_PAGE = {
    "required": _("Siden var for gammel. Prøv at gemme igen."),
    "invalid": _("Siden var for gammel. Prøv at gemme igen."),
}
SOME_WORDS = {"required": _("Skriv et par ord. Du kan altid rette dem."), **TOO_LONG}


class Refusable(forms.Form):
    """A form that keeps what was typed and can be sent again after a refusal."""

    def again(self, name: str, value: object) -> None:
        """Send this value with the next try, in place of the one that was refused."""
        again(self, **{name: value})

    def refuse(self, refusal: NotPossible) -> tuple[StaleText, ...]:
        """Say why it was not possible; for a stale text both texts."""
        self.add_error(None, str(refusal))
        return ()


class Keyed(Refusable):
    """A form that makes something new: `form_key` tells a second sending of the same page."""

    form_key = forms.UUIDField(widget=forms.HiddenInput, initial=new_id, error_messages=OLD_PAGE)

    def full_clean(self) -> None:
        """A page without a usable key is given one, so that the next try succeeds."""
        super().full_clean()
        if self.is_bound and "form_key" in self.errors:
            self.again("form_key", new_id())

    def refuse(self, refusal: NotPossible) -> tuple[StaleText, ...]:
        """What was sent from this page already stands; the next try is something new."""
        self.again("form_key", new_id())
        return super().refuse(refusal)


class Versioned(Refusable):
    """A form that changes a text: `version` is the one she had before her."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, error_messages=OLD_PAGE)

    def refuse(self, refusal: NotPossible) -> tuple[StaleText, ...]:
        """For a stale text: both texts, and the next try is measured against the newer one."""
        super().refuse(refusal)
        if not isinstance(refusal, Stale):
            return ()
        self.again("version", refusal.version)
        return (StaleText(str(self.fields["words"].label), self["words"].value(), refusal.saved),)


class WordsForm(DraftedForm):
    """What she says, of one kind; `version` is the one she had before her. It is kept while she types."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, error_messages=OLD_PAGE)

    words = forms.CharField(
        label=_("Mine ord"), required=False, max_length=LONGEST_WORDS, widget=forms.Textarea, error_messages=TOO_LONG
    )

    def __init__(self, *args: Any, kind: StatementKind, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self.fields["words"].help_text = _("Du kan begynde sådan: %(starters)s") % {"starters": starters(kind)}


class StepForm(Keyed):
    """A new small step."""

    words = forms.CharField(
        label=_("Mit næste lille skridt"),
        max_length=LONGEST_STEP,
        help_text=_("Noget, du kan gøre på en dag eller to. Jo mindre, jo bedre."),
        error_messages=SOME_WORDS,
    )
    goal = forms.ChoiceField(label=_("Hører skridtet til et mål?"), required=False)
    owner = forms.TypedChoiceField(
        label=_("Hvem gør det?"),
        choices=StepOwner.choices,
        coerce=StepOwner,
        required=False,
        empty_value=StepOwner.CITIZEN,
        initial=StepOwner.CITIZEN,
        widget=forms.RadioSelect,
    )

    supported_by = forms.TypedChoiceField(
        label=_("Skal nogen hjælpe?"),
        choices=[("", _("Nej, ikke lige nu")), *StepOwner.choices],
        coerce=StepOwner,
        required=False,
        empty_value=None,
    )
    area = forms.TypedChoiceField(
        label=_("Hvilken del af livet?"),
        choices=[("", _("Det siger jeg ikke nu")), *LifeArea.choices],
        coerce=LifeArea,
        required=False,
        empty_value=None,
    )
    due_on = forms.DateField(
        label=_("Gerne inden"),
        help_text=_("Du behøver ikke vælge en dag. Der sker ikke noget, hvis dagen går."),
        required=False,
        widget=DayInput,
        error_messages={"invalid": _("Skriv en dag, der findes, for eksempel 02-03-2026.")},
    )
    FIRST = ("words", "goal", "owner")
    MORE = ("supported_by", "area", "due_on")

    @property
    def first(self) -> list[forms.BoundField]:
        """What a step mostly needs."""
        return [self[name] for name in self.FIRST if name in self.fields]

    @property
    def more(self) -> list[forms.BoundField]:
        """What may stand around it."""
        return [self[name] for name in self.MORE]

    @property
    def more_open(self) -> bool:
        """Whether anything under "Mere" is filled in or wrong."""
        return any(field.errors or field.value() for field in self.more)

    def __init__(self, *args: Any, goals: list[tuple[str, str]], **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        if goals:
            self.fields["goal"].choices = [("", _("Nej, ikke lige nu")), *goals]  # type: ignore[attr-defined]
        else:
            del self.fields["goal"]

    def around(self, barrier: "Barrier | None") -> Around:
        """What stands around the step."""
        sent = self.cleaned_data
        return Around(sent["supported_by"], sent["area"], sent["due_on"], barrier)


class MarkForm(Refusable):
    """A step is done, with what she thought of it; or that is taken back."""

    done = forms.TypedChoiceField(
        choices=[("1", "1"), ("0", "0")],
        coerce=lambda sent: sent == "1",
        widget=forms.HiddenInput,
        initial="1",
        error_messages={**OLD_PAGE, "invalid_choice": OLD_PAGE["invalid"]},
    )
    reflection = forms.CharField(
        label=_("Hvordan gik det?"),
        required=False,
        max_length=LONGEST_REFLECTION,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Du behøver ikke skrive noget. Du kan begynde sådan: “Det gik …” “Jeg lærte, at …”"),
        error_messages=TOO_LONG,
    )
