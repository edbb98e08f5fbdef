"""The forms of a family's plan. What was typed stays when a form is refused; sending it again doubles nothing."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bordenden.families.words import PartKind
from bordenden.web.citizen.plan_forms import LONGEST_STEP, LONGEST_WORDS, OLD_PAGE, SOME_WORDS, Keyed, Refusable
from bordenden.web.design.widgets import TOO_LONG, DayInput
from bordenden.web.threshold.drafting import DraftedForm

LONGEST_NAME, LONGEST_FAMILY, LONGEST_SUPPORT = 60, 80, 200
OPEN, CLOSE = "open", "close"
YES, NO = "yes", "no"
Choices = list[tuple[str, str]]


class FamilyForm(Refusable):
    """A family begins its plan: what they call themselves."""

    name = forms.CharField(
        label=_("Hvad kalder I jer?"),
        max_length=LONGEST_FAMILY,
        help_text=_("For eksempel familien Holm."),
        error_messages=SOME_WORDS,
    )


class ChildForm(Keyed):
    """A child is brought to the table: given name and day of birth, who else is guardian, and the yes."""

    given_name = forms.CharField(label=_("Barnets fornavn"), max_length=LONGEST_NAME, error_messages=SOME_WORDS)
    born_on = forms.DateField(
        label=_("Fødselsdag"),
        widget=DayInput,
        error_messages={
            "required": _("Vælg en dag."),
            "invalid": _("Vælg en dag, for eksempel 31-12-2015."),
        },
    )
    guardians = forms.MultipleChoiceField(
        label=_("Hvem er også forælder eller værge?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("De kan også skrive med et lille barn. Du står der allerede."),
    )
    consents = forms.BooleanField(label=_("Ja, barnet må have sin egen del i planen."), required=False)

    def __init__(self, *args: Any, others: Choices, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        if others:
            self.fields["guardians"].choices = others  # type: ignore[attr-defined]
        else:
            del self.fields["guardians"]


class PartWordsForm(DraftedForm):
    """One kind of somebody's own words; `version` is the one that was seen. It is kept while it is typed."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, error_messages=OLD_PAGE)
    words = forms.CharField(
        label=_("Mine ord"), required=False, max_length=LONGEST_WORDS, widget=forms.Textarea, error_messages=TOO_LONG
    )
    only_mine = forms.BooleanField(label=_("Kun for mig. Det bliver aldrig vist for andre."), required=False)

    def __init__(self, *args: Any, kind: PartKind, starters: str, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        begin = _("Du kan begynde sådan: %(starters)s") % {"starters": starters}
        lines = _("Skriv ét mål på hver linje.")
        self.fields["words"].help_text = f"{lines} {begin}" if kind == PartKind.GOAL else begin


class OpenForm(Refusable):
    """Open the part for one, or close it: `to` is the member or the seat."""

    do = forms.ChoiceField(choices=[(OPEN, OPEN), (CLOSE, CLOSE)], widget=forms.HiddenInput)
    to = forms.UUIDField(widget=forms.HiddenInput, error_messages=OLD_PAGE)


class ConsentForm(Refusable):
    """A guardian says yes, or takes it back."""

    do = forms.ChoiceField(choices=[(YES, YES), (NO, NO)], widget=forms.HiddenInput, error_messages=OLD_PAGE)


class LeaveForm(Refusable):
    """Somebody gets up from the family's table; the box is the second thought."""

    sure = forms.BooleanField(
        label=_("Ja, jeg er sikker."), error_messages={"required": _("Sæt et kryds, hvis du er sikker.")}
    )


class LineForm(Keyed):
    """A common goal or step: the words, who takes it on, who stands by."""

    words = forms.CharField(label=_("Det vil vi"), max_length=LONGEST_STEP, error_messages=SOME_WORDS)
    member = forms.ChoiceField(
        label=_("Hvem tager sig af det?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Vælg en af jer."), "invalid_choice": _("Vælg en af jer.")},
    )
    supporters = forms.CharField(
        label=_("Hvem vil I gerne have til at støtte jer i det?"),
        required=False,
        max_length=LONGEST_SUPPORT,
        help_text=_("Skriv navne, hvis I har lyst. Mormor, en nabo, en træner."),
        error_messages=TOO_LONG,
    )

    def __init__(self, *args: Any, members: Choices, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self.fields["member"].choices = members  # type: ignore[attr-defined]
