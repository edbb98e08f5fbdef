"""Fjordby's catalogue: eighteen offers in all areas, drafts, two events, and Gry who keeps it. All of it is made up."""

from datetime import datetime, timedelta
from typing import Final

from django.utils.timezone import localdate, localtime

from bordenden.foundation.ids import new_id
from bordenden.offers import actions
from bordenden.offers.actions import EventSaid
from bordenden.offers.models import Catalogue, Material, Offer, StartDate, found_by
from bordenden.offers.queries import published
from bordenden.offers.words import Area, Category
from bordenden.pathways.models import Table
from bordenden.people import actions as people
from bordenden.people.models import Person
from bordenden.programmes import actions as programmes
from bordenden.programmes.words import OfficeRole
from bordenden.worlds.cast.people import Cast

OPENED = timedelta(days=170)
# The starter's code: (place, times, capacity, cost a participant in kroner, contact); all of it invented.
FILLED: Final[dict[str, tuple[str, str, int | None, int, str]]] = {
    "praktik-natur": ("Fjordparken", "Mandag og onsdag kl. 9–13", 1, 4200, "Tue Vang"),
    "praktik-byggeri": ("Værkstedet, Havnegade 4", "Tirsdag og torsdag kl. 8–12", 4, 5100, "Tue Vang"),
    "praktik-omsorg": ("Børnehaven Solsikken", "Efter aftale", 2, 3900, "Rie Bak"),
    "virksomhedskonsulent": ("Hvor du vil", "Efter aftale", 12, 2600, "Rie Bak"),
    "snuseforloeb": ("Fjordby Fagskole", "En til tre dage kl. 9–14", None, 800, "Ulla Rask"),
    "laese-skrive-regne": ("Voksenskolen, Skolegade 2", "Mandag og torsdag kl. 10–12", 8, 6400, "Ulla Rask"),
    "uddannelsesvejledning": ("UU Fjordby, Torvet 1", "Efter aftale", None, 0, "Ulla Rask"),
    "sundhedssamtaler": ("Sundhedshuset, Parkvej 3", "Efter aftale", 10, 3100, "Dorte Hede"),
    "uro-og-tunge-tanker": ("Sundhedshuset, Parkvej 3", "Tirsdag kl. 13–15 i ti uger", 8, 4800, "Dorte Hede"),
    "socialpsykiatri": ("Huset på Parkvej", "Hverdage kl. 10–16", 15, 9200, "Ib Skov"),
    "soevn-mad-bevaegelse": ("Sundhedshuset, Parkvej 3", "Onsdag kl. 10–12 i otte uger", 10, 2900, "Dorte Hede"),
    "stoette-hjemme": ("Hjemme hos dig", "Efter aftale", 20, 8700, "Ib Skov"),
    "social-mentor": ("Hvor du vil", "Efter aftale", 6, 7500, "Rie Bak"),
    "familieraadgivning": ("Familiehuset, Åvej 8", "Hverdage kl. 9–15", None, 2200, "Eva Lund"),
    "alkohol-og-stoffer": ("Rådgivningen, Stien 5", "Hverdage kl. 9–15", 25, 9900, "Ib Skov"),
    "tryg-bolig": ("Borgerservice, Torvet 1", "Torsdag kl. 14–17", None, 1500, "Ib Skov"),
    "gaeld": ("Frivilligcentret, Havnegade 9", "Onsdag kl. 16–18", None, 300, "Per Mose"),
    "forening-og-sport": ("Klubber i Fjordby", "Efter aftale", None, 600, "Per Mose"),
}
DRAFTS: Final = ("foraeldrekursus", "studiebolig", "besoegsven")
PHONES: Final = {
    "Tue Vang": "20 00 00 41",
    "Rie Bak": "20 00 00 42",
    "Ulla Rask": "20 00 00 43",
    "Dorte Hede": "20 00 00 44",
    "Ib Skov": "20 00 00 45",
    "Eva Lund": "20 00 00 46",
    "Per Mose": "20 00 00 47",
}
# Code: days from the story's moment on which it begins.
STARTS: Final = {"laese-skrive-regne": (14, 42), "uro-og-tunge-tanker": (9,), "soevn-mad-bevaegelse": (16,)}


def build_catalogue(cast: Cast) -> None:
    """The starter set of the house; Fjordby's copies filled in and published; three drafts; what happens soon."""
    at = cast.at - OPENED
    actions.import_starter(content=actions.SHIPPED.read_bytes(), by=cast.stine, at=at)
    _seat_gry(cast, at)
    for place, leader in ((cast.fjordby, cast.lis), (cast.bakkeby, cast.niels)):
        actions.begin_catalogue(municipality=place, by=leader, at=at)
    catalogue = Catalogue.objects.get(municipality=cast.fjordby)
    actions.copy_starters(catalogue=catalogue, codes=[*FILLED, *DRAFTS], by=cast.lis, at=at)
    _fill(cast, at)
    actions.open_catalogue(catalogue=catalogue, by=cast.lis, at=at)
    _materials(cast, catalogue, at)
    _events(cast)
    _around_amina(cast)


