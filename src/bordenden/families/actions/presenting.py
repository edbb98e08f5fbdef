"""Writes about who presents the own part in a conversation at the family's table: an agenda item for each."""

from datetime import datetime

from django.db import transaction

from bordenden.audit.actions import Actor
from bordenden.families.models import Member
from bordenden.families.queries import at_the_table, family_at
from bordenden.meetings import actions as meetings
from bordenden.meetings.queries import next_conversation
from bordenden.pathways.models import Table


@transaction.atomic
def each_presents(*, table: Table, by: Actor, at: datetime) -> int:
    """Where a family has a conversation ahead, each of them has an item on its agenda. Gives how many there are.

    Call it where a conversation was set or noted. At another table, and where nothing is planned, it does nothing.
    """
    family = family_at(table=table)
    if family is None or next_conversation(table=table, at=at) is None:
        return 0
    sitting = list(at_the_table(family=family, at=at))
    for member in sitting:
        meetings.present_own_part(table=table, presenter=member.person, by=by, at=at)
    return len(sitting)


def presents_too(*, member: Member, by: Actor, at: datetime) -> None:
    """Who has come to the table presents the own part in the conversation that is planned, if one is."""
    table = member.table
    if next_conversation(table=table, at=at) is not None:
        meetings.present_own_part(table=table, presenter=member.person, by=by, at=at)


def presents_no_more(*, member: Member, by: Actor, at: datetime) -> None:
    """Who has left presents nothing."""
    meetings.take_own_part_off(table=member.table, presenter=member.person, by=by, at=at)
