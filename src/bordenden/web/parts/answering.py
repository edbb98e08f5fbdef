"""What one of the eleven buttons sends, as she presses it herself and as somebody writes it down for her."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import forms
from django.utils.translation import gettext_lazy as _

from bordenden.assessments.words import AnswerKind

if TYPE_CHECKING:
    from bordenden.assessments.models import Answer

NO_ANSWER = _("Vælg et tal fra 0 til 10, eller spring over.")


class AnswerForm(forms.Form):
    """One button was pressed: a number from 0 to 10, or one of the two ways not to answer.

    `seen` is the answer that stood on the page she pressed it on: another one by now came from another device.
    """

    answer = forms.ChoiceField(
        label=_("Dit svar"),
        choices=[
            *((str(value), str(value)) for value in range(11)),
            (AnswerKind.SKIPPED.value, AnswerKind.SKIPPED.label),
            (AnswerKind.DECLINED.value, AnswerKind.DECLINED.label),
        ],
        error_messages={"required": NO_ANSWER, "invalid_choice": NO_ANSWER},
    )
    seen = forms.CharField(required=False)

    @property
    def said(self) -> tuple[AnswerKind, int | None]:
        """The kind of the answer, and its number when it has one."""
        answer: str = self.cleaned_data["answer"]
        return (AnswerKind.RATED, int(answer)) if answer.isdigit() else (AnswerKind(answer), None)


def seen(answer: Answer | None) -> str:
    """The answer as the page showed it, to know when another device has changed it since."""
    return "" if answer is None else f"{answer.kind}-{answer.value if answer.value is not None else ''}"
