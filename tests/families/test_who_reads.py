"""Whatever the family does, nobody reads a part that is neither own, nor opened now, nor a small child's guarded one.

What the gate says is compared with a plain account of who opened what for whom, kept by the test itself.
"""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import transaction
from django.http import Http404
from hypothesis import given
from hypothesis import strategies as st

from bordenden.access import acts, gate
from bordenden.access.viewer import as_seat
from bordenden.families import actions
from bordenden.families.models import Part
from bordenden.families.words import Ages, PartKind
from bordenden.foundation.rules import NotPossible
from bordenden.pathways import actions as pathways
from bordenden.pathways.models import Seat
from bordenden.pathways.words import LeavingReason, SeatRole
from bordenden.people.models import Person
from tests.cast import MONDAY, Cast, viewer_of
from tests.examples import examples
from tests.families.holms import BORN, WHO, Holms

SHARE = timedelta(days=182)
OUTSIDERS = ("bo", "amina", "niels", "lis", "mie", "sara")
ages = Ages()


def age(name: str, day: date) -> int:
    born = BORN.get(name)
    if born is None:
        return 40
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


@dataclass
class Account:
    """What the test knows of its own: who is there, and what was opened for whom until when."""

    left: set[str] = field(default_factory=set)
    opened: dict[tuple[str, str], datetime] = field(default_factory=dict)
    yes: set[str] = field(default_factory=lambda: set(BORN))

    def may_read(self, reader: str, owner: str, at: datetime) -> bool:
        if reader == owner:
            return True
        if owner in self.left or reader in self.left:
            return False
        if reader in ("jens", "lone") and age(owner, at.date()) < 12:
            return True
        return self.opened.get((owner, reader), at) > at

    def pen(self, owner: str, by: str, at: datetime) -> bool:
        if {owner, by} & self.left or (owner in BORN and age(owner, at.date()) < 18 and owner not in self.yes):
            return False
        return by in ("jens", "lone") if age(owner, at.date()) < 12 else by == owner

    def leave(self, name: str) -> None:
        self.left.add(name)
        if {"jens", "lone"} <= self.left:
            self.left |= {child for child in BORN if age(child, MONDAY.date()) < 18}
        self.opened = {pair: until for pair, until in self.opened.items() if not set(pair) & self.left}

    def ends(self, owner: str, at: datetime) -> datetime:
        """Half a year, or the birthday on which the owner decides anew."""
        ends = at + SHARE
        for years in (12, 18):
            if owner in BORN and age(owner, at.date()) < years:
                ends = min(ends, midnight(BORN[owner].replace(year=BORN[owner].year + years)))
        return ends


def midnight(day: date) -> datetime:
    """Danish midnight: in winter an hour before the British one, in summer two."""
    summer = date(day.year, 3, 31) < day < date(day.year, 10, 25)
    return datetime(day.year, day.month, day.day, tzinfo=UTC) - timedelta(hours=2 if summer else 1)


who = st.sampled_from(WHO)
happenings = st.lists(
    st.one_of(
        st.tuples(st.just("open"), who, who, st.sampled_from([*WHO, "ole"])),
        st.tuples(st.just("close"), who, who, st.sampled_from([*WHO, "ole"])),
        st.tuples(st.just("leave"), who, who, who),
        st.tuples(st.just("withdraw"), st.sampled_from(sorted(BORN)), st.sampled_from(["jens", "lone"]), who),
        st.tuples(st.just("write"), who, who, who),
    ),
    max_size=10,
)


@pytest.mark.requirement("R209")
@examples(25, again=10)
@given(drawn=happenings, days=st.sampled_from([0, 1, 100, 183, 700, 1100, 2000, 3700]))
def test_nobody_ever_reads_what_is_not_own_nor_opened_nor_guarded(
    cast: Cast, holms: Holms, drawn: list[tuple[str, str, str, str]], days: int
) -> None:
    with transaction.atomic():
        account, at = Account(), MONDAY
        for happening in drawn:
            at += timedelta(hours=1)
            _happens(cast, holms, account, happening, at)
        for moment in (at, at + timedelta(days=days)):
            read = {reader: _read_by(holms.of(reader).person, holms, moment) for reader in WHO}
            assert read == {r: [o for o in WHO if account.may_read(r, o, moment)] for r in WHO}
            assert [name for name in OUTSIDERS if _read_by(getattr(cast, name), holms, moment)] == []
            assert _read_by(cast.ole, holms, moment) == [
                o for o in WHO if o not in account.left and account.opened.get((o, "ole"), moment) > moment
            ]
        transaction.set_rollback(True)


