"""Who sits round an empty chair, in words: staff by name, all others by what they are; and who may sit down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from bordenden.pathways.queries import Chair, Placed, Takers, Why
from bordenden.pathways.words import LeavingReason, SeatRole
from bordenden.web.insight.placing import CHOOSE

if TYPE_CHECKING:
    from django.http import QueryDict

    from bordenden.people.models import Person


def around(chair: Chair) -> str:
    """ "Ole Brandt, som ikke arbejder her mere, borgeren, 2 gæster": never a citizen's name, nor a guest's."""
    said = [_("%(name)s, som ikke har hvervet mere") % {"name": chair.held_by.name}] if chair.held_by else []
    said += [_("%(name)s, vikar") % {"name": person.name} for person in chair.substitutes]
    return ", ".join([*said, *(_of(role, number) for role, number in chair.others)])


def _of(role: SeatRole, number: int) -> str:
    words = {
        SeatRole.HEAD: ngettext("borgeren", "%(number)d borgere", number),
        SeatRole.MENTOR: ngettext("en mentor", "%(number)d mentorer", number),
        SeatRole.GUEST: ngettext("en gæst", "%(number)d gæster", number),
        SeatRole.FAMILY: ngettext("et barn", "%(number)d børn", number),
        SeatRole.SUPERVISOR: ngettext("en faglig leder", "%(number)d faglige ledere", number),
    }
    said = words[role]
    return said % {"number": number} if "%" in said else said


class ChairForm(forms.Form):
    """Who sits down; and why, where somebody still sits there."""

    person = forms.ChoiceField(
        label=gettext_lazy("Hvem skal være sagsbehandler?"), widget=forms.RadioSelect, error_messages=CHOOSE
    )
    because = forms.ChoiceField(
        label=gettext_lazy("Hvorfor skifter borgeren sagsbehandler?"),
        choices=[("", gettext_lazy("Vælg …")), *LeavingReason.choices],
        help_text=gettext_lazy("Borgeren får det at vide med venlige ord. Aldrig noget privat."),
        error_messages=CHOOSE,
    )

    def __init__(self, data: QueryDict | None, *, takers: Takers, first: Placed, reason: bool) -> None:
        super().__init__(data, initial={"person": str(first.to.pk) if first.to else ""})
        self.known = {str(one.pk): one for one in takers.loads if one not in first.what.barred}
        field = self.fields["person"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101
        field.choices = [(key, _called(one, takers.loads[one], first)) for key, one in self.known.items()]
        if not reason:
            del self.fields["because"]

    @property
    def who(self) -> Person:
        """Who was chosen, once the form is valid."""
        return self.known[self.cleaned_data["person"]]

    @property
    def reason(self) -> LeavingReason:
        """Why, once the form is valid; of an empty chair it is kept nowhere."""
        return LeavingReason(self.cleaned_data.get("because") or LeavingReason.OTHER)


def _called(person: Person, load: int, first: Placed) -> str:
    words = {"name": person.name, "number": load}
    said = ngettext("%(name)s, %(number)d åbent forløb", "%(name)s, %(number)d åbne forløb", load) % words
    if person != first.to:
        return said
    why = _("har siddet der før") if first.why == Why.BEFORE else _("har færrest")
    return f"{said} ({why})"
