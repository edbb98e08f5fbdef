"""The gate at a family's table: SQL, memory and `reach` agree for every stay, birthday, guardianship and opening."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bordenden.access import gate
from bordenden.families.models import Family, Guardianship, Member, Part, PartShare
from bordenden.pathways.models import Seat
from bordenden.people.models import Person
from tests.access.test_gate import DAYS, DECIDED, _reaches, undone
from tests.cast import Cast, viewer_of
from tests.examples import examples
from tests.families.holms import Holms, seat_the_holms

BIRTHS = [None, *(DAYS[4] - timedelta(days=round(365.2425 * years)) for years in (3, 11.9, 12.1, 17.9, 18.1))]
ABOUT_A_FAMILY = [act for act in DECIDED if act.on in (Family, Part)]

moments = st.sampled_from(DAYS)
members = st.integers(0, 4)
stays = st.lists(st.tuples(members, moments, st.none() | moments), max_size=3)
born = st.lists(st.sampled_from(BIRTHS), min_size=5, max_size=5)
wards = st.lists(st.tuples(members, members, moments, moments), max_size=4)
# Whose part; whom it is opened for (a member, or any seat there is, also at another table); from when to when.
openings = st.lists(st.tuples(members, st.booleans(), st.integers(0, 30), moments, moments), max_size=5)


@examples(12, again=5)
@given(stays=stays, born=born, wards=wards, openings=openings, at=moments)
def test_sql_memory_and_reach_agree_about_the_family_and_every_part(
    cast: Cast,
    stays: list[tuple[int, datetime, datetime | None]],
    born: list[datetime | None],
    wards: list[tuple[int, int, datetime, datetime]],
    openings: list[tuple[int, bool, int, datetime, datetime]],
    at: datetime,
) -> None:
    with undone():
        holms = seat_the_holms(cast)
        people = _lay(holms, stays, born, wards, openings)
        parts = list(Part.objects.select_related("member").order_by("pk"))
        for person in [*people, cast.ole, cast.bo, cast.mie, cast.niels]:
            viewer = viewer_of(person)
            for act in ABOUT_A_FAMILY:
                things = [holms.family] if act.on is Family else parts
                in_memory = {one.pk for one in things if gate.may(viewer, act, one, at=at)}
                in_sql = {one.pk for one in gate.reachable(viewer, act, at=at)}
                reached = {one.pk for one in things if _reaches(viewer_of(person), act, one, at)}
                assert in_memory == in_sql == reached, (person.name, act.code)


def _lay(
    holms: Holms,
    stays: list[tuple[int, datetime, datetime | None]],
    born: list[datetime | None],
    wards: list[tuple[int, int, datetime, datetime]],
    openings: list[tuple[int, bool, int, datetime, datetime]],
) -> list[Person]:
    """Written past the actions, as if any way had let it in."""
    circle = [holms.jens, holms.lone, holms.freja, holms.anton, holms.alma]
    seats = list(Seat.objects.order_by("pk"))
    placed = {"table": holms.family.table, "municipality": holms.family.municipality}
    for member, day in zip(circle, born, strict=True):
        member.born_on = day.date() if day else None
        member.save(update_fields=["born_on"])
    for which, first, last in stays:
        joined, left = sorted((first, last)) if last else (first, None)
        Member.objects.filter(pk=circle[which].pk).update(joined_at=joined, left_at=left)
    for child, guardian, first, last in wards:
        if child != guardian:
            start, end = sorted((first, last))
            Guardianship.objects.create(
                **placed, child=circle[child], guardian=circle[guardian], starts_at=start, ends_at=end
            )
    for owner, to_member, which, first, last in openings:
        start, end = sorted((first, last))
        to = {"to_member": circle[which % 5]} if to_member else {"to_seat": seats[which % len(seats)]}
        by = circle[owner].person
        PartShare.objects.create(**placed, part=circle[owner].part, shared_by=by, starts_at=start, ends_at=end, **to)
    return [member.person for member in circle]
