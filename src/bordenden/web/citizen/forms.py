"""What the citizen sends: numbers as numbers, words as she wrote them."""

from django import forms
from django.utils.translation import gettext_lazy as _

from bordenden.assessments.words import AnswerKind

NO_ANSWER = _("Vælg et tal fra 0 til 10, eller spring over.")


class AnswerForm(forms.Form):
    """One button was pressed: a number from 0 to 10, or one of the two ways not to answer."""

    answer = forms.ChoiceField(
        label=_("Dit svar"),
        choices=[
            *((str(value), str(value)) for value in range(11)),
            (AnswerKind.SKIPPED.value, AnswerKind.SKIPPED.label),
            (AnswerKind.DECLINED.value, AnswerKind.DECLINED.label),
        ],
        error_messages={"required": NO_ANSWER, "invalid_choice": NO_ANSWER},
    )

    @property
    def said(self) -> tuple[AnswerKind, int | None]:
        """The kind of the answer, and its number when it has one."""
        answer: str = self.cleaned_data["answer"]
        return (AnswerKind.RATED, int(answer)) if answer.isdigit() else (AnswerKind(answer), None)


class WholeForm(forms.Form):
    """A single button: no fields, only what may be wrong with the whole."""
