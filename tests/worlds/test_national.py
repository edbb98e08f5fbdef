"""The world national, small: thirty made-up municipalities, lives inside the period, the same each time."""

from datetime import date, timedelta
from inspect import signature

import pytest
from django.db import transaction

from bordenden.assessments.models import Answer, Sheet
from bordenden.audit.models import Entry as AuditEntry
from bordenden.contactlog.models import Entry
from bordenden.pathways.models import Enrolment, Exit, Seat
from bordenden.people.models import Municipality, Person
from bordenden.worlds import national
from bordenden.worlds.officials import ENDS, LAST_REFERRAL, STARTS

SMALL = 90


def test_thirty_municipalities_share_all_participants(db: None) -> None:
    """As many as were asked for; every place has some."""
    world = national.build(participants=SMALL)
    sizes = [Enrolment.objects.filter(project=project).count() for project in world.projects]
    assert (len(sizes), sum(sizes), min(sizes) > 0) == (30, SMALL, True)
    assert Seat.objects.filter(role="head").count() == SMALL
    assert AuditEntry.objects.filter(act="world.build").count() == SMALL


def test_unless_told_otherwise_it_is_as_many_as_took_part_in_the_country() -> None:
    """The figure of the programme itself; `make world WORLD=national` asks for no other."""
    assert (national.PARTICIPANTS, signature(national.build).parameters["participants"].default) == (3748, 3748)
    assert timedelta(days=2 * 365) <= ENDS - STARTS


@pytest.mark.once
def test_nothing_happens_outside_the_period_or_before_the_course_began(db: None) -> None:
    """Referral, answers, contacts and exits: for up to a year from the beginning, and never after the end."""
    national.build(participants=SMALL)
    began = {}
    for enrolment in Enrolment.objects.order_by("pk"):
        assert enrolment.activated_on is not None
        assert STARTS <= enrolment.referred_on <= LAST_REFERRAL
        began[enrolment.table_id] = enrolment.activated_on
    days: list[tuple[date, date]] = [
        *((began[one.table_id], one.started_at.date()) for one in Sheet.objects.order_by("pk")),
        *((began[one.table_id], one.happened_at.date()) for one in Entry.objects.order_by("pk")),
    ]
    assert all(begin <= day <= ENDS and (day - begin).days <= 365 for begin, day in days)
    assert all(began[one.table_id] < one.on <= ENDS for one in Exit.objects.order_by("pk"))
    assert Answer.objects.count() == 20 * Sheet.objects.count() > 20 * SMALL


@pytest.mark.once
def test_it_says_of_itself_that_it_is_made_up(db: None) -> None:
    """People, places, programme and every line written."""
    world = national.build(participants=SMALL)
    assert not Person.objects.filter(made_up=False).exists()
    assert all("(opdigtet)" in place.name for place in Municipality.objects.order_by("pk"))
    assert "opdigtede personer og tal" in world.programme.name
    assert all(entry.summary.startswith("Opdigtet: ") for entry in Entry.objects.order_by("pk"))


@pytest.mark.once
def test_it_is_the_same_world_each_time(db: None) -> None:
    """Built, thrown away and built again: the same courses on the same days, under the same ids."""
    built = []
    for _ in range(2):
        with transaction.atomic():
            national.build(participants=SMALL)
            built.append(list(Enrolment.objects.order_by("pk").values_list("pk", "reference", "activated_on")))
            transaction.set_rollback(True)
    assert built[0] == built[1]
    assert len(built[0]) == SMALL
