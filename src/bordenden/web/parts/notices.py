"""Sådan får du besked: the same form at each door; paper only where somebody prints it, reminders only for her."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bordenden.people.queries import notices_of
from bordenden.people.words import Wish
from bordenden.post.queries import mail_fails
from bordenden.web.design.widgets import TOO_LONG

if TYPE_CHECKING:
    from bordenden.people.models import Person

LONGEST_ADDRESS = 254


class NoticesForm(forms.Form):
    """One way, the address where it is by mail, and whether to be reminded."""

    way = forms.ChoiceField(
        label=gettext_lazy("Hvordan vil du have besked?"),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Vælg, hvordan du vil have besked.")},
    )
    email = forms.CharField(
        label=gettext_lazy("Din mailadresse"),
        help_text=gettext_lazy("Kun hvis du har valgt mail."),
        required=False,
        max_length=LONGEST_ADDRESS,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages=TOO_LONG,
    )
    reminders = forms.BooleanField(
        label=gettext_lazy("Mind mig om mine små skridt dagen før"),
        required=False,
    )

    def __init__(self, *args: Any, hers: bool, paper: bool, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        ways = [(code, label) for code, label in Wish.choices if paper or code != Wish.PAPER]
        self.fields["way"].choices = ways  # type: ignore[attr-defined]
        if not hers:
            del self.fields["reminders"]

    @property
    def said(self) -> dict[str, Any]:
        """What the action takes."""
        sent = self.cleaned_data
        return {"way": Wish(sent["way"]), "email": sent["email"], "reminders": sent.get("reminders", False)}


@dataclass(frozen=True, slots=True)
class NoticesPart:
    """How it is now, in a sentence; whether mails fail; whether any mail leaves this machine at all."""

    now: str
    fails: bool
    leaves: bool


def chosen_before(person: Person) -> dict[str, Any]:
    """What the form is filled with."""
    kept = notices_of(person=person)
    return {"way": kept.way, "email": kept.email, "reminders": kept.reminders} if kept else {}


def notices_part(person: Person, *, unsaid: str) -> NoticesPart:
    """`unsaid`: how it is for whoever has not chosen."""
    kept = notices_of(person=person)
    now = {
        Wish.EMAIL.value: _("Du får en mail til %(address)s.") % {"address": kept.email if kept else ""},
        Wish.PAPER.value: _("Du får et brev på papir."),
        Wish.NONE.value: _("Du får ikke besked. Du logger selv ind og ser efter."),
    }
    return NoticesPart(now[kept.way] if kept else unsaid, mail_fails(to=person), settings.MAIL_LEAVES)
