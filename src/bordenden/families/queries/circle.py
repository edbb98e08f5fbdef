"""Reads of who is at a family's table: members by age, guardians, consents; how far each part is, without a word."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from django.db.models import Count, Exists, F, OuterRef, QuerySet
from django.utils.timezone import localdate

from bordenden.families.models import AgeRule, Consent, Family, Guardianship, Member, PartWords
from bordenden.families.words import ASKED_FOR, AgeGroup, Ages
from bordenden.foundation.lasting import during
from bordenden.foundation.prepared import Question
from bordenden.pathways.models import AtTable, Enrolment, Seat, Table
from bordenden.pathways.words import SeatRole


class Somebody(Protocol):
    """A person or a viewer."""

    @property
    def pk(self) -> UUID: ...


class AtATable(Protocol):
    """A seat, or whatever else stands at a table."""

    @property
    def table_id(self) -> UUID: ...


class InAMunicipality(Protocol):
    """A person, or whatever stands at a table."""

    @property
    def municipality_id(self) -> int: ...


IN_ORDER = (F("born_on").asc(nulls_first=True), "joined_at", "pk")


@dataclass(frozen=True, slots=True)
class Sitting:
    """A member as the family and the coordinator see it: who, how old a part is written, how much of it is said.

    `said` counts how many of the `asked` kinds have words; which, and what, is nobody's to know from this.
    """

    member: Member
    group: AgeGroup
    said: int
    asked: int = len(ASKED_FOR)

    @property
    def whole(self) -> bool:
        """Whether something is said to everything that is asked."""
        return self.said == self.asked


def ages_in(*, where: InAMunicipality) -> Ages:
    """The ages that hold in the municipality of something or somebody: its own, or the usual ones."""
    rule = next(iter(_age_rule.ask(home=where.municipality_id)), None)
    return Ages(rule.own_part_from, rule.guardian_reads_until, rule.adult_from) if rule else Ages()


@Question
def _age_rule(*, home: int) -> QuerySet[AgeRule]:
    return AgeRule.objects.filter(municipality_id=home).order_by("pk")[:1]


def family_at(*, table: Table | AtTable) -> Family | None:
    """The family whose table it is, if it is one's."""
    return Family.objects.filter(table_id=table.table_id).first()


def at_a_case(*, family: Family) -> bool:
    """Whether the family's table is that of a case its heads share; else it was laid for the family alone."""
    return family.table.opened_at < family.begun_at or Enrolment.objects.filter(table_id=family.table_id).exists()


def families_at(*, seats: Iterable[AtATable]) -> list[Family]:
    """The families at whose tables these seats are. One query."""
    return list(Family.objects.filter(table__in={seat.table_id for seat in seats}).order_by("begun_at", "pk"))


def at_the_table(*, family: Family, at: datetime) -> QuerySet[Member]:
    """Who is in the family at that moment: grown-ups in the order they came, then the children, the eldest first."""
    rows = Member.objects.filter(during(at, "joined_at", "left_at"), family=family)
    return rows.select_related("person", "part").order_by(*IN_ORDER)


def member_of(*, family: Family, person: Somebody, at: datetime) -> Member | None:
    """The person's stay in the family at that moment."""
    return at_the_table(family=family, at=at).filter(person_id=person.pk).first()


def families_of(*, person: Somebody, at: datetime) -> list[Family]:
    """The family the person is in, if any (there is one at most)."""
    stays = Member.objects.filter(during(at, "joined_at", "left_at"), person_id=person.pk)
    return list(Family.objects.filter(pk__in=stays.values("family")).order_by("pk"))


def circle(*, family: Family, at: datetime, ages: Ages | None = None) -> list[Sitting]:
    """Everybody in the family, with how far each part is. Two queries, and the ages where they are not known yet."""
    day, ages = localdate(at), ages or ages_in(where=family)
    said = dict(_how_much_said.ask(family=family.pk))
    return [
        Sitting(member, ages.group(member.born_on, day), said.get(member.pk, 0))
        for member in _sitting.ask(family=family.pk, at=at)
    ]


@Question
def _how_much_said(*, family: UUID) -> QuerySet[PartWords, tuple[UUID, int]]:
    """Of how many of the kinds that are asked for each member has words that stand."""
    later = PartWords.objects.filter(
        part_id=OuterRef("part_id"), kind=OuterRef("kind"), version__gt=OuterRef("version")
    )
    stands = PartWords.objects.filter(~Exists(later), part__member__family=family, kind__in=ASKED_FOR)
    return stands.exclude(words="").order_by().values_list("part__member").annotate(Count("pk"))


@Question
def _sitting(*, family: UUID, at: datetime) -> QuerySet[Member]:
    return at_the_table(family=Family(pk=family), at=at)


def guardians_of(*, child: Member, at: datetime) -> QuerySet[Member]:
    """The members who are guardians of the child at that moment; nobody is, of a grown-up."""
    held = Guardianship.objects.filter(during(at), child=child)
    return at_the_table(family=child.family, at=at).filter(pk__in=held.values("guardian"))


def child_of(*, child: Member, guardian: Somebody, at: datetime) -> bool:
    """Whether the person is a guardian of the member at that moment: both in the family, the child not grown up."""
    ages = ages_in(where=child)
    if not ages.under("adult_from", child.born_on, localdate(at)):
        return False
    return guardians_of(child=child, at=at).filter(person_id=guardian.pk).exists()


def consent_of(*, child: Member) -> Consent | None:
    """The guardian's yes that stands, if one does."""
    return Consent.objects.filter(child=child, withdrawn_at=None).select_related("given_by").first()


def who_may_be_invited(*, family: Family, by: Somebody, at: datetime) -> list[Seat]:
    """Grown-ups at the head of a table the person is coordinator of, without a seat at the family's: their seats
    there with themselves, by name."""
    coordinated = Seat.objects.filter(during(at), person_id=by.pk, role=SeatRole.COORDINATOR).values("table")
    seated = Seat.objects.filter(during(at), table_id=family.table_id).values("person")
    heads = Seat.objects.filter(during(at), table__in=coordinated, role=SeatRole.HEAD).exclude(person__in=seated)
    return list(heads.select_related("person").order_by("person__sort_key", "pk"))
