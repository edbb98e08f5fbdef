"""The forms of whoever keeps the catalogue. What was typed stays when a form is refused."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django import forms
from django.http import QueryDict
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bordenden.foundation.ids import new_id
from bordenden.foundation.rules import NotPossible, Stale
from bordenden.offers.actions import EventSaid, OfferSaid
from bordenden.offers.queries.catalogue import LABELS
from bordenden.offers.words import IN_AREA, Area, Category, OfferKind, ProviderKind
from bordenden.programmes.words import Department
from bordenden.web.design.parts import StaleText
from bordenden.web.design.widgets import TOO_LONG, MomentInput
from bordenden.web.threshold.drafting import DraftedForm

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise

    from bordenden.offers.models import Event, Material, Offer

OLD_PAGE = gettext_lazy("Siden var for gammel. Prøv igen.")
EMPTY = {"required": gettext_lazy("Skriv noget her."), **TOO_LONG}
CHOOSE = {"required": gettext_lazy("Vælg noget her."), "invalid_choice": gettext_lazy("Vælg noget på listen.")}
WHOLE = {
    "invalid": gettext_lazy("Skriv et helt tal."),
    "min_value": gettext_lazy("Tallet skal være mindst %(limit_value)s."),
    "max_value": gettext_lazy("Tallet må højst være %(limit_value)s."),
}
FEW_LINES, MORE_LINES = forms.Textarea(attrs={"rows": 3}), forms.Textarea(attrs={"rows": 14})
DAYS = ("%d-%m-%Y", "%d.%m.%Y", "%Y-%m-%d")
HIDDEN = frozenset({"form_key", "version", "draft"})
MOST_PLACES, MOST_KRONER = 999, 999_999


class Kept(DraftedForm):
    """A form about a new thing (`form_key`) or one that stands (`version`: the state of it that was shown)."""

    form_key = forms.UUIDField(widget=forms.HiddenInput, required=False)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=1)

    def clean(self) -> dict[str, Any]:
        """One of the two is always sent."""
        kept = super().clean() or {}
        if not kept.get("form_key") and not kept.get("version"):
            self.add_error(None, str(OLD_PAGE))
        return kept

    def refuse(self, refusal: NotPossible) -> tuple[StaleText, ...]:
        """Say why; for a stale text both texts, and the next try is measured against the newer one."""
        if isinstance(refusal, Stale):
            data = QueryDict(mutable=True)
            data.update(self.data)
            data["version"] = str(refusal.version)
            self.data = data
        self.add_error(None, str(refusal))
        if not isinstance(refusal, Stale):
            return ()
        return (StaleText(str(_("Hele teksten")), self.typed, refusal.saved),)

    @property
    def typed(self) -> str:
        """What was typed, to be read beside what somebody else saved."""
        shown = ((field.label, self.cleaned_data.get(field.name)) for field in self.visible_fields())
        return "\n".join(f"{label}: {_plain(value)}" for label, value in shown if value not in (None, "", False, []))


class ButtonForm(forms.Form):
    """A single button."""


def pressed_of(data: QueryDict | None, buttons: Iterable[str]) -> str:
    """Which of the buttons beside a form was pressed; "" for none."""
    return next((name for name in buttons if data is not None and name in data), "")


def refuse(refusal: NotPossible, edit: Kept, button: ButtonForm) -> tuple[StaleText, ...]:
    """Say why, on whichever of the two was sent."""
    if not button.is_bound:
        return edit.refuse(refusal)
    button.add_error(None, str(refusal))
    return ()


def _plain(value: object) -> str:
    if value is True:
        return str(_("ja"))
    if isinstance(value, datetime):
        return f"{localtime(value):%d.%m.%Y %H.%M}"
    if isinstance(value, list):
        return ", ".join(f"{day:%d.%m.%Y}" for day in value)
    return str(value)


def _topics() -> list[tuple[str, list[tuple[str, str]]]]:
    return [(str(area.label), [(f"{area}:{one}", str(one.label)) for one in IN_AREA[area]]) for area in Area]


def _text(
    name: str, longest: int, *, needed: bool = False, lines: bool = False, hint: StrPromise | str = ""
) -> forms.CharField:
    return forms.CharField(
        label=LABELS[name],
        max_length=longest,
        required=needed,
        help_text=hint,
        error_messages=EMPTY,
        widget=FEW_LINES if lines else forms.TextInput,
    )


class DaysField(forms.CharField):
    """Some days, one on each line."""

    def to_python(self, value: object) -> Any:  # noqa: ANN401
        """The days in their order, each once."""
        return sorted({_day(line) for line in str(value or "").split() if line})

    def prepare_value(self, value: object) -> object:
        """As people write them."""
        if not isinstance(value, (list, tuple)):
            return value
        return "\n".join(f"{day:%d-%m-%Y}" if isinstance(day, date) else str(day) for day in value)


def _day(text: str) -> date:
    for form in DAYS:
        try:
            return datetime.strptime(text, form).date()  # noqa: DTZ007
        except ValueError:
            continue
    raise forms.ValidationError(_("%(text)s er ikke en dag. Skriv for eksempel 02-03-2026.") % {"text": text[:20]})


class OfferForm(Kept):
    """One offer, field by field."""

    name = _text("name", 120, needed=True)
    topic = forms.ChoiceField(label=LABELS["category"], choices=_topics, error_messages=CHOOSE)
    kind = forms.ChoiceField(label=LABELS["kind"], choices=OfferKind.choices, error_messages=CHOOSE)
    about = _text("about", 1000, lines=True, hint=gettext_lazy("Kort, og skrevet til den, der læser det: du."))
    for_whom = _text(
        "for_whom", 400, lines=True, hint=gettext_lazy("Skriv, hvad man gerne vil. Aldrig, hvad man er.")
    )
    provider = _text("provider", 120)
    provider_kind = forms.ChoiceField(
        label=LABELS["provider_kind"], choices=ProviderKind.choices, error_messages=CHOOSE
    )
    department = forms.ChoiceField(label=LABELS["department"], choices=Department.choices, error_messages=CHOOSE)
    place = _text("place", 120)
    times = _text("times", 200)
    starts = DaysField(
        label=LABELS["starts"],
        required=False,
        widget=FEW_LINES,
        help_text=gettext_lazy(
            "En dag på hver linje, for eksempel 02-03-2026. Tomt, hvis man kan begynde når som helst."
        ),
    )
    capacity = forms.IntegerField(
        label=LABELS["capacity"],
        required=False,
        min_value=1,
        max_value=MOST_PLACES,
        error_messages=WHOLE,
        help_text=gettext_lazy("Hvor mange kan være med på én gang? Tomt, hvis der er plads til alle."),
    )
    cost = forms.IntegerField(
        label=LABELS["cost"], required=False, min_value=0, max_value=MOST_KRONER, error_messages=WHOLE
    )
    legal_basis = _text("legal_basis", 200)
    end_criterion = _text("end_criterion", 200)
    contact_name = _text("contact_name", 120)
    contact_phone = _text("contact_phone", 20)
    contact_hours = _text("contact_hours", 80)
    in_a_group = forms.BooleanField(label=LABELS["in_a_group"], required=False)
    for_families = forms.BooleanField(label=LABELS["for_families"], required=False)
    discreet = forms.BooleanField(
        label=LABELS["discreet"],
        required=False,
        help_text=gettext_lazy("Så står navnet ikke på lister, som andre kan komme til at se."),
    )

    @classmethod
    def new(cls, data: QueryDict | None) -> OfferForm:
        """For an offer that is written now."""
        return cls(data, initial={"form_key": new_id()})

    @classmethod
    def of(cls, data: QueryDict | None, offer: Offer, said: OfferSaid) -> OfferForm:
        """For one that stands."""
        shown = {name: getattr(said, name) for name in cls.base_fields if hasattr(said, name)}
        topic = f"{said.area}:{said.category}"
        return cls(data, initial={**shown, "topic": topic, "version": offer.version})

    @property
    def said(self) -> OfferSaid:
        """The offer as it was typed."""
        kept = {name: value for name, value in self.cleaned_data.items() if name not in HIDDEN}
        area, _colon, category = kept.pop("topic").partition(":")
        kept["starts"] = tuple(kept["starts"])
        enums = {
            "kind": OfferKind(kept["kind"]),
            "provider_kind": ProviderKind(kept["provider_kind"]),
            "department": Department(kept["department"]),
        }
        return OfferSaid(**{**kept, **enums, "area": Area(area), "category": str(Category(category))})


class EventForm(Kept):
    """One event."""

    name = forms.CharField(label=gettext_lazy("Hvad hedder det?"), max_length=120, error_messages=EMPTY)
    area = forms.ChoiceField(label=LABELS["area"], choices=Area.choices, error_messages=CHOOSE)
    starts_at = forms.DateTimeField(
        label=gettext_lazy("Hvornår begynder det?"),
        widget=MomentInput,
        input_formats=MomentInput.UNDERSTOOD,
        error_messages={"required": gettext_lazy("Skriv dag og tid."), "invalid": gettext_lazy("Skriv dag og tid.")},
    )
    ends_at = forms.DateTimeField(
        label=gettext_lazy("Hvornår slutter det?"),
        widget=MomentInput,
        input_formats=MomentInput.UNDERSTOOD,
        error_messages={"required": gettext_lazy("Skriv dag og tid."), "invalid": gettext_lazy("Skriv dag og tid.")},
    )
    place = forms.CharField(label=LABELS["place"], max_length=120, error_messages=EMPTY)
    about = forms.CharField(
        label=LABELS["about"], max_length=1000, required=False, widget=FEW_LINES, error_messages=TOO_LONG
    )
    for_whom = forms.CharField(label=LABELS["for_whom"], max_length=200, required=False, error_messages=TOO_LONG)
    contact = forms.CharField(
        label=gettext_lazy("Hvem kan man spørge?"), max_length=160, required=False, error_messages=TOO_LONG
    )

    @classmethod
    def of(cls, data: QueryDict | None, event: Event | None = None) -> EventForm:
        """For a new one, or one that stands."""
        if event is None:
            return cls(data, initial={"form_key": new_id()})
        shown = {name: getattr(event, name) for name in cls.base_fields if hasattr(event, name)}
        return cls(data, initial={**shown, "form_key": None})

    @property
    def said(self) -> EventSaid:
        """The event as it was typed."""
        kept = {name: value for name, value in self.cleaned_data.items() if name not in HIDDEN}
        return EventSaid(**{**kept, "area": Area(kept["area"])})


class MaterialForm(Kept):
    """One text to read and print."""

    title = forms.CharField(label=gettext_lazy("Overskrift"), max_length=120, error_messages=EMPTY)
    area = forms.ChoiceField(
        label=LABELS["area"],
        required=False,
        choices=[("", gettext_lazy("Dem alle")), *Area.choices],
        error_messages=CHOOSE,
    )
    text = forms.CharField(
        label=gettext_lazy("Tekst"),
        max_length=4000,
        widget=MORE_LINES,
        error_messages=EMPTY,
        help_text=gettext_lazy("Korte afsnit med en tom linje imellem. Skriv du. Korte sætninger."),
    )

    @classmethod
    def of(cls, data: QueryDict | None, material: Material | None = None) -> MaterialForm:
        """For a new one, or one that stands."""
        if material is None:
            return cls(data, initial={"form_key": new_id()})
        shown = {name: getattr(material, name) for name in cls.base_fields if hasattr(material, name)}
        return cls(data, initial={**shown, "form_key": None})

    @property
    def words(self) -> dict[str, str]:
        """The text as it was typed."""
        return {name: self.cleaned_data[name] for name in ("title", "area", "text")}


class StartersForm(forms.Form):
    """Which of the national items to copy."""

    codes = forms.MultipleChoiceField(
        label=gettext_lazy("Hvad har I?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": gettext_lazy("Sæt kryds ved mindst ét."),
            "invalid_choice": gettext_lazy("Vælg noget på listen."),
        },
    )

    def __init__(self, data: QueryDict | None, items: Iterable[Offer]) -> None:
        super().__init__(data)
        field = self.fields["codes"]
        assert isinstance(field, forms.MultipleChoiceField)  # noqa: S101
        field.choices = [(item.starter, f"{item.name} ({Area(item.area).label})") for item in items]
