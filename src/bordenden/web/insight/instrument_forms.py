"""The forms of the editor of instruments. What was typed stays when a form is refused."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from bordenden.assessments.actions import ItemSaid, Wording
from bordenden.assessments.words import Area
from bordenden.foundation.rules import NotPossible, Stale
from bordenden.web.design.parts import StaleText
from bordenden.web.design.widgets import TOO_LONG
from bordenden.web.threshold.refusing import again

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile
    from django.utils.datastructures import MultiValueDict
    from django.utils.functional import _StrPromise as StrPromise

EMPTY = {"required": _("Skriv noget her."), **TOO_LONG}
OLD_PAGE = {"required": _("Siden var for gammel. Prøv igen."), "invalid": _("Siden var for gammel. Prøv igen.")}
WORDS = ("topic", "question", "low", "middle", "high")
ONE_LINE = forms.Textarea(attrs={"rows": 2})


class Edited(forms.Form):
    """A form about a draft; `edits` is the state of it that was shown."""

    edits = forms.IntegerField(widget=forms.HiddenInput, min_value=0, error_messages=OLD_PAGE)

    def refuse(self, refusal: NotPossible) -> tuple[StaleText, ...]:
        """Say why; for a stale draft both texts, and the next try is measured against the newer one."""
        self.add_error(None, str(refusal))
        if not isinstance(refusal, Stale):
            return ()
        again(self, edits=refusal.version)
        return (StaleText(str(_("Kladden")), self.typed, refusal.saved),) if refusal.saved else ()

    @property
    def typed(self) -> str:
        """What was typed, to be read beside what somebody else saved."""
        return "\n".join(str(self.cleaned_data[name]) for name in self.fields if name != "edits")


class IntroForm(Edited):
    """The words before the first question, and what is new in this version."""

    intro = forms.CharField(
        label=_("Før det første spørgsmål"),
        required=False,
        max_length=500,
        widget=ONE_LINE,
        help_text=_("Borgeren læser det, før det første spørgsmål kommer."),
        error_messages=TOO_LONG,
    )
    changes = forms.CharField(
        label=_("Hvad er nyt?"),
        required=False,
        max_length=1000,
        widget=ONE_LINE,
        help_text=_("Til dem, der bruger skemaet. Borgeren ser det ikke."),
        error_messages=TOO_LONG,
    )

    def clean(self) -> dict[str, object]:
        """One line each: a file keeps them so."""
        kept = super().clean() or {}
        return {**kept, **{name: " ".join(str(kept.get(name) or "").split()) for name in ("intro", "changes")}}


def _words(label: StrPromise, longest: int, *, needed: bool) -> forms.CharField:
    return forms.CharField(label=label, max_length=longest, required=needed, error_messages=EMPTY)


class ItemForm(Edited):
    """A question of a draft: its words, for each track when they differ, and its settings."""

    FIRST = (*WORDS, "area", "shielded")
    MORE = (*(f"{name}_udd" for name in WORDS), "continues", "indicator")

    topic = _words(_("Emne, kort"), 60, needed=True)
    question = _words(_("Spørgsmål"), 200, needed=True)
    low = _words(_("Ord ved 0"), 100, needed=True)
    middle = _words(_("Ord ved 5"), 100, needed=True)
    high = _words(_("Ord ved 10"), 100, needed=True)
    topic_udd = _words(_("På vej mod uddannelse: emne"), 60, needed=False)
    question_udd = _words(_("På vej mod uddannelse: spørgsmål"), 200, needed=False)
    low_udd = _words(_("På vej mod uddannelse: ord ved 0"), 100, needed=False)
    middle_udd = _words(_("På vej mod uddannelse: ord ved 5"), 100, needed=False)
    high_udd = _words(_("På vej mod uddannelse: ord ved 10"), 100, needed=False)
    area = forms.ChoiceField(label=_("Område"), choices=Area.choices)
    continues = forms.ChoiceField(
        label=_("Fortsætter"),
        required=False,
        help_text=_("Vælg kun noget, hvis spørgsmålet går videre fra et, der er gået ud. Så går kurven også videre."),
    )
    shielded = forms.BooleanField(
        label=_("Skærmet: svaret kommer aldrig til borgerens sagsbehandler, kun tal om mange"), required=False
    )
    indicator = forms.SlugField(
        label=_("Indikator"),
        required=False,
        max_length=40,
        help_text=_("Det tema, spørgsmålet hører til i evalueringen. Små bogstaver og bindestreger."),
        error_messages={"invalid": _("Brug kun små bogstaver, tal og bindestreger."), **TOO_LONG},
    )

    def __init__(
        self,
        data: QueryDict | None,
        *,
        continues: Sequence[tuple[str, str]],
        initial: dict[str, object] | None = None,
    ) -> None:
        super().__init__(data, initial=initial)
        field = self.fields["continues"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101
        field.choices = [
            ("", _("Intet: det er et nyt spørgsmål")),
            *((code, f"{topic} ({code})") for code, topic in continues),
        ]
        self.fields["question_udd"].help_text = _("Udfyld alle fem, hvis ordene skal være andre. Ellers ingen.")

    def clean(self) -> dict[str, object]:
        """All five words for the other track, or none."""
        kept = super().clean() or {}
        given = [name for name in WORDS if kept.get(f"{name}_udd")]
        if given and len(given) < len(WORDS):
            missing = next(name for name in WORDS if name not in given)
            self.add_error(
                f"{missing}_udd", _("Udfyld alle fem på vej mod uddannelse, eller lad dem alle stå tomme.")
            )
        return kept

    @property
    def first(self) -> list[forms.BoundField]:
        """What every question has."""
        return [self[name] for name in self.FIRST]

    @property
    def more(self) -> list[forms.BoundField]:
        """What most questions do without."""
        return [self[name] for name in self.MORE]

    @property
    def more_open(self) -> bool:
        """Whether anything under "Mere" has been filled in or is wrong."""
        return any(field.errors or field.value() not in (None, "") for field in self.more)

    @property
    def said(self) -> ItemSaid:
        """The question as it was typed."""
        kept = self.cleaned_data
        other = Wording(**{name: kept[f"{name}_udd"] for name in WORDS}) if kept["topic_udd"] else None
        return ItemSaid(
            wording=Wording(**{name: kept[name] for name in WORDS}),
            education=other,
            area=Area(kept["area"]),
            shielded=kept["shielded"],
            continues=kept["continues"],
            indicator=kept["indicator"],
        )


def filled(said: ItemSaid, edits: int) -> dict[str, object]:
    """A question as the form shows it."""
    words = {name: getattr(said.wording, name) for name in WORDS}
    other = {f"{name}_udd": getattr(said.education, name) for name in WORDS} if said.education else {}
    settings = {name: getattr(said, name) for name in ("area", "shielded", "continues", "indicator")}
    return {**words, **other, **settings, "edits": edits}


class VoiceForm(forms.Form):
    """A sound file for one question."""

    edition = forms.ChoiceField(label=_("Udgave"), required=False)
    sound = forms.FileField(
        label=_("Lydfil"),
        help_text=_("mp3, ogg eller wav, højst 300 KB."),
        error_messages={"required": _("Vælg en lydfil."), "empty": _("Filen er tom.")},
    )
    artificial = forms.BooleanField(label=_("Stemmen er kunstig"), required=False)

    def __init__(
        self,
        data: QueryDict | None,
        files: MultiValueDict[str, UploadedFile[bytes]] | None,
        editions: Sequence[tuple[str, object]],
    ) -> None:
        super().__init__(data, files)
        field = self.fields["edition"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101
        field.choices = list(editions)
        if len(editions) == 1:
            field.widget = forms.HiddenInput()


class WithdrawForm(forms.Form):
    """A published question that is asked no more."""

    code = forms.ChoiceField(label=_("Spørgsmål"), error_messages={"required": _("Vælg et spørgsmål.")})
    why = forms.CharField(
        label=_("Hvorfor?"),
        max_length=300,
        widget=ONE_LINE,
        error_messages=EMPTY,
        help_text=_("Det kan alle læse, der kan se skemaet."),
    )

    def __init__(self, data: QueryDict | None, questions: Sequence[tuple[str, str]]) -> None:
        super().__init__(data)
        field = self.fields["code"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101
        field.choices = list(questions)


class RemarkForm(forms.Form):
    """What somebody says of one question in a test run."""

    clear = forms.ChoiceField(
        label=_("Var det til at forstå?"),
        choices=[("yes", _("Ja")), ("no", _("Nej"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Vælg ja eller nej.")},
    )
    words = forms.CharField(
        label=_("Hvad tænkte du?"), required=False, max_length=500, widget=ONE_LINE, error_messages=TOO_LONG
    )


class WholeRunForm(forms.Form):
    """What somebody says of the whole draft at the end."""

    on_the_whole = forms.CharField(
        label=_("Hvad siger du om det hele?"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages=TOO_LONG,
    )


class ButtonForm(Edited):
    """A single button about a draft as it was shown."""