def _read_by(person: Person, holms: Holms, at: datetime) -> list[str]:
    """Whose parts the gate lists; that its three ways agree is shown by tests/access/test_gate_families.py."""
    listed = {part.pk for part in gate.reachable(viewer_of(person), acts.PART_READ, at=at)}
    return [name for name in WHO if holms.of(name).part.pk in listed]


def _reads(holms: Holms, reader: str, owner: str, at: datetime) -> bool:
    return _may(holms.of(reader).person, holms.of(owner).part, at)


def _may(person: Person, part: Part, at: datetime) -> bool:
    """By all three ways through the gate, which agree."""
    viewer = viewer_of(person)
    answer = gate.may(viewer, acts.PART_READ, part, at=at)
    assert answer == gate.reachable(viewer, acts.PART_READ, at=at).filter(pk=part.pk).exists()
    try:
        gate.reach(viewer_of(person), acts.PART_READ, part.pk, at=at)
        reached = True
    except Http404:
        reached = False
    assert reached == answer
    return answer


def _happens(cast: Cast, holms: Holms, account: Account, happening: tuple[str, str, str, str], at: datetime) -> None:
    what, owner, by, reader = happening
    member, person = holms.of(owner), holms.of(by).person
    seat = Seat.objects.get(table=cast.holms_table, person=cast.ole, role=SeatRole.COORDINATOR)
    to = seat if reader == "ole" else holms.of(reader)
    try:
        if what == "open":
            here = reader not in account.left and reader != owner
            allowed = account.pen(owner, by, at) and here
            with transaction.atomic():
                actions.open_part(part=member.part, to=to, by=person, at=at)
            account.opened.setdefault((owner, reader), account.ends(owner, at))
        elif what == "close":
            allowed = True
            actions.close_part(part=member.part, to=to, by=person, at=at)
            account.opened.pop((owner, reader), None)
        elif what == "leave":
            allowed = True
            actions.leave_family(member=member, by=member.person, at=at)
            account.leave(owner)
        elif what == "withdraw":
            allowed = not {owner, by} & account.left
            with transaction.atomic():
                actions.withdraw_consent(child=member, by=person, at=at)
            account.yes.discard(owner)
            account.opened = {pair: until for pair, until in account.opened.items() if pair[0] != owner}
        else:
            allowed = account.pen(owner, by, at)
            with transaction.atomic():
                text = f"{at:%d%H%M}"
                said = _version(member.part)
                actions.write_part(
                    part=member.part, kind=PartKind.HOPE, words=text, only_mine=False, version=said, by=person, at=at
                )
        assert allowed
    except NotPossible:
        assert not allowed


def _version(part: Part) -> int:
    newest = part.said.order_by("-version").first()
    return newest.version if newest else 0


@pytest.mark.requirement("R209")
def test_after_the_divorce_nothing_is_shared_either_way_and_the_leaver_keeps_the_own_part(
    cast: Cast, holms: Holms
) -> None:
    for owner, reader in (("jens", "lone"), ("lone", "jens"), ("freja", "jens"), ("jens", "freja")):
        actions.open_part(part=holms.of(owner).part, to=holms.of(reader), by=holms.of(owner).person, at=MONDAY)
    later = MONDAY + timedelta(days=3)
    assert _reads(holms, "jens", "alma", MONDAY)
    actions.leave_family(member=holms.jens, by=cast.jens, at=later)
    assert [owner for owner in WHO if _reads(holms, "jens", owner, later)] == ["jens"]
    assert [reader for reader in WHO if _reads(holms, reader, "jens", later)] == ["jens"]
    assert _reads(holms, "lone", "alma", later)
    viewer = viewer_of(cast.jens)
    assert not gate.may(viewer, acts.PART_WRITE, holms.jens.part, at=later)
    assert not gate.may(viewer, acts.CONSENT_SAY, holms.alma.part, at=later)
    # Coming back brings a new part, and nothing that was opened before.
    again = actions.join(family=holms.family, by=cast.jens, at=later)
    assert again.part != holms.jens.part
    assert not _may(cast.jens, holms.lone.part, later)
    assert not _may(holms.lone.person, again.part, later)


