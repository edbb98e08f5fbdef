"""The world aalborg: the slide's numbers, on days the rules admit, and nobody real in it."""

from collections import Counter
from random import Random

from bordenden.audit.models import Entry
from bordenden.pathways.models import Enrolment, Exit, Seat
from bordenden.people.models import Person
from bordenden.worlds import aalborg
from bordenden.worlds.crowd import days_between
from bordenden.worlds.officials import ENDS, LAST_REFERRAL, STARTS


def test_two_hundred_begin_and_twenty_six_leave_on_days_the_rules_admit(db: None) -> None:
    """Referred and begun in the period; left after the beginning and before the end."""
    world = aalborg.build()
    enrolments = list(Enrolment.objects.order_by("pk"))
    assert len(enrolments) == 200
    assert all(STARTS <= one.referred_on <= LAST_REFERRAL for one in enrolments)
    assert all(one.activated_on is not None and one.activated_on >= one.referred_on for one in enrolments)
    assert {one.target_group for one in enrolments} == {"LAB § 2 nr. 3"}
    exits = list(Exit.objects.select_related("enrolment").order_by("pk"))
    assert len(exits) == 26
    assert all((one.enrolment.activated_on or ENDS) < one.on <= ENDS for one in exits)
    assert len({one.on for one in exits}) > 15
    assert Counter(one.reason for one in exits)["ordinary_job"] == 6
    assert len(world.advisers) == 5


def test_every_table_has_its_head_its_adviser_and_one_entry_in_the_audit(db: None) -> None:
    """Five advisers with forty each; one `world.build` a table."""
    world = aalborg.build()
    coordinators = Counter(Seat.objects.filter(role="coordinator").values_list("person_id", flat=True))
    assert coordinators == dict.fromkeys((one.pk for one in world.advisers), 40)
    assert Seat.objects.filter(role="head").count() == 200
    assert Entry.objects.filter(act="world.build").count() == 200


def test_nobody_in_it_is_real_and_all_say_so(db: None) -> None:
    """Every person is marked and named as made up."""
    aalborg.build()
    assert not Person.objects.filter(made_up=False).exists()
    assert all("(opdigtet)" in person.name for person in Person.objects.order_by("pk"))


def test_it_is_the_same_world_each_time() -> None:
    """From a fixed seed: the drawn days come out the same."""
    first, second = (days_between(Random(aalborg.SEED), STARTS, LAST_REFERRAL, 200) for _ in range(2))
    assert first == second
    assert len(first) == 200
