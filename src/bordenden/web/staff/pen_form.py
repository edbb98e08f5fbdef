"""What a caseworker fills in while she speaks: what it is to be, and her words."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bordenden.plans.words import SPOKEN, PennedAs
from bordenden.web.design.widgets import TOO_LONG
from bordenden.web.threshold.drafting import DraftedForm

if TYPE_CHECKING:
    from bordenden.plans.models import Goal

LONGEST = 4000


class PenForm(DraftedForm):
    """Her words, typed for her. `goals` is what she may want to say in other words."""

    what = forms.ChoiceField(
        label=gettext_lazy("Hvad er det, der bliver sagt?"),
        error_messages={"required": gettext_lazy("Vælg, hvad det er.")},
    )
    words = forms.CharField(
        label=gettext_lazy("Borgerens egne ord"),
        help_text=gettext_lazy("Skriv det, som det bliver sagt, i jeg-form. Læs det højt bagefter."),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": gettext_lazy("Skriv et par ord."), **TOO_LONG},
    )

    def __init__(self, *args: Any, goals: dict[str, "Goal"], **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self.goals = goals
        said = [(kind.value, kind.label) for kind in SPOKEN]
        new = [(PennedAs.GOAL.value, _("Et nyt mål")), (PennedAs.STEP.value, _("Et lille skridt"))]
        other = [(key, _("Målet: %(words)s") % {"words": goal.words}) for key, goal in goals.items()]
        self.fields["what"].choices = [("", _("Vælg")), *said, *new, *other]  # type: ignore[attr-defined]

    def spoken(self) -> dict[str, Any]:
        """What `write_for_her` asks for."""
        what = self.cleaned_data["what"]
        said = {"words": self.cleaned_data["words"], "form_key": self.cleaned_data["form_key"]}
        if what in SPOKEN:
            kind = next(kind for kind in SPOKEN if kind == what)
            return {**said, "what": PennedAs.STATEMENT, "kind": kind}
        if what in self.goals:
            return {**said, "what": PennedAs.REWORD, "goal": self.goals[what]}
        return {**said, "what": PennedAs(what)}
