"""What Amina writes with Bo and Mie, and a letter she has laid on the table for Bo to see. All made up."""

from datetime import timedelta

from bordenden.exchange import actions
from bordenden.exchange.content import taken_in
from bordenden.foundation.ids import new_id
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


def build_exchange(cast: Cast) -> None:
    """Two threads, each answered, and one file."""
    for seat, name, words, hours in TOLD:
        by, at = getattr(cast, name), cast.at - timedelta(hours=hours)
        thread = actions.begin(seat=getattr(cast, seat), by=cast.amina, at=at)
        actions.send(thread=thread, words=words, form_key=new_id(), by=by, at=at)
    actions.put(
        table=cast.aminas_table,
        name="Brev fra skolen.pdf",
        content=taken_in(EMPTY_PAGE),
        seats=[cast.bos_seat],
        form_key=new_id(),
        by=cast.amina,
        at=cast.at - timedelta(hours=30),
    )
