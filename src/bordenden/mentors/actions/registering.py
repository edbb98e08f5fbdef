"""A mentor nobody here knew, with telephone, hours and profile in one; and where to call one who is known."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from bordenden.audit.actions import Actor
from bordenden.foundation.ids import FormKey
from bordenden.foundation.rules import AlreadySent, NotPossible
from bordenden.mentors.actions.profiles import Described, open_profile
from bordenden.mentors.models import MentorProfile
from bordenden.mentors.queries import says_own_hours
from bordenden.people import actions as people
from bordenden.people.models import Municipality, Person


@dataclass(frozen=True, slots=True)
class Called:
    """What somebody is called, and where and when to call."""

    given_name: str
    family_name: str
    phone: str
    reachable: str


@transaction.atomic
def register_mentor(
    *, municipality: Municipality, called: Called, described: Described, form_key: FormKey, by: Actor, at: datetime
) -> MentorProfile:
    """A new person and a profile nobody is shown yet. The same form sent again gives the first.

    Raises NotPossible without a name, a number to call or its hours, and for what is missing in the description.
    """
    given, family = called.given_name.strip(), called.family_name.strip()
    if not given:
        raise NotPossible(_("Skriv, hvad mentoren hedder."))
    # Whoever sends the same form twice at once waits here.
    Municipality.objects.select_for_update(no_key=True).get(pk=municipality.pk)
    earlier = MentorProfile.objects.filter(municipality=municipality, form_key=form_key).first()
    if earlier is None:
        person = _registered(municipality, given, family)
        people.set_hours(person=person, phone=called.phone, reachable=called.reachable, by=by, at=at)
        return open_profile(person=person, described=described, form_key=form_key, by=by, at=at)
    if (earlier.person.given_name, earlier.person.family_name) != (given, family):
        raise AlreadySent(earlier.person.name)
    return open_profile(person=earlier.person, described=described, form_key=form_key, by=by, at=at)


@transaction.atomic
def call_at(
    *, person: Person, phone: str, reachable: str, by: Actor, at: datetime, seen: str | None = None
) -> Person:
    """Where and when to call a mentor. Raises NotPossible for one who is a caseworker: they say it themselves."""
    if says_own_hours(person=person, at=at):
        raise NotPossible(
            _("%(name)s er også sagsbehandler og skriver selv sin telefon og træffetid.")
            % {"name": person.given_name}
        )
    return people.set_hours(person=person, phone=phone, reachable=reachable, by=by, at=at, seen=seen)


def _registered(municipality: Municipality, given: str, family: str) -> Person:
    return people.register(
        municipality=municipality,
        given_name=given,
        family_name=family,
        title=_("Mentor"),
        made_up=municipality.made_up,
    )