def test_the_birthdays_change_it_by_themselves(holms: Holms) -> None:
    """Alma is eight: her mother reads and writes with her until the day she is twelve, and is her guardian to eighteen."""
    born = BORN["alma"]
    lone, part = viewer_of(holms.lone.person), holms.alma.part
    twelve, grown = midnight(born.replace(year=born.year + 12)), midnight(born.replace(year=born.year + 18))
    second = timedelta(seconds=1)
    for at, may in (
        (MONDAY, [True, True, True]),
        (twelve - second, [True, True, True]),
        (twelve, [False, False, True]),
        (grown - second, [False, False, True]),
        (grown, [False, False, False]),
    ):
        asked = (acts.PART_READ, acts.PART_WRITE, acts.CONSENT_SAY)
        assert [gate.may(lone, act, part, at=at) for act in asked] == may
        assert gate.may(viewer_of(holms.alma.person), acts.PART_READ, part, at=at)
        assert gate.may(viewer_of(holms.alma.person), acts.PART_WRITE, part, at=at) is (at >= twelve)


def test_a_municipality_may_let_a_guardian_read_with_a_young_one_until_fifteen(cast: Cast, holms: Holms) -> None:
    assert not _reads(holms, "lone", "anton", MONDAY)
    actions.set_ages(municipality=cast.fjordby, ages=Ages(12, 14, 18), by=cast.lis, at=MONDAY)
    assert _reads(holms, "lone", "anton", MONDAY)
    assert not _reads(holms, "lone", "freja", MONDAY)
    assert not gate.may(viewer_of(cast.lone), acts.PART_WRITE, holms.anton.part, at=MONDAY)
    for outside in (Ages(9, 12, 18), Ages(12, 16, 18), Ages(13, 12, 18), Ages(12, 12, 19)):
        with pytest.raises(NotPossible):
            actions.set_ages(municipality=cast.fjordby, ages=outside, by=cast.lis, at=MONDAY)


def test_a_seat_that_ends_reads_nothing_more_and_who_comes_after_inherits_nothing(cast: Cast, holms: Holms) -> None:
    seat = Seat.objects.get(table=cast.holms_table, role=SeatRole.COORDINATOR)
    actions.open_part(part=holms.freja.part, to=seat, by=holms.freja.person, at=MONDAY)
    assert _may(cast.ole, holms.freja.part, MONDAY)
    later = MONDAY + timedelta(days=1)
    pathways.change_coordinator(
        table=cast.holms_table, to=cast.bo, because=LeavingReason.ORGANISATION, by=cast.lis, at=later
    )
    assert not _may(cast.ole, holms.freja.part, later)
    assert not _may(cast.bo, holms.freja.part, later)


def test_a_preview_of_a_seat_has_no_way_to_a_part(cast: Cast, holms: Holms) -> None:
    seat = Seat.objects.get(table=cast.holms_table, person=holms.freja.person)
    there = as_seat(seat)
    assert not gate.may(there, acts.PART_READ, holms.freja.part, at=MONDAY)
    assert list(gate.reachable(there, acts.PART_READ, at=MONDAY)) == []


def test_a_childs_seat_opens_nothing_of_a_case(cast: Cast, holms: Holms) -> None:
    """Freja sits for bordenden in the family's plan; the contact log and the assessments there are not hers."""
    freja = viewer_of(holms.freja.person)
    of_the_table = {act.code for _n, act in acts.all_acts() if gate.reachable(freja, act, at=MONDAY).exists()}
    family = {code for code in of_the_table if code.split(".")[0] in ("family", "part", "consent")}
    oneself = {"hours.set", "mentor.self", "notices.set", "password.change", "tables.switch"}
    assert of_the_table - family == {"release.read"} & of_the_table | oneself
    assert "family.read" in family
