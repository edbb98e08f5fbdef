"""Reads about people: who acted, the cast on the demo's start page, the numbers for a crisis."""

from collections.abc import Iterable
from typing import Protocol
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from bordenden.foundation.alphabet import sort_key
from bordenden.foundation.rules import NotPossible
from bordenden.people.models import CrisisLine, EarlierSelf, Login, Municipality, Notices, Person

SHORTEST_NUMBER = 8


class Acted(Protocol):
    """A row that remembers who did something: the audit has no foreign keys."""

    @property
    def actor(self) -> UUID: ...


class Addressed(Protocol):
    """A letter, which knows no more of its receiver than an id."""

    @property
    def person(self) -> UUID: ...


def can_be_dialled(*, phone: str) -> bool:
    """Whether it is a telephone number: eight digits at least, and nothing but what a number has."""
    return sum(sign.isdecimal() for sign in phone) >= SHORTEST_NUMBER and set(phone) <= set("0123456789 +")


def notices_of(*, person: Person) -> Notices | None:
    """How the person has chosen to hear, if ever."""
    return Notices.objects.filter(person=person).first()


def notices_for(*, letters: Iterable[Addressed]) -> dict[UUID, Notices]:
    """What the receivers have chosen; whoever never chose is absent. One query."""
    chosen = Notices.objects.filter(person__in={letter.person for letter in letters}).order_by("pk")
    return {one.person_id: one for one in chosen}


def receivers(*, letters: Iterable[Addressed]) -> dict[UUID, Person]:
    """Whom the letters are to. One query."""
    return Person.objects.in_bulk({letter.person for letter in letters})


def who_acted(*, rows: Iterable[Acted]) -> dict[UUID, Person]:
    """The people behind the rows; whoever is no longer known is absent. One query."""
    return Person.objects.in_bulk({row.actor for row in rows})


def crisis_lines(*, person: Person | None) -> QuerySet[CrisisLine]:
    """The numbers that hold where the person lives (for nobody: everybody's), in the order they are shown."""
    place = Q(municipality__isnull=True)
    if person is not None:
        place |= Q(municipality=person.municipality_id)
    return CrisisLine.objects.filter(place).order_by("position", "municipality", "pk")


class InAMunicipality(Protocol):
    """Something or somebody that is of a municipality."""

    @property
    def municipality_id(self) -> int: ...


def with_numbers(*, numbers: Iterable[str], where: InAMunicipality) -> QuerySet[Person]:
    """Who has one of these CPR numbers in the municipality of that thing.

    That no number is empty is said once more: the index holds those who have one, and SQLite reads everybody in the
    municipality unless it is told.
    """
    here = Person.objects.filter(municipality_id=where.municipality_id, cpr__in=list(numbers))
    return here.exclude(cpr="").order_by("pk")


def registered(*, municipality: Municipality, name: str) -> list[Person]:
    """Everybody registered in the municipality under just this whole name, capital letters apart."""
    named = Person.objects.filter(municipality=municipality, sort_key=sort_key(name)).order_by("pk")
    return [person for person in named if person.name.casefold() == name.casefold()]


def demo_logins() -> QuerySet[Login]:
    """The made-up cast, in the order of the play."""
    return Login.objects.filter(demo=True, is_active=True).select_related("person").order_by("demo_order", "pk")


def all_municipalities() -> QuerySet[Municipality]:
    """Every municipality there is, by its number."""
    return Municipality.objects.order_by("pk")


def municipality_of(*, number: int) -> Municipality:
    """The municipality under its official number. Raises NotPossible when there is none."""
    found = Municipality.objects.filter(pk=number).first() if type(number) is int else None
    if found is None:
        raise NotPossible(_("Der er ingen kommune med nummer %(number)s.") % {"number": number})
    return found


def municipalities() -> QuerySet[Municipality]:
    """Every municipality, by its number."""
    return Municipality.objects.order_by("pk")


def other_municipalities(*, than: Municipality) -> QuerySet[Municipality]:
    """Every municipality but one, in Danish order."""
    return Municipality.objects.exclude(pk=than.pk).order_by("sort_key")


def anybody() -> bool:
    """Whether the database holds anybody at all."""
    return Person.objects.exists()


def anybody_real() -> bool:
    """Whether it holds somebody who is not made up."""
    return Person.objects.filter(made_up=False).exists()


def selves_of(*, login: Login) -> list[Person]:
    """Whom the login may look as: the person now, then who they were elsewhere, the newest first. One query."""
    earlier = EarlierSelf.objects.filter(login=login).select_related("person__municipality").order_by("-since", "pk")
    return [login.person, *(one.person for one in earlier)]
