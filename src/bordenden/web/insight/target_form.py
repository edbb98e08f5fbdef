"""How many of a target group a project set out to have."""

import json
from collections.abc import Mapping
from contextlib import suppress

from django import forms
from django.utils.translation import gettext_lazy as _

from bordenden.web.design.widgets import TOO_LONG
from bordenden.web.parts.seen import SeenForm


class TargetForm(SeenForm):
    """A group, as it is written on the citizens' courses, and a number; 0 takes it off the list."""

    target_group = forms.CharField(
        label=_("Hvilken gruppe er det for?"),
        help_text=_("Skriv den, som den står på forløbene, for eksempel 2.3."),
        max_length=20,
        error_messages={"required": _("Skriv, hvilken gruppe det er for."), **TOO_LONG},
    )
    number = forms.IntegerField(
        label=_("Hvor mange vil I have med?"),
        help_text=_("0 tager gruppen af listen."),
        error_messages={"required": _("Skriv et tal."), "invalid": _("Skriv et helt tal.")},
    )

    @property
    def numbers_seen(self) -> Mapping[str, int] | None:
        """Each group's number as the page showed it; what is no list of numbers is a page that showed none."""
        if self.last_seen is None:
            return None
        with suppress(ValueError, RecursionError):
            read = json.loads(self.last_seen)
            if isinstance(read, dict):
                return read
        return {}


def written_of(numbers: Mapping[str, int]) -> str:
    """The numbers for the page to carry."""
    return json.dumps(dict(sorted(numbers.items())), ensure_ascii=False)
