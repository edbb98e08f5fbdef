"""A citizen who stands in lines, holds places and has been told no; and others before her in one line. Made up."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.timezone import localdate

from bordenden.foundation.alphabet import sort_key
from bordenden.foundation.ids import new_id
from bordenden.offers import actions as offers
from bordenden.offers.models import Offer, Waiting
from bordenden.offers.words import Area
from bordenden.pathways import actions as pathways
from bordenden.people import actions as people
from bordenden.people.models import Municipality, Person
from bordenden.plans import actions as plans
from bordenden.plans.models import Chosen, Plan, Ruling
from bordenden.programmes.words import Department


@dataclass(frozen=True, slots=True)
class Lines:
    """What she waits for, a place to answer for, what is over, what is to be answered, a letter, a long line."""

    waits: Chosen
    wish: Chosen
    place: Waiting
    over: Chosen
    asked: Chosen
    ruling: Ruling
    long: Offer


def stand(rows: int, plan: Plan, head: Person, coordinator: Person, at: datetime) -> Lines:
    """`rows` lines she stands in, and as many others before her in the first."""
    home = plan.municipality
    long = line_offer(home, "Køen", 0, at)
    for number in range(rows):
        other = people.register(municipality=home, given_name=f"Nr. {number}", made_up=True)
        table = pathways.lay_table(head=other, by=coordinator, at=at)
        offers.join(offer=long, table=table, form_key=new_id(), by=other, at=at)
    waits = _in_line(plan, long, head, at)
    for number in range(rows):
        _in_line(plan, line_offer(home, f"Hold {number} med kø", 0, at), head, at)
    place = _in_line(plan, line_offer(home, "Hold med plads", 1, at), head, at)
    over = _wish(plan, line_offer(home, "Hold, der er slut", None, at), head, at)
    plans.begin_chosen(chosen=over, on=localdate(at), by=head, at=at)
    plans.complete_chosen(chosen=over, on=localdate(at), by=head, at=at)
    told = plans.ask_for(chosen=_wish(plan, line_offer(home, "Hold med nej", 1, at), head, at), by=head, at=at)
    plans.answer_request(chosen=told, granted=False, why="Derfor.", formal=True, by=coordinator, at=at)
    asked = [_wish(plan, line_offer(home, f"Hold {number}, ønsket", 1, at), head, at) for number in range(rows)]
    for wish in asked:
        plans.ask_for(chosen=wish, by=head, at=at)
    assert place.waiting is not None
    wish = _wish(plan, line_offer(home, "Hold til køen", 1, at), head, at)
    return Lines(waits, wish, place.waiting, over, asked[0], Ruling.objects.get(chosen=told), long)


def _in_line(plan: Plan, offer: Offer, head: Person, at: datetime) -> Chosen:
    wish = _wish(plan, offer, head, at)
    return plans.stand_in_line(chosen=wish, form_key=new_id(), by=head, at=at)


def _wish(plan: Plan, offer: Offer, head: Person, at: datetime) -> Chosen:
    return plans.wish(plan=plan, offer=offer, why="Det passer til mig.", form_key=new_id(), by=head, at=at)


def line_offer(home: Municipality, name: str, capacity: int | None, at: datetime) -> Offer:
    begun = at - timedelta(days=90)
    return Offer.objects.create(
        municipality=home,
        area=Area.SOCIAL,
        name=name,
        sort_key=sort_key(name),
        department=Department.SOCIAL,
        place="Torvet 1",
        times="Mandag",
        capacity=capacity,
        contact_name="Rie",
        contact_phone="20 00 00 00",
        written_at=begun,
        published_at=begun,
        form_key=new_id(),
        made_up=True,
    )
