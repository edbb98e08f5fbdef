"""What a caseworker fills in: a contact, a correction of one, a comment, the end of a course."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypedDict

from django import forms
from django.utils.translation import gettext_lazy as _

from bordenden.contactlog.words import Channel, Direction, Initiator, Outcome, Place, Topic, Urgency
from bordenden.pathways.words import Decider, ExitReason
from bordenden.web.design.widgets import TOO_LONG, DayInput, MomentInput
from bordenden.web.parts.place_fields import hours_field, place_field
from bordenden.web.threshold.drafting import DraftedForm

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.utils.functional import _StrOrPromise

    from bordenden.contactlog.actions import Told
    from bordenden.contactlog.models import Entry
    from bordenden.people.models import Municipality

DAY = 24 * 60


class Ending(TypedDict):
    """How a course ended, as `end_course` asks for it."""

    on: date
    reason: ExitReason
    decided_by: Decider
    citizen_words: str
    grounds: str
    moved_to: "Municipality | None"
    wage_hours: Decimal | None
    place_name: str


TOLD = (
    "citizen_view",
    "summary",
    "channel",
    "direction",
    "outcome",
    "happened_at",
    "minutes",
    "place",
    "initiator",
    "topics",
    "urgency",
    "replies_to",
)
URGENT = [choice for choice in Urgency.choices if choice[0] != Urgency.NONE]


def _or_usual(usual: "_StrOrPromise", choices: Iterable[tuple[str, Any]]) -> list[tuple[str, Any]]:
    return [("", usual), *choices]


class ContactForm(DraftedForm):
    """One contact. The citizen's own view is the first field; channel, direction and one line are enough."""

    citizen_view = forms.CharField(
        label=_("Hvad siger borgeren selv?"),
        help_text=_("Borgerens eget blik, helst med borgerens egne ord. Spring over, hvis I ikke nåede det."),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages=TOO_LONG,
    )
    channel = forms.ChoiceField(
        label=_("Hvordan?"),
        choices=Channel.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Vælg, hvordan I havde kontakt.")},
    )
    direction = forms.ChoiceField(
        label=_("Hvilken vej?"),
        choices=Direction.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Vælg, hvilken vej kontakten gik.")},
    )
    summary = forms.CharField(
        label=_("Hvad handlede det om?"),
        help_text=_("Én linje er nok. Borgeren kan læse den."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Skriv en linje om, hvad det handlede om."), **TOO_LONG},
    )
    outcome = forms.ChoiceField(
        label=_("Hvad kom der ud af det?"),
        choices=_or_usual(_("Det sædvanlige: vi fik kontakt, eller vi sendte noget"), Outcome.choices),
        required=False,
    )
    happened_at = forms.DateTimeField(
        label=_("Hvornår?"),
        help_text=_("Lad det stå tomt, hvis det er lige nu."),
        required=False,
        widget=MomentInput,
        input_formats=MomentInput.UNDERSTOOD,
        error_messages={"invalid": _("Skriv dag og klokkeslæt, for eksempel 02-03-2026 10.15.")},
    )
    minutes = forms.IntegerField(
        label=_("Minutter"),
        help_text=_("Lad det stå tomt, hvis det er det sædvanlige: telefon 10, møde 45, besøg 60."),
        required=False,
        min_value=0,
        max_value=DAY,
    )
    place = forms.ChoiceField(
        label=_("Hvor?"), choices=_or_usual(_("Det sædvanlige sted"), Place.choices), required=False
    )
    initiator = forms.ChoiceField(
        label=_("Hvem tog kontakten?"),
        choices=_or_usual(_("Det sædvanlige: den, kontakten kom fra"), Initiator.choices),
        required=False,
    )

    replies_to = forms.UUIDField(label=_("Svar på"), required=False, widget=forms.Select)
    topics = forms.MultipleChoiceField(
        label=_("Emner"), choices=Topic.choices, required=False, widget=forms.CheckboxSelectMultiple
    )
    urgency = forms.ChoiceField(label=_("Haster det?"), choices=_or_usual(_("Nej"), URGENT), required=False)

    FIRST = ("citizen_view", "channel", "direction", "summary")
    MORE = ("replies_to", "topics", "urgency", "outcome", "happened_at", "minutes", "place", "initiator")

    def offer(self, asked: Iterable[tuple[str, str]]) -> None:
        """What nobody has answered, to choose from; with nothing to answer the question is not asked."""
        choices = list(asked)
        if choices:
            self.fields["replies_to"].widget.choices = _or_usual(_("Intet bestemt"), choices)
        else:
            self.fields["replies_to"].widget = forms.HiddenInput()

    @property
    def first(self) -> list[forms.BoundField]:
        """What is asked of everybody, the citizen's own view before anything else."""
        return [self[name] for name in self.FIRST]

    @property
    def more(self) -> list[forms.BoundField]:
        """What is usual unless somebody says otherwise."""
        return [self[name] for name in self.MORE if not self[name].is_hidden]

    @property
    def more_open(self) -> bool:
        """Whether anything under "Mere" has been filled in or is wrong."""
        return any(field.errors or field.value() not in (None, "", []) for field in self.more)

    def told(self, *, replies_to: "Entry | None") -> "Told":
        """What the action asks for; what was left empty is None. The entry that is answered is found by the view."""
        told: dict[str, Any] = {name: self.cleaned_data[name] or None for name in TOLD}
        told["minutes"] = self.cleaned_data["minutes"]
        told["citizen_view"] = self.cleaned_data["citizen_view"]
        kinds = {"channel": Channel, "direction": Direction, "outcome": Outcome, "place": Place}
        for name, kind in {**kinds, "initiator": Initiator}.items():
            told[name] = kind(told[name]) if told[name] else None
        told["topics"] = [Topic(code) for code in self.cleaned_data["topics"]]
        told["urgency"] = Urgency(told["urgency"] or Urgency.NONE)
        told["replies_to"] = replies_to
        return told  # type: ignore[return-value]


class CorrectionForm(ContactForm):
    """A contact told anew. `version` is how many tellings the writer has seen."""

    version = forms.IntegerField(widget=forms.HiddenInput)


class CourseEndForm(DraftedForm):
    """How a course ends; the citizen's own words come first."""

    citizen_words = forms.CharField(
        label=_("Hvad siger borgeren selv?"),
        help_text=_("Om at forløbet slutter, og hvad der nu skal ske."),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages=TOO_LONG,
    )
    on = forms.DateField(
        label=_("Hvilken dag slutter det?"),
        widget=DayInput,
        error_messages={
            "required": _("Skriv den dag, forløbet slutter."),
            "invalid": _("Skriv en dag, der findes, for eksempel 02-03-2026."),
        },
    )
    reason = forms.ChoiceField(
        label=_("Hvordan slutter det?"),
        choices=_or_usual(_("Vælg"), ExitReason.choices),
        error_messages={"required": _("Vælg, hvordan forløbet slutter.")},
    )
    moved_to: "forms.ModelChoiceField[Municipality]" = forms.ModelChoiceField(
        queryset=None,
        label=_("Flytter til"),
        help_text=_("Kun når borgeren flytter til en anden kommune."),
        empty_label=_("Ingen anden kommune"),
        required=False,
    )
    place_name = place_field(_("Hvilket arbejde eller hvilken skole?"), _("Kun ved job, fleksjob og uddannelse."))
    wage_hours = hours_field(_("Hvor mange timer om ugen?"), _("Kun ved job, fleksjob og uddannelse med løn."))
    decided_by = forms.ChoiceField(
        label=_("Hvem bestemte det?"),
        choices=Decider.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Vælg, hvem der bestemte det.")},
    )
    grounds = forms.CharField(
        label=_("Hvorfor slutter det?"),
        help_text=_("Skal skrives, når sagsbehandleren udskriver. Borgeren kan læse det."),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages=TOO_LONG,
    )

    def __init__(self, *args: Any, municipalities: "QuerySet[Municipality]", **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self.fields["moved_to"].queryset = municipalities  # type: ignore[attr-defined]

    def clean(self) -> None:
        """A discharge needs its grounds, a move its municipality; no other way out has one."""
        reason = self.cleaned_data.get("reason")
        if reason == ExitReason.DISCHARGED and not self.cleaned_data.get("grounds"):
            self.add_error("grounds", _("Skriv, hvorfor I slutter. Borgeren kan læse det."))
        moved = reason == ExitReason.MOVED
        if moved and "moved_to" in self.cleaned_data and self.cleaned_data["moved_to"] is None:
            self.add_error("moved_to", _("Vælg den kommune, borgeren flytter til."))
        if not moved:
            self.cleaned_data["moved_to"] = None

    def said(self) -> "Ending":
        """What the action asks for."""
        said = self.cleaned_data
        return {
            "on": said["on"],
            "reason": ExitReason(said["reason"]),
            "decided_by": Decider(said["decided_by"]),
            "citizen_words": said["citizen_words"],
            "grounds": said["grounds"],
            "moved_to": said["moved_to"],
            "wage_hours": said["wage_hours"],
            "place_name": said["place_name"],
        }
