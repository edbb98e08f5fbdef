"""Where the offers of the story stand, for the tests of their pages."""

from uuid import uuid4

from django.urls import reverse

from bordenden.foundation.alphabet import sort_key
from bordenden.offers.models import Event, Offer, found_by
from bordenden.offers.words import Area
from tests.cast import MONDAY, Cast


def offered(story: Cast, starter: str) -> Offer:
    """Fjordby's own copy of an item of the starter set."""
    return Offer.objects.get(municipality=story.fjordby, starter=starter)


def evening(story: Cast) -> Event:
    """The first that happens in Fjordby."""
    return Event.objects.filter(municipality=story.fjordby).order_by("starts_at", "pk")[0]


def of_amina(story: Cast, page: str, *args: object) -> str:
    """The address of a page at her table."""
    return reverse(page, args=[story.aminas_table.pk, *args])


def many(story: Cast, number: int) -> None:
    """So many more in Fjordby's catalogue."""
    made = []
    for count in range(number):
        name = f"Fælles hold {count:03}"
        offer = Offer(
            municipality=story.fjordby,
            area=list(Area)[count % 4],
            name=name,
            sort_key=sort_key(name),
            about="Vi mødes og laver noget sammen. Du kan komme, som du er. " * 4,
            department="social",
            place="Torvet 1",
            capacity=4,
            written_at=MONDAY,
            published_at=MONDAY,
            form_key=uuid4(),
            made_up=True,
        )
        for column, key in found_by(offer).items():
            setattr(offer, column, key)
        made.append(offer)
    Offer.objects.bulk_create(made)
