"""The form with which she asks: a few words, and, when she wonders about a look, which one."""

from django import forms
from django.utils.translation import gettext_lazy as _

from bordenden.contactlog.words import HelpKind
from bordenden.web.design.widgets import TOO_LONG
from bordenden.web.threshold.drafting import DraftedForm

LONGEST_QUESTION = 2000
LONGEST_NUMBER = 18
# The last part of the address.
WISHES: dict[str, HelpKind] = {"ring": HelpKind.CALL_ME, "spoerg": HelpKind.OTHER, "undrer": HelpKind.WONDER}


def look_number(text: str) -> int | None:
    """The number of a look as it stands in an address; None for anything else."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= LONGEST_NUMBER else None


class HelpForm(DraftedForm):
    """What she asks. A call needs no words."""

    om = forms.CharField(widget=forms.HiddenInput, required=False)
    words = forms.CharField(
        label=_("Dit spørgsmål"),
        max_length=LONGEST_QUESTION,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Skriv et par ord. Det må gerne være kort."), **TOO_LONG},
    )

    def __init__(self, *args: object, kind: HelpKind, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        if kind == HelpKind.CALL_ME:
            self.fields["words"].required = False
            self.fields["words"].label = _("Hvad handler det om?")
            self.fields["words"].help_text = _("Du behøver ikke skrive noget.")
