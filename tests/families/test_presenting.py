"""Each presents the own part: an item a member on the agenda, kept up as they come and go, in the heads' order."""

from datetime import date, timedelta

import pytest

from bordenden.families import actions
from bordenden.families.queries import at_the_table
from bordenden.foundation.ids import new_id
from bordenden.foundation.rules import NotPossible
from bordenden.meetings import actions as meetings
from bordenden.meetings.models import AgendaItem, Conversation
from bordenden.meetings.queries import agenda_of
from bordenden.meetings.words import Where
from tests.cast import MONDAY, Cast
from tests.families.holms import Holms

DAY = timedelta(days=1)
CHILDREN = ["Freja", "Anton", "Alma"]


def meet(cast: Cast, days: int = 2) -> Conversation:
    """Ole sets a day, as the doors do it."""
    made = meetings.arrange(
        table=cast.holms_table,
        starts_at=MONDAY + days * DAY,
        place=Where.HOME,
        form_key=new_id(),
        by=cast.ole,
        at=MONDAY,
    )
    actions.each_presents(table=cast.holms_table, by=cast.ole, at=MONDAY)
    return made


def names(holms: Holms) -> list[str]:
    """Everybody in the order they sit; two who came in the same moment may sit either way."""
    return [one.person.given_name for one in at_the_table(family=holms.family, at=MONDAY)]


def presents(conversation: Conversation) -> list[str]:
    return [item.words.split()[0] for item in agenda_of(conversation=conversation, at=MONDAY)]


@pytest.mark.requirement("R200")
def test_each_of_the_family_has_an_item_who_comes_gets_one_and_who_leaves_has_none(cast: Cast, holms: Holms) -> None:
    assert actions.each_presents(table=cast.holms_table, by=cast.ole, at=MONDAY) == 0
    talk = meet(cast)
    everybody = names(holms)
    assert presents(talk) == everybody
    assert sorted(everybody) == sorted(["Jens", "Lone", *CHILDREN])
    assert {item.words for item in agenda_of(conversation=talk, at=MONDAY)} == {
        f"{name} fortæller om sin del" for name in everybody
    }
    assert actions.each_presents(table=cast.holms_table, by=cast.lone, at=MONDAY) == 5
    assert presents(talk) == everybody
    born = date(2019, 5, 1)
    actions.add_child(
        family=holms.family, given_name="Villy", born_on=born, form_key=new_id(), by=cast.lone, at=MONDAY
    )
    assert presents(talk) == [*everybody, "Villy"]
    actions.leave_family(member=holms.jens, by=cast.jens, at=MONDAY)
    assert presents(talk) == ["Lone", "Freja", "Anton", "Alma", "Villy"]


def test_the_heads_put_them_in_order_and_the_coordinator_takes_nobody_off(cast: Cast, holms: Holms) -> None:
    talk = meet(cast)
    item = AgendaItem.objects.get(put_by=holms.alma.person)
    for _step in range(4):
        meetings.move_item(item=item, up=True, by=cast.lone, at=MONDAY)
    assert presents(talk) == ["Alma", *(name for name in names(holms) if name != "Alma")]
    with pytest.raises(NotPossible):
        meetings.move_item(item=item, up=False, by=cast.ole, at=MONDAY)
    with pytest.raises(NotPossible):
        meetings.remove_item(item=item, by=holms.freja.person, at=MONDAY)
    with pytest.raises(NotPossible):
        meetings.withdraw_item(item=item, by=cast.ole, at=MONDAY)
    meetings.remove_item(item=item, by=cast.jens, at=MONDAY)
    actions.leave_family(member=holms.lone, by=cast.lone, at=MONDAY)
    assert presents(talk) == ["Jens", "Freja", "Anton"]


def test_what_was_not_reached_waits_and_what_was_told_is_told_anew_the_next_time(cast: Cast, holms: Holms) -> None:
    first, second = meet(cast, 0), meet(cast, 7)
    told = [item for item in agenda_of(conversation=first, at=MONDAY) if item.words.startswith(("Jens", "Alma"))]
    meetings.note(
        conversation=first,
        version=0,
        summary="To fortalte.",
        talked_about=told,
        form_key=new_id(),
        by=cast.ole,
        at=MONDAY,
    )
    assert presents(second) == ["Lone", "Freja", "Anton"]
    assert actions.each_presents(table=cast.holms_table, by=cast.ole, at=MONDAY) == 5
    assert presents(second) == ["Lone", "Freja", "Anton", "Jens", "Alma"]
    assert len(told) == 2


def test_no_other_table_has_such_items(cast: Cast, holms: Holms) -> None:
    meetings.arrange(
        table=cast.aminas_table, starts_at=MONDAY + DAY, place=Where.PHONE, form_key=new_id(), by=cast.bo, at=MONDAY
    )
    assert actions.each_presents(table=cast.aminas_table, by=cast.bo, at=MONDAY) == 0
    assert AgendaItem.objects.count() == 0
