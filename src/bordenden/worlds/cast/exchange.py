"""What Amina writes with Bo and Mie, a letter she shows Bo and one Mie laid there; Jens and Freja. All made up."""

from datetime import timedelta

from bordenden.exchange import actions
from bordenden.exchange.content import taken_in
from bordenden.foundation.ids import new_id
from bordenden.pathways.models import Seat
from bordenden.worlds.cast.people import Cast

# The smallest PDF there is: one empty page.
EMPTY_PAGE = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
)
TOLD = (
    ("bos_seat", "amina", "Hej Bo. Må jeg tage min søster med på torsdag?", 50),
    ("bos_seat", "bo", "Hej Amina. Ja, meget gerne. Du bestemmer, hvem der er med.", 26),
    ("mies_seat", "amina", "Hej Mie. Kan du gå med mig hen på skolen?", 20),
    ("mies_seat", "mie", "Ja. Jeg kan onsdag eller fredag. Hvad passer dig bedst?", 4),
)
AT_HOME = (
    ("Jens", "Hej Freja. Skal vi tage i skoven på søndag?", 30),
    ("Freja", "Ja, hvis vi kan være hjemme til håndbold kl. 15.", 28),
)
# What, who lays it, for whom to see, how many hours ago; each ends in something of its own.
LAID = (
    ("Brev fra skolen.pdf", "amina", "bos_seat", 30, b""),
    ("Bustider til skolen.pdf", "mie", "mies_seat", 3, b"%"),
)


def build_exchange(cast: Cast) -> None:
    """Three threads, each answered, and two files."""
    for seat, name, words, hours in TOLD:
        by, at = getattr(cast, name), cast.at - timedelta(hours=hours)
        thread = actions.begin(seat=getattr(cast, seat), by=cast.amina, at=at)
        actions.send(thread=thread, words=words, form_key=new_id(), by=by, at=at)
    for name, who, seat, hours, end in LAID:
        actions.put(
            table=cast.aminas_table,
            name=name,
            content=taken_in(EMPTY_PAGE + end),
            seats=[getattr(cast, seat)],
            form_key=new_id(),
            by=getattr(cast, who),
            at=cast.at - timedelta(hours=hours),
        )
    _at_home(cast)


def _at_home(cast: Cast) -> None:
    """A father begins, and his daughter answers."""
    freja = Seat.objects.select_related("person").get(table=cast.holms_table, person__given_name="Freja")
    for name, words, hours in AT_HOME:
        by, at = cast.jens if name == "Jens" else freja.person, cast.at - timedelta(hours=hours)
        thread = actions.begin(seat=freja, by=cast.jens, at=at)
        actions.send(thread=thread, words=words, form_key=new_id(), by=by, at=at)
