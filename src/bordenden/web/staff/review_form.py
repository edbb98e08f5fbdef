"""The form of a review: what she says first, then how they go on."""

from django import forms
from django.utils.translation import gettext_lazy as _

from bordenden.reviews.actions import Said
from bordenden.reviews.words import Heard, Onwards
from bordenden.web.design.widgets import TOO_LONG, DayInput
from bordenden.web.threshold.drafting import DraftedForm

LONGEST = 4000


def _text(label: object, help_text: object = "", *, rows: int = 3) -> forms.CharField:
    return forms.CharField(
        label=label,  # type: ignore[arg-type]
        help_text=help_text,  # type: ignore[arg-type]
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages=TOO_LONG,
    )


class ReviewForm(DraftedForm):
    """Whether they talked, what she says, what was tried beside the log, what was decided and why."""

    her_words = _text(_("Hvad siger borgeren selv?"), _("Skriv det, som borgeren siger det."))
    heard = forms.ChoiceField(
        label=_("Har I talt sammen?"),
        choices=Heard.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Vælg, om I har talt sammen.")},
    )
    tried = _text(_("Hvad har I prøvet ud over det, der står i loggen?"), _("Kan stå tomt."), rows=2)
    onwards = forms.ChoiceField(
        label=_("Hvordan går I videre?"),
        choices=Onwards.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Vælg, hvordan I går videre.")},
    )
    paused_until = forms.DateField(
        label=_("Sidste dag i pausen"),
        help_text=_("Kun når I holder en pause."),
        required=False,
        widget=DayInput,
        error_messages={"invalid": _("Skriv en dag, der findes, for eksempel 02-03-2026.")},
    )
    grounds = forms.CharField(
        label=_("Hvad har I besluttet, og hvorfor?"),
        help_text=_("Skriv kort og venligt. Borgeren læser det på sin egen side."),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Skriv, hvad I har besluttet, og hvorfor."), **TOO_LONG},
    )

    def said(self) -> Said:
        """What the action asks for."""
        sent = self.cleaned_data
        return Said(
            heard=Heard(sent["heard"]),
            onwards=Onwards(sent["onwards"]),
            grounds=sent["grounds"],
            her_words=sent["her_words"],
            tried=sent["tried"],
            paused_until=sent["paused_until"],
        )
