"""Who could take whom: continuity first, then room, never above the most, and nobody forgotten."""

from hypothesis import given, settings
from hypothesis import strategies as st

from bordenden.pathways.models import Table
from bordenden.pathways.queries import Placed, ToPlace, Why, place
from bordenden.people.models import Person

STAFF = [Person(given_name=name) for name in ("Bo", "Birthe", "Ole", "Vera")]
BO, BIRTHE, OLE, VERA = STAFF
SOME = st.lists(st.sampled_from(STAFF), max_size=3, unique=True).map(tuple)
CASES = st.lists(
    st.builds(
        lambda runs, before, barred: ToPlace(Table(), "", runs, before, frozenset(barred)), st.booleans(), SOME, SOME
    ),
    max_size=25,
)
LOADS = st.fixed_dictionaries({}, optional={person: st.integers(0, 12) for person in STAFF})


def case(*before: Person, runs: bool = True) -> ToPlace:
    return ToPlace(Table(), "F-1", runs, before)


def placed(cases: list[ToPlace], loads: dict[Person, int], most: int = 90) -> list[Placed]:
    return place(what=cases, loads=loads, most=most, chosen={})


def test_whoever_sat_there_before_comes_first_even_with_more_to_do() -> None:
    cases = [case(), case(OLE, BO), case(BO)]
    told = [(one.to, one.why, one.load) for one in placed(cases, {BO: 5, BIRTHE: 0, OLE: 40})]
    assert told == [(BIRTHE, Why.ROOM, 1), (OLE, Why.BEFORE, 41), (BO, Why.BEFORE, 6)]


def test_at_the_most_continuity_gives_way_and_when_all_are_there_it_is_said() -> None:
    cases = [case(BO), case(BO), case(BO), case(runs=False)]
    told = [(one.to, one.why) for one in placed(cases, {BO: 89, OLE: 89})]
    assert told == [(BO, Why.BEFORE), (OLE, Why.ROOM), (None, Why.ALL_FULL), (BO, Why.ROOM)]


def test_nobody_who_sits_there_as_something_else_and_a_human_may_go_above_the_most() -> None:
    mentors = ToPlace(Table(), "", True, (), frozenset({BO}))
    other = case()
    assert [one.why for one in placed([mentors], {BO: 0})] == [Why.NOBODY]
    told = place(what=[mentors, other], loads={BO: 90}, most=90, chosen={mentors.table: BO, other.table: BO})
    assert [(one.to, one.why, one.load) for one in told] == [(None, Why.NOBODY, 0), (BO, Why.CHOSEN, 91)]


@settings(max_examples=25)
@given(CASES, LOADS, st.integers(0, 14))
def test_everybody_is_placed_or_it_is_said_why_and_nobody_comes_above_the_most(
    cases: list[ToPlace], loads: dict[Person, int], most: int
) -> None:
    told = placed(cases, loads, most)
    assert [one.what for one in told] == cases
    assert told == placed(cases, loads, most)
    after = {person: load + sum(one.what.runs for one in told if one.to == person) for person, load in loads.items()}
    assert all(after[person] <= max(most, load) for person, load in loads.items())
    for one in told:
        free = [person for person in loads if person not in one.what.barred]
        if one.to is None:
            assert one.why == (Why.ALL_FULL if free else Why.NOBODY)
            assert one.what.runs or not free
            assert all(after[person] >= most for person in free)
        else:
            assert one.to in free
            assert (one.to in one.what.before) >= (one.why == Why.BEFORE)


@settings(max_examples=25)
@given(st.integers(0, 60), st.lists(st.integers(0, 12), min_size=1, max_size=4), st.integers(0, 30))
def test_where_continuity_does_not_decide_those_who_get_any_differ_by_at_most_one(
    number: int, loads: list[int], most: int
) -> None:
    before = dict(zip(STAFF, loads, strict=False))
    told = placed([case() for _one in range(number)], before, most)
    got = {one.to for one in told if one.to}
    after = {person: load + sum(one.to == person for one in told) for person, load in before.items()}
    assert all(after[person] - min(after.values()) <= 1 for person in got)
    assert sum(one.to is None for one in told) == max(number - sum(max(most - load, 0) for load in loads), 0)
