"""Reads of the profiles: whom she can choose, and how much room each has."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Exists, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from bordenden.mentors.models import MentorProfile
from bordenden.mentors.words import Language, MentorFrom
from bordenden.pathways.models import Seat
from bordenden.pathways.words import SeatRole
from bordenden.people.models import Municipality, Person
from bordenden.programmes.queries import offices_of
from bordenden.programmes.words import OfficeRole


@dataclass(frozen=True, slots=True)
class Choice:
    """A profile with how many the mentor has now and how many more there is room for (never below 0)."""

    profile: MentorProfile
    taken: int

    @property
    def room(self) -> int:
        """How many more can choose this mentor."""
        return max(self.profile.capacity - self.taken, 0)


def _open_seats() -> QuerySet[Seat]:
    return Seat.objects.filter(role=SeatRole.MENTOR, ends_at__isnull=True)


def _with_taken(rows: QuerySet[MentorProfile]) -> QuerySet[MentorProfile]:
    held = _open_seats().filter(person=OuterRef("person")).order_by().values("person").annotate(number=Count("pk"))
    return rows.annotate(
        taken=Coalesce(Subquery(held.values("number")), Value(0), output_field=IntegerField())
    ).select_related("person")


def all_profiles(*, municipality: Municipality) -> QuerySet[MentorProfile]:
    """Every profile of the municipality with `taken`, those who have left last, in Danish order."""
    rows = _with_taken(MentorProfile.objects.filter(municipality=municipality))
    return rows.order_by(F("left_at").asc(nulls_first=True), "person__sort_key", "pk")


def to_choose(
    *,
    municipality: Municipality,
    language: Language | None = None,
    comes_from: MentorFrom | None = None,
    with_room: bool = True,
) -> QuerySet[MentorProfile]:
    """Who is shown to citizens, with `taken`, in Danish order; those with room, or else everybody, room first."""
    rows = _with_taken(MentorProfile.objects.filter(municipality=municipality, shown_at__isnull=False, left_at=None))
    if comes_from is not None:
        rows = rows.filter(comes_from=comes_from)
    if language is not None:
        # Two letters and a space between: no code is a part of another.
        rows = rows.filter(languages__contains=language.value)
    if with_room:
        rows = rows.filter(Q(("taken__lt", F("capacity"))))
    return rows.order_by("person__sort_key", "pk")


def without_room(
    *, municipality: Municipality, language: Language | None = None, comes_from: MentorFrom | None = None
) -> QuerySet[MentorProfile]:
    """Who is shown to citizens and has no room now, with `taken`, in Danish order."""
    rows = to_choose(municipality=municipality, language=language, comes_from=comes_from, with_room=False)
    return rows.filter(Q(("taken__gte", F("capacity"))))


def choices(rows: QuerySet[MentorProfile] | list[MentorProfile] | tuple[MentorProfile, ...]) -> list[Choice]:
    """The rows of `to_choose` or `all_profiles` as they are read."""
    return [Choice(row, getattr(row, "taken")) for row in rows]  # noqa: B009 (the annotation gives it, no type knows it)


def profile_of(*, person: Person) -> MentorProfile | None:
    """The profile of a person, shown or not."""
    return MentorProfile.objects.filter(person=person).select_related("person").first()


def taken_by(*, profile: MentorProfile) -> int:
    """How many have this mentor now; seats at any table of the municipality count."""
    return _open_seats().filter(person_id=profile.person_id).count()


def room_left(*, profile: MentorProfile) -> int:
    """How many more can choose this mentor now."""
    return max(profile.capacity - taken_by(profile=profile), 0)


def without_profile(*, municipality: Municipality, most: int) -> QuerySet[Person]:
    """Who sits as mentor somewhere and has no profile yet, in Danish order; of many those known longest, so many."""
    # Read along the index of open mentors, person by person, and no further than to the last that is wanted.
    described = MentorProfile.objects.filter(person=OuterRef("person"))
    seated = _open_seats().filter(~Exists(described), municipality=municipality).order_by("person")
    return Person.objects.filter(pk__in=seated.values("person").distinct()[:most]).order_by("sort_key", "pk")


def says_own_hours(*, person: Person, at: datetime) -> bool:
    """Whether the mentor is a caseworker too: then every citizen of theirs reads the same telephone and hours."""
    caseworker = (SeatRole.COORDINATOR, SeatRole.SUBSTITUTE)
    sits = Seat.objects.filter(Q(ends_at=None) | Q(ends_at__gt=at), person=person, role__in=caseworker)
    return sits.exists() or offices_of(person=person, at=at).filter(role=OfficeRole.CASEWORKER).exists()
