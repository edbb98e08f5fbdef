"""A catalogue of five hundred, and what one citizen has found in it: kept, compared, wished for, gone to. Made up."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.timezone import localdate

from bordenden.foundation.alphabet import sort_key
from bordenden.foundation.ids import new_id
from bordenden.offers import actions as offers
from bordenden.offers.models import Catalogue, Event, Material, Offer, StartDate, found_by
from bordenden.offers.words import Area, OfferKind
from bordenden.people.models import Municipality, Person
from bordenden.plans import actions as plans
from bordenden.plans.models import Chosen, Plan
from bordenden.programmes.words import Department

OFFERS, EVENTS, ABOUT = 500, 50, "Vi mødes en gang om ugen. Du kan komme, som du er, og du kan tage en med. " * 4

# A name of their own: what other parts of a scene lay has a line, and costs a query more.
NAMED = "Kursus"


@dataclass(frozen=True, slots=True)
class Finds:
    """An offer nobody has wished for, and a wish that can be taken back."""

    offer: Offer
    wish: Chosen


def find(rows: int, plan: Plan, head: Person, at: datetime) -> Finds:
    """`rows` kept, wished for and gone to; two lie side by side."""
    home = plan.municipality
    catalogue = _catalogue(home, at)
    table = plan.table
    for offer in catalogue[:rows]:
        offers.save(table=table, offer=offer, by=head, at=at)
    for offer in catalogue[:2]:
        offers.lay_beside(table=table, offer=offer, by=head, at=at)
    wishes = [
        plans.wish(plan=plan, offer=offer, why="Det passer til mig.", form_key=new_id(), by=head, at=at)
        for offer in catalogue[60 : 60 + rows]
    ]
    for event in Event.objects.filter(municipality=home).order_by("starts_at", "pk")[:rows]:
        offers.attend(table=table, event=event, coming=True, by=head, at=at)
    offers.show_offers(
        table=table,
        offers=catalogue[:rows],
        on=localdate(at) - timedelta(days=1),
        in_a_group=False,
        form_key=new_id(),
        by=head,
        at=at,
    )
    return Finds(catalogue[-1], wishes[0])


def _catalogue(home: Municipality, at: datetime) -> list[Offer]:
    """Filled once; every scene of the municipality looks in the same."""
    if not Catalogue.objects.filter(municipality=home).exists():
        Catalogue.objects.create(municipality=home, begun_at=at, opened_at=at)
        made = [_offer(home, number, at) for number in range(OFFERS)]
        Offer.objects.bulk_create(made)
        StartDate.objects.bulk_create(
            [StartDate(offer=offer, on=localdate(at) + timedelta(days=9)) for offer in made[::3]]
        )
        Event.objects.bulk_create([_event(home, number, at) for number in range(EVENTS)])
        Material.objects.bulk_create([_text(home, number, at) for number in range(EVENTS)])
    return list(Offer.objects.filter(municipality=home, name__startswith=NAMED).order_by("sort_key", "pk"))


def _offer(home: Municipality, number: int, at: datetime) -> Offer:
    offer = Offer(
        municipality=home,
        area=list(Area)[number % 4],
        kind=list(OfferKind)[number % 5 == 0],
        name=f"{NAMED} {number:03} i nærheden",
        sort_key=sort_key(f"{NAMED} {number:03} i nærheden"),
        about=ABOUT,
        for_whom="Alle, der har lyst.",
        provider="Foreningen Fjord",
        department=Department.SOCIAL,
        place=f"Gade {number}, Fjordby",
        times="Mandag kl. 10–12",
        capacity=None if number % 7 == 0 else 8,
        cost=1000,
        contact_name="Rie",
        contact_phone="20 00 00 00",
        contact_hours="hverdage 9–12",
        in_a_group=number % 2 == 0,
        written_at=at,
        published_at=at,
        form_key=new_id(),
        made_up=True,
    )
    for column, key in found_by(offer).items():
        setattr(offer, column, key)
    return offer


def _text(home: Municipality, number: int, at: datetime) -> Material:
    title = f"Sådan nummer {number}"
    return Material(
        municipality=home,
        title=title,
        sort_key=sort_key(title),
        text="\n\n".join([ABOUT[:300]] * 6),
        written_at=at,
        published_at=at,
        form_key=new_id(),
        made_up=True,
    )


def _event(home: Municipality, number: int, at: datetime) -> Event:
    starts = at + timedelta(days=number + 1)
    return Event(
        municipality=home,
        area=list(Area)[number % 4],
        name=f"Aften {number}",
        about=ABOUT,
        for_whom="Alle",
        place="Torvet 1",
        starts_at=starts,
        ends_at=starts + timedelta(hours=2),
        written_at=at,
        published_at=at,
        form_key=new_id(),
        made_up=True,
    )
