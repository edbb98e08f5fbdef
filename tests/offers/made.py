"""Offers, and tables to stand in line for them, as the tests of the line need them. All of it is made up."""

from datetime import timedelta
from uuid import uuid4

from bordenden.offers import actions
from bordenden.offers.models import Offer
from bordenden.offers.words import Area, OfferKind
from bordenden.pathways import actions as pathways
from bordenden.pathways.models import Table
from bordenden.people import actions as people
from bordenden.people.models import Person
from bordenden.programmes.words import Department
from tests.cast import MONDAY, Cast

BEGUN = MONDAY - timedelta(days=100)


def offer_of(cast: Cast, *, capacity: int | None = 2, kind: OfferKind = OfferKind.ACTIVITY, name: str = "") -> Offer:
    """A published offer of Fjordby."""
    return Offer.objects.create(
        municipality=cast.fjordby,
        area=Area.HEALTH,
        kind=kind,
        name=name or "Gåtur om morgenen",
        sort_key="gåtur om morgenen",
        department=Department.HEALTH,
        capacity=capacity,
        written_at=BEGUN,
        published_at=BEGUN,
        form_key=uuid4(),
        made_up=True,
    )


def tables_of(cast: Cast, number: int) -> list[tuple[Person, Table]]:
    """So many citizens, each at the head of a table."""
    made = []
    for place in range(number):
        head = people.register(municipality=cast.fjordby, given_name=f"Borger {place}", made_up=True)
        made.append((head, pathways.lay_table(head=head, by=cast.ole, at=BEGUN)))
    return made


def filled(cast: Cast, offer: Offer, *, held: int, waits: int = 0) -> None:
    """All came 60 days ago: `held` have a place, `waits` stand in line, and three went, so a place takes 20 days."""
    came, left, took = (MONDAY - timedelta(days=days) for days in (60, 40, 39))
    line = [
        (actions.join(offer=offer, table=table, form_key=uuid4(), by=head, at=came), head)
        for head, table in tables_of(cast, 3 + held + waits)
    ]
    for waiting, head in line[:3]:
        actions.decline(waiting=waiting, by=head, at=left)
    for waiting, head in line[3 : 3 + held]:
        actions.take(waiting=waiting, by=head, at=took)
