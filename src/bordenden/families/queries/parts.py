"""Reads of one part: its words as they stand and stood, and who may read it."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.timezone import localdate

from bordenden.families.models import Member, Part, PartShare, PartWords
from bordenden.families.queries.circle import Somebody, at_the_table, guardians_of
from bordenden.families.words import Ages, PartKind
from bordenden.foundation.lasting import during
from bordenden.foundation.prepared import Question
from bordenden.pathways.models import Seat, Table
from bordenden.pathways.words import SeatRole
from bordenden.people.models import Person

# Who of those around may be shown a part: whoever works with somebody's plan, or was let in by its head.
BESIDE = (SeatRole.COORDINATOR, SeatRole.MENTOR, SeatRole.GUEST)


@dataclass(frozen=True, slots=True)
class Spoken:
    """One kind of words as they stand; `row` is None before anything was said."""

    kind: PartKind
    row: PartWords | None

    @property
    def words(self) -> str:
        """The words, "" for none."""
        return self.row.words if self.row else ""


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody a part may be opened for: a member or a seat; `until` when it is open now."""

    to: Member | Seat
    until: datetime | None

    @property
    def key(self) -> UUID:
        """The id of the member or the seat."""
        return self.to.pk

    @property
    def name(self) -> str:
        """The given name of a member; the whole name of somebody beside."""
        return self.to.person.given_name if isinstance(self.to, Member) else self.to.person.name

    @property
    def role(self) -> str:
        """As what somebody beside sits there; "" for the family."""
        return "" if isinstance(self.to, Member) else self.to.role


def newest_words(*, part: Part, kind: PartKind) -> PartWords | None:
    """What is said now, of one kind."""
    return earlier(part=part, kind=kind).first()


def earlier(*, part: Part, kind: PartKind) -> QuerySet[PartWords]:
    """Everything that was said of one kind, newest first."""
    return PartWords.objects.filter(part=part, kind=kind).order_by("-version")


def spoken(*, part: Part, shown_to_others: bool) -> list[Spoken]:
    """Each kind as it stands, in order; for others without what is the owner's alone. One query."""
    return spoken_in(parts=[part], all_of=() if shown_to_others else [part])[part.pk]


def spoken_in(*, parts: Sequence[Part], all_of: Collection[Part]) -> dict[UUID, list[Spoken]]:
    """The same of several parts; those of `all_of` as their owner reads them. One query."""
    said: dict[UUID, dict[str, PartWords]] = {part.pk: {} for part in parts}
    for row in _standing_words.ask(parts=[part.pk for part in parts]):
        said[row.part_id][row.kind] = row
    return {part.pk: list(_spoken(said[part.pk], all_of_it=part in all_of)) for part in parts}


@Question
def _standing_words(*, parts: Sequence[UUID]) -> QuerySet[PartWords]:
    later = PartWords.objects.filter(part=OuterRef("part"), kind=OuterRef("kind"), version__gt=OuterRef("version"))
    return PartWords.objects.filter(~Exists(later), part__in=parts).order_by("part", "kind")


def _spoken(rows: dict[str, PartWords], *, all_of_it: bool) -> Iterator[Spoken]:
    for kind in PartKind:
        row = rows.get(kind)
        if all_of_it or (row is not None and row.words and not row.only_mine):
            yield Spoken(kind, row)


def readers(*, part: Part, at: datetime) -> list[Reader]:
    """Whom the part may be opened for, and until when it is open for each: first the family, then those beside."""
    open_now = PartShare.objects.filter(during(at), part=part).order_by("ends_at")
    until = {share.to_member_id or share.to_seat_id: share.ends_at for share in open_now}
    others = at_the_table(family=part.member.family, at=at).exclude(pk=part.member_id)
    around: list[Member | Seat] = [*others, *_seats_beside(part, at)]
    return [Reader(one, until.get(one.pk)) for one in around]


def _seats_beside(part: Part, at: datetime) -> list[Seat]:
    """Those around the family's table, and around the owner's own."""
    person = part.member.person_id
    own = Seat.objects.filter(during(at), person_id=person, role=SeatRole.HEAD).order_by().values("table")
    # Put together first: for "this table or one of those" PostgreSQL reads every seat there is.
    tables = Table.objects.filter(pk=part.table_id).order_by().values("pk").union(own)
    beside = Seat.objects.filter(during(at), table__in=tables, role__in=BESIDE)
    return list(beside.exclude(person_id=person).select_related("person").order_by("starts_at", "pk"))


def who_reads(*, part: Part, ages: Ages, at: datetime) -> list[Person]:
    """Everybody who reads the part now: the owner, a small child's guardians, whoever it is opened for; each once."""
    owner = part.member
    young = ages.under("guardian_reads_until", owner.born_on, localdate(at))
    guardians = guardians_of(child=owner, at=at) if young else ()
    staying = during(at, "to_member__joined_at", "to_member__left_at") & Q(to_member__isnull=False)
    seated = during(at, "to_seat__starts_at", "to_seat__ends_at") & Q(to_seat__isnull=False)
    open_now = PartShare.objects.filter(during(at), staying | seated, part=part).order_by("starts_at", "pk")
    shown = open_now.select_related("to_member__person", "to_seat__person")
    let_in = [one.person for share in shown if (one := share.to_member or share.to_seat)]
    return list(dict.fromkeys([owner.person, *(one.person for one in guardians), *let_in]))


def part_for(*, person: Somebody, at: datetime) -> Part | None:
    """The person's part in the family the person is in."""
    rows = Part.objects.filter(during(at, "member__joined_at", "member__left_at"), member__person_id=person.pk)
    return rows.select_related("member").first()


def kept_parts(*, person: Somebody, at: datetime) -> QuerySet[Part]:
    """Own parts of families the person has left: kept, the newest first."""
    rows = Part.objects.filter(member__person_id=person.pk, member__left_at__lte=at)
    return rows.select_related("member").order_by("-member__left_at", "pk")


def opened_for_seats(
    *, parts: QuerySet[Part], roles: Iterable[SeatRole], by: Somebody, at: datetime
) -> QuerySet[Part]:
    """Of these parts those that are opened for a seat of the person's in one of the roles."""
    return parts.filter(pk__in=_shown_to(roles, by, at).values("part"))


def opened_for(*, part: Part, roles: Iterable[SeatRole], by: Somebody, at: datetime) -> bool:
    """Whether the part is opened for a seat of the person's in one of the roles."""
    return _shown_to(roles, by, at).filter(part=part).exists()


def roles_opened_for(*, person: Somebody, at: datetime) -> frozenset[SeatRole]:
    """As what the person has a part of somebody's to read."""
    held = _shown_to(BESIDE, person, at).order_by().values_list("to_seat__role", flat=True)
    return frozenset(SeatRole(role) for role in held if role)


def _shown_to(roles: Iterable[SeatRole], person: Somebody, at: datetime) -> QuerySet[PartShare]:
    held = during(at, "to_seat__starts_at", "to_seat__ends_at")
    return PartShare.objects.filter(during(at), held, to_seat__person_id=person.pk, to_seat__role__in=list(roles))
