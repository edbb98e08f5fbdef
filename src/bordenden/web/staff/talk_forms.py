"""What a caseworker fills in about a conversation: the note, her view first, and the look back at himself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bordenden.meetings.actions import Agreed
from bordenden.meetings.words import LONGEST_LINE, LONGEST_TEXT, Check, Contribution, Extent, Side
from bordenden.web.design.parts import StaleText
from bordenden.web.design.widgets import TOO_LONG, DayInput, MomentInput
from bordenden.web.threshold.drafting import DraftedForm

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise

    from bordenden.meetings.actions import Said
    from bordenden.meetings.models import AgendaItem, Note

DAY = 24 * 60
AGREEMENTS = (1, 2, 3)
FRAMES = ("can", "cannot", "because")
NOT_A_DAY = {"invalid": _("Skriv en dag, der findes, for eksempel 02-03-2026.")}


def _text(label: _StrOrPromise, rows: int, hint: _StrOrPromise = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=hint,
        required=False,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages=TOO_LONG,
    )


def _line(label: _StrOrPromise) -> forms.CharField:
    return forms.CharField(label=label, required=False, max_length=LONGEST_LINE, error_messages=TOO_LONG)


class NoteForm(DraftedForm):
    """A conversation that was held. The citizen's own view is the first field; `version` is what one has seen."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    citizen_view = _text(
        _("Hvad siger borgeren selv?"), 4, _("Borgerens eget blik, helst med borgerens egne ord. Det er vigtigst.")
    )
    summary = forms.CharField(
        label=_("Hvad talte I om?"),
        help_text=_("Én linje er nok. Den står også i kontaktloggen. Borgeren kan læse alt, hvad du skriver her."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Skriv en linje om, hvad I talte om."), **TOO_LONG},
    )
    mirror = forms.BooleanField(label=Contribution.MIRROR.label, required=False)
    mirror_how = _line(_("Hvad hørte du?"))
    knowledge = forms.BooleanField(label=Contribution.KNOWLEDGE.label, required=False)
    knowledge_how = _line(_("Hvilken viden?"))
    facilitate = forms.BooleanField(label=Contribution.FACILITATE.label, required=False)
    facilitate_how = _line(_("Hvordan?"))
    can = _text(_("Det kan jeg"), 2)
    cannot = _text(_("Det kan jeg ikke"), 2)
    because = _text(_("Derfor"), 2, _("Loven, pengene, tiden: sig det, som det er."))
    held_at = forms.DateTimeField(
        label=_("Hvornår talte I sammen?"),
        help_text=_("Lad det stå tomt, hvis det var, som I havde aftalt."),
        required=False,
        widget=MomentInput,
        input_formats=MomentInput.UNDERSTOOD,
        error_messages={"invalid": _("Skriv dag og klokkeslæt, for eksempel 02-03-2026 10.15.")},
    )
    minutes = forms.IntegerField(
        label=_("Minutter"),
        help_text=_("Lad det stå tomt, hvis det varede, som I havde aftalt."),
        required=False,
        min_value=0,
        max_value=DAY,
    )

    MORE = ("held_at", "minutes")

    def __init__(self, *args: Any, items: Sequence[AgendaItem] = (), **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self.items = {str(item.pk): item for item in items}
        if items:
            self.fields["talked_about"] = forms.MultipleChoiceField(
                label=_("Det nåede I at tale om"),
                help_text=_("Resten går med til næste gang."),
                choices=[(key, item.words) for key, item in self.items.items()],
                required=False,
                widget=forms.CheckboxSelectMultiple,
            )
        for number in AGREEMENTS:
            self.fields |= _agreement_fields(number)

    def clean(self) -> None:
        """A line about a contribution is a tick as well."""
        for kind in Contribution:
            if self.cleaned_data.get(f"{kind.value}_how"):
                self.cleaned_data[kind.value] = True

    @property
    def gave(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """Each contribution with its line."""
        return [(self[kind.value], self[f"{kind.value}_how"]) for kind in Contribution]

    @property
    def frames(self) -> list[forms.BoundField]:
        """What he can, cannot, and why."""
        return [self[name] for name in FRAMES]

    @property
    def first_agreement(self) -> list[forms.BoundField]:
        """Room for one agreement; hers unless it is said otherwise."""
        return self._agreement(AGREEMENTS[0])

    @property
    def more_agreements(self) -> list[list[forms.BoundField]]:
        """Room for two more."""
        return [self._agreement(number) for number in AGREEMENTS[1:]]

    @property
    def agreements_open(self) -> bool:
        """Whether a second agreement has been written or is wrong."""
        return any(
            field.errors or (field.name.startswith("agreement") and field.value())
            for fields in self.more_agreements
            for field in fields
        )

    def _agreement(self, number: int) -> list[forms.BoundField]:
        return [self[f"agreement_{number}"], self[f"owner_{number}"], self[f"by_{number}"]]

    @property
    def talked(self) -> forms.BoundField | None:
        """The agenda to tick off, or None when nothing stands on it."""
        return self["talked_about"] if "talked_about" in self.fields else None

    @property
    def more(self) -> list[forms.BoundField]:
        """What was as arranged unless somebody says otherwise."""
        return [self[name] for name in self.MORE]

    @property
    def more_open(self) -> bool:
        """Whether anything under "Mere" has been filled in or is wrong."""
        return any(field.errors or field.value() not in (None, "") for field in self.more)

    def said(self) -> Said:
        """What the action asks for."""
        sent = self.cleaned_data
        return {
            "citizen_view": sent["citizen_view"],
            "summary": sent["summary"],
            "gave": {kind: sent[f"{kind.value}_how"] for kind in Contribution if sent[kind.value]},
            "can": sent["can"],
            "cannot": sent["cannot"],
            "because": sent["because"],
        }

    def agreed(self) -> list[Agreed]:
        """The agreements that were written."""
        sent = self.cleaned_data
        return [
            Agreed(sent[f"agreement_{n}"], Side(sent[f"owner_{n}"] or Side.CITIZEN), sent[f"by_{n}"])
            for n in AGREEMENTS
            if sent[f"agreement_{n}"]
        ]

    def talked_about(self) -> list[AgendaItem]:
        """The items that were ticked."""
        return [self.items[key] for key in self.cleaned_data.get("talked_about", [])]

    def show_both(self, saved: Note) -> None:
        """Somebody noted in between: every text that differs, beside what is saved."""
        texts = ("citizen_view", "summary", *(f"{kind.value}_how" for kind in Contribution), *FRAMES)
        self.stale = tuple(
            StaleText(str(self[name].label), self.cleaned_data[name], getattr(saved, name))
            for name in texts
            if self.cleaned_data.get(name, "") != getattr(saved, name)
        )


def _agreement_fields(number: int) -> dict[str, forms.Field]:
    return {
        f"agreement_{number}": _line(_("Aftale %(number)d") % {"number": number}),
        f"owner_{number}": forms.ChoiceField(
            label=_("Hvem gør det?"),
            choices=[(Side.CITIZEN, _("Borgeren")), (Side.COORDINATOR, _("Mig"))],
            initial=Side.CITIZEN,
            required=False,
        ),
        f"by_{number}": forms.DateField(
            label=_("Senest hvornår?"), required=False, widget=DayInput, error_messages=NOT_A_DAY
        ),
    }


class SelfCheckForm(forms.Form):
    """Five looks at himself; each may be left out."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        for check in Check:
            self.fields[check.value] = forms.ChoiceField(
                label=check.label, choices=Extent.choices, required=False, widget=forms.RadioSelect
            )

    def answers(self) -> dict[Check, Extent]:
        """What was answered."""
        sent = self.cleaned_data
        return {check: Extent(sent[check.value]) for check in Check if sent[check.value]}
