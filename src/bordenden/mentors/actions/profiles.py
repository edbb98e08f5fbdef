"""Writes about profiles: the municipality describes its mentors, shows them, and says when one has left."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from bordenden.audit.actions import Actor, record
from bordenden.foundation.ids import FormKey
from bordenden.foundation.rules import AlreadySent, NotPossible, Stale
from bordenden.mentors.actions.parting import part
from bordenden.mentors.models import MentorProfile
from bordenden.mentors.words import LONGEST_ABOUT, LONGEST_BACKGROUND, MOST_AT_ONCE, Language, MentorFrom, Parted
from bordenden.pathways.models import Seat
from bordenden.pathways.words import SeatRole
from bordenden.people.models import Person


@dataclass(frozen=True, slots=True)
class Described:
    """What is said of a mentor: where from, who it is, what they have done, what they speak, room for how many."""

    comes_from: MentorFrom
    about: str
    languages: Iterable[Language]
    capacity: int
    background: str = ""

    def checked(self) -> dict[str, str | int]:
        """The columns. Raises NotPossible where something is missing or too much."""
        about, background = self.about.strip(), self.background.strip()
        asked = set(self.languages)
        if not about:
            raise NotPossible(_("Skriv et par ord i præsentationen."))
        if len(about) > LONGEST_ABOUT or len(background) > LONGEST_BACKGROUND:
            raise NotPossible(_("Skriv lidt kortere. Borgeren læser det på en telefon."))
        if not asked:
            raise NotPossible(_("Vælg mindst ét sprog."))
        if not 0 <= self.capacity <= MOST_AT_ONCE:
            raise NotPossible(_("Skriv et tal fra 0 til %(most)d.") % {"most": MOST_AT_ONCE})
        spoken = " ".join(one.value for one in Language if one in asked)
        return {
            "comes_from": self.comes_from.value,
            "about": about,
            "background": background,
            "languages": spoken,
            "capacity": self.capacity,
        }


@transaction.atomic
def open_profile(
    *, person: Person, described: Described, form_key: FormKey, by: Actor, at: datetime
) -> MentorProfile:
    """A profile nobody is shown yet. The same form sent again gives the first.

    Raises NotPossible where the person has one already, and for what is missing in the description.
    """
    said = described.checked()
    Person.objects.select_for_update().get(pk=person.pk)
    earlier = MentorProfile.objects.filter(person=person).first()
    if earlier is not None:
        if earlier.form_key != form_key:
            raise NotPossible(_("%(name)s har allerede en profil.") % {"name": person.given_name})
        if any(getattr(earlier, field) != value for field, value in said.items()):
            raise AlreadySent(earlier.about)
        return earlier
    made = MentorProfile.objects.create(
        municipality_id=person.municipality_id, person=person, set_by_id=by.pk, set_at=at, form_key=form_key, **said
    )
    record(act="mentor.open_profile", by=by, thing=made, at=at)
    return made


@transaction.atomic
def change_profile(
    *, profile: MentorProfile, described: Described, version: int, by: Actor, at: datetime
) -> MentorProfile:
    """Another description. Less room than there are citizens takes nobody's mentor: only no new one can choose.

    Raises Stale when it was changed in between, NotPossible for what is missing.
    """
    said = described.checked()
    held = _held(profile)
    if all(getattr(held, field) == value for field, value in said.items()):
        return held
    if held.version != version:
        raise Stale(_("Profilen er ændret, mens du skrev."), held.about, held.version)
    for field, value in said.items():
        setattr(held, field, value)
    held.version, held.set_by_id, held.set_at = held.version + 1, by.pk, at
    held.save()
    record(act="mentor.change_profile", by=by, thing=held, at=at)
    return held


@transaction.atomic
def show(*, profile: MentorProfile, by: Actor, at: datetime) -> MentorProfile:
    """Citizens can choose this mentor from now on; also one who had left and is back.

    Raises NotPossible while nobody could call the mentor: who is chosen is on her plan with telephone and hours.
    """
    held = _held(profile)
    if not held.person.can_be_called:
        words = _("Borgeren skal kunne ringe til %(name)s. Skriv først telefon og træffetid.")
        raise NotPossible(words % {"name": held.person.given_name})
    if held.shown_at is None or held.left_at is not None:
        held.shown_at, held.left_at = at, None
        held.save(update_fields=["shown_at", "left_at"])
        record(act="mentor.show", by=by, thing=held, at=at)
    return held


@transaction.atomic
def hide(*, profile: MentorProfile, by: Actor, at: datetime) -> MentorProfile:
    """Nobody new can choose this mentor; whoever has, keeps the mentor."""
    held = _held(profile)
    if held.shown_at is not None:
        held.shown_at = None
        held.save(update_fields=["shown_at"])
        record(act="mentor.hide", by=by, thing=held, at=at)
    return held


@transaction.atomic
def leaves(*, profile: MentorProfile, by: Actor, at: datetime) -> int:
    """The mentor has stopped: leaves every table now, and everybody who had chosen them hears of it. How many.

    What the mentor wrote stays, steps the mentor promised stay on the plan without anybody to do them.
    """
    held = _held(profile)
    if held.left_at is None:
        held.left_at = max(at, held.shown_at or at)
        held.save(update_fields=["left_at"])
        record(act="mentor.leaves", by=by, thing=held, at=at)
    seats = Seat.objects.filter(person=held.person, role=SeatRole.MENTOR, ends_at__isnull=True).order_by("pk")
    sitting = list(seats.select_related("table", "person"))
    for seat in sitting:
        part(seat=seat, why=Parted.LEFT, by=by, at=at)
    return len(sitting)


def _held(profile: MentorProfile) -> MentorProfile:
    return MentorProfile.objects.select_for_update(of=("self",)).select_related("person").get(pk=profile.pk)