def _seat_gry(cast: Cast, at: datetime) -> None:
    """She keeps the catalogue and sits at no table."""
    gry = people.register(
        municipality=cast.fjordby,
        given_name="Gry",
        family_name="Dam",
        phone="20 00 00 14",
        title="Ansvarlig for mulighederne",
        reachable="man–fre 9–15",
        made_up=True,
    )
    programmes.give_office(person=gry, role=OfficeRole.KEEPER, municipality=cast.fjordby, at=at)
    people.give_demo_login(person=gry, username="gry", order=20, line="Passer Fjordbys muligheder")


def _fill(cast: Cast, at: datetime) -> None:
    """What a municipality writes itself, all at once: one by one would cost every test its time."""
    offers = list(Offer.objects.filter(municipality=cast.fjordby).order_by("pk"))
    starts = []
    for offer in offers:
        offer.made_up = True
        if offer.starter not in FILLED:
            continue
        offer.place, offer.times, offer.capacity, offer.cost, offer.contact_name = FILLED[offer.starter]
        offer.contact_phone, offer.contact_hours = PHONES[offer.contact_name], "hverdage 9–12"
        offer.published_at = at
        for column, key in found_by(offer).items():
            setattr(offer, column, key)
        days = STARTS.get(offer.starter, ())
        starts += [StartDate(offer=offer, on=localdate(cast.at) + timedelta(days=day)) for day in days]
    Offer.objects.bulk_update(
        offers,
        [
            "made_up",
            "place",
            "times",
            "capacity",
            "cost",
            "contact_name",
            "contact_phone",
            "contact_hours",
            "published_at",
            "search_text",
            "place_key",
        ],
    )
    StartDate.objects.bulk_create(starts)


def _events(cast: Cast) -> None:
    """A guidance evening next week and a fair in a month."""
    for days, hour, hours, said in (
        (8, 16, 2, ("Aften om uddannelse", "UU Fjordby, Torvet 1", "Hør om skoler i nærheden. Spørg vejlederne.")),
        (
            30,
            10,
            5,
            ("Job- og uddannelsesmesse", "Fjordhallen", "Mød skoler og arbejdspladser. Du kan følges med en."),
        ),
    ):
        starts = (localtime(cast.at) + timedelta(days=days)).replace(hour=hour, minute=0, second=0, microsecond=0)
        name, place, about = said
        event = actions.write_event(
            municipality=cast.fjordby,
            said=EventSaid(
                name=f"{name} (opdigtet)",
                area=Area.EDUCATION,
                place=place,
                about=about,
                for_whom="Alle, der er nysgerrige. Du må tage en med.",
                contact="Ulla Rask, 20 00 00 43",
                starts_at=starts,
                ends_at=starts + timedelta(hours=hours),
            ),
            form_key=new_id(),
            by=cast.lis,
            at=cast.at - timedelta(days=5),
            made_up=True,
        )
        actions.publish_event(event=event, by=cast.lis, at=cast.at - timedelta(days=4))


def _materials(cast: Cast, catalogue: Catalogue, at: datetime) -> None:
    """The national texts, all published but one."""
    actions.copy_materials(catalogue=catalogue, by=cast.lis, at=at)
    texts = Material.objects.filter(municipality=cast.fjordby)
    texts.update(made_up=True)
    texts.exclude(starter="soevn").update(published_at=at)


def _around_amina(cast: Cast) -> None:
    """Bo went through some of it with her last week; she misses a place where her children can come along."""
    on = (cast.at - timedelta(days=9)).date()
    offers = published(municipality=cast.fjordby, at=cast.at)
    shown = [one for one in offers if one.starter in ("praktik-omsorg", "soevn-mad-bevaegelse", "forening-og-sport")]
    actions.show_offers(
        table=cast.aminas_table,
        offers=shown,
        on=on,
        in_a_group=False,
        form_key=new_id(),
        by=cast.bo,
        at=cast.at - timedelta(days=9),
    )
    words = "Et sted, hvor mine børn kan være med, mens jeg laver noget."
    say_network(cast.aminas_table, words, by=cast.amina, at=cast.at - timedelta(days=4))


def say_network(table: Table, words: str, *, by: Person, at: datetime) -> None:
    """Somebody misses a place to be with others."""
    actions.say_need(
        table=table, words=words, area=Area.SOCIAL, category=Category.NETWORK, form_key=new_id(), by=by, at=at
    )
