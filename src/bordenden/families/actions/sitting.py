"""Writes about who is at a family's table: begun, joined, a child brought along, left."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.db.models import Q
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from bordenden.audit.actions import Actor, record
from bordenden.families.actions.consenting import give_consent
from bordenden.families.actions.presenting import presents_no_more, presents_too
from bordenden.families.models import Family, Guardianship, Member, Part, PartShare
from bordenden.families.queries import ages_in, at_a_case, families_of, guardians_of, member_of
from bordenden.families.words import AgeGroup
from bordenden.foundation.ids import FormKey, new_id
from bordenden.foundation.rules import NotPossible
from bordenden.pathways import actions as pathways
from bordenden.pathways.models import Seat, Table
from bordenden.pathways.queries import at_the_head, in_role, roles_of
from bordenden.pathways.words import SeatRole
from bordenden.people import actions as people
from bordenden.people.models import Person
from bordenden.plans import actions as plans
from bordenden.post.actions import queue
from bordenden.post.words import Kind

# A table one can see over: a family's page lists everybody.
LARGEST = 20
_AROUND = frozenset({SeatRole.HEAD, SeatRole.FAMILY})


@transaction.atomic
def begin_family(*, table: Table, name: str, by: Person, at: datetime) -> Family:
    """The family `by` begins a plan with, and is the first of. Who has a family already is given that one.

    Where several sit at the head, it is at this table; somebody alone at the head gets a table more, with the same
    coordinator: what stands at the own table stays the own.
    """
    if not name.strip():
        raise NotPossible(_("Skriv, hvad I kalder jer."))
    people.hold_person(person=by)
    mine = families_of(person=by, at=at)
    if mine:
        return mine[0]
    heads = at_the_head(table=table, at=at)
    if by not in heads:
        raise NotPossible(_("Det kan kun den, der sidder for bordenden, begynde på."))
    if len(heads) == 1:
        table = _a_table_more(table, by, at)
    plan = plans.begin(table=table, by=by, at=at, family=True)
    defaults = {"municipality_id": table.municipality_id, "plan": plan, "name": name.strip(), "begun_at": at}
    family, created = Family.objects.get_or_create(table=table, defaults=defaults)
    if created:
        record(act="family.begin", by=by, thing=family, at=at)
    join(family=family, by=by, at=at)
    return family


def _a_table_more(own: Table, by: Person, at: datetime) -> Table:
    coordinator = in_role(table=own, role=SeatRole.COORDINATOR, at=at)
    table = pathways.lay_table(head=by, by=by, at=at)
    if coordinator is not None and pathways.in_office(people=[coordinator], at=at):
        pathways.seat(table=table, person=coordinator, role=SeatRole.COORDINATOR, by=by, at=at)
    return table


@transaction.atomic
def invite(*, family: Family, person: Person, by: Actor, at: datetime) -> Seat:
    """A grown-up gets a seat at the family's table. The person is in the family only when saying so (`join`).

    Where two share a case, the family's table is the case's: whoever comes there sits as a child does, and opens what
    is common and the own part, and nothing of their case.
    """
    held = Seat.objects.filter(table_id=family.table_id, person=person, role__in=_AROUND, ends_at=None).first()
    if held is not None:
        return held
    role = SeatRole.FAMILY if at_a_case(family=family) else SeatRole.HEAD
    return pathways.seat(table=family.table, person=person, role=role, by=by, at=at)


@transaction.atomic
def join(*, family: Family, by: Person, at: datetime) -> Member:
    """A grown-up with a seat at the table says yes to being in the family, with a part of the own.

    Raises NotPossible without a seat there, or while in another family.
    """
    people.hold_person(person=by)
    _hold(family)
    here = member_of(family=family, person=by, at=at)
    if here is not None:
        return here
    if not roles_of(thing=family, person=by, at=at) & _AROUND:
        raise NotPossible(_("Man skal have en plads ved familiens bord først."))
    return _sits_down(family, by, None, new_id(), by, at)


@transaction.atomic
def add_child(
    *,
    family: Family,
    given_name: str,
    born_on: date,
    guardians: Sequence[Member] = (),
    consents: bool = False,
    form_key: FormKey,
    by: Person,
    at: datetime,
) -> Member:
    """A guardian brings a child to the table: a given name and a day of birth, a seat, and nothing else.

    `guardians` are the others; `consents`: the guardian's yes is written in the same breath. The same form sent twice
    is one child. Raises NotPossible for a grown-up, for a day to come, and for anybody but a grown member.
    """
    _hold(family)
    made = Member.objects.filter(family=family, form_key=form_key).first()
    if made is not None:
        return made
    ages, day = ages_in(where=family), localdate(at)
    adder = member_of(family=family, person=by, at=at)
    if adder is None or ages.under("adult_from", adder.born_on, day):
        raise NotPossible(_("Det kan kun en voksen i familien gøre."))
    if not given_name.strip():
        raise NotPossible(_("Skriv barnets fornavn."))
    if born_on > day or not ages.under("adult_from", born_on, day):
        raise NotPossible(_("Her kan I kun tage børn med. En voksen får selv en plads af jeres sagsbehandler."))
    municipality = family.municipality
    child = people.register(municipality=municipality, given_name=given_name, made_up=municipality.made_up)
    member = _sits_down(family, child, born_on, form_key, by, at)
    pathways.seat(table=family.table, person=child, role=SeatRole.FAMILY, by=by, at=at)
    for one in {adder.pk: adder, **{other.pk: other for other in guardians}}.values():
        if one.family_id != family.pk or one.left_at is not None or one.born_on is not None:
            raise NotPossible(_("Vælg blandt de voksne i familien."))
        Guardianship.objects.create(**_placed(family), child=member, guardian=one, starts_at=at)
    if consents:
        give_consent(child=member, by=by, at=at)
    return member


def _sits_down(
    family: Family, person: Person, born_on: date | None, form_key: FormKey, by: Actor, at: datetime
) -> Member:
    if Member.objects.filter(person=person, left_at=None).exists():
        raise NotPossible(_("Man kan være med i én families plan ad gangen."))
    if Member.objects.filter(family=family, left_at=None).count() >= LARGEST:
        raise NotPossible(_("Der er plads til %(number)d ved familiens bord.") % {"number": LARGEST})
    placed = _placed(family)
    member = Member.objects.create(
        **placed,
        family=family,
        person=person,
        born_on=born_on,
        joined_at=at,
        added_by_id=by.pk,
        form_key=form_key,
    )
    Part.objects.create(**placed, member=member)
    record(act="family.join", by=by, thing=member, at=at)
    presents_too(member=member, by=by, at=at)
    return member


def _hold(family: Family) -> None:
    """The table before the family: a conversation that is set in the same moment waits, and finds who is there."""
    Table.objects.select_for_update(no_key=True).get(pk=family.table_id)
    Family.objects.select_for_update().get(pk=family.pk)


def _placed(family: Family) -> dict[str, object]:
    return {"table_id": family.table_id, "municipality_id": family.municipality_id}


@transaction.atomic
def leave_family(*, member: Member, by: Actor, at: datetime) -> Member:
    """The member gets up from the family's table. All sharing ends at once, both ways; the own part stays the own.

    Whoever is at the head of a case at that table stays there: it is their own case, and no part of it was shared by
    the family. A child nobody else is guardian of leaves together with its guardian: no child sits there alone.
    Whoever was taken from the table by somebody else gets a letter.
    """
    family = member.family
    _hold(family)
    saved = Member.objects.get(pk=member.pk)
    held = Part.objects.select_for_update(of=("self",)).filter(
        Q(member=saved) | Q(member__guardianships__guardian=saved)
    )
    list(held.order_by("pk"))
    if saved.left_at is not None:
        return saved
    alone = [child for child in _wards(saved, at) if guardians_of(child=child, at=at).count() == 1]
    saved.left_at = max(at, saved.joined_at)
    saved.save(update_fields=["left_at"])
    ended = Q(part__member=saved) | Q(to_member=saved)
    PartShare.objects.filter(ended, ends_at__gt=at).update(ends_at=at)
    guarded = Guardianship.objects.filter(Q(child=saved) | Q(guardian=saved), ends_at=None)
    guarded.update(ends_at=at)
    _gets_up(saved, by, at)
    presents_no_more(member=saved, by=by, at=at)
    record(act="family.leave", by=by, thing=saved, at=at)
    _tell(saved, by, at)
    for child in alone:
        leave_family(member=child, by=by, at=at)
    return saved


def _gets_up(left: Member, by: Actor, at: datetime) -> None:
    seats = Seat.objects.filter(table_id=left.table_id, person_id=left.person_id)
    if at_a_case(family=left.family):
        seats = seats.exclude(role=SeatRole.HEAD)
    for seat in seats.filter(Q(ends_at=None) | Q(ends_at__gt=at)).order_by("pk"):
        pathways.leave_seat(seat=seat, by=by, at=at)


def _tell(left: Member, by: Actor, at: datetime) -> None:
    """Who did not leave by own hand hears of it; a small child hears it from whoever is its guardian."""
    small = ages_in(where=left).group(left.born_on, localdate(at)) == AgeGroup.SMALL
    if by.pk != left.person_id and not small:
        queue(to=left.person, kind=Kind.FAMILY_LEFT, about=left, event=f"family_left:{left.pk}", at=at)


def _wards(guardian: Member, at: datetime) -> list[Member]:
    ages, day = ages_in(where=guardian), localdate(at)
    held = Guardianship.objects.filter(guardian=guardian, ends_at=None).values("child")
    children = Member.objects.filter(pk__in=held, left_at=None).select_related("family").order_by("pk")
    return [child for child in children if ages.under("adult_from", child.born_on, day)]
