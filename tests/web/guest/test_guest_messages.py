"""Beskeder og filer, for Mie: what has been opened for her, and nothing for Sara."""

from tests.cast import Cast, client_of
from tests.exchange.telling import laid, thread_of
from tests.web.pages import queries_of, text_of

URL = "/gaest/beskeder/"


def test_mie_meets_what_amina_opened_and_others_meet_nothing(cast: Cast) -> None:
    assert "Her er ikke noget endnu" in text_of(client_of(cast.mie), URL)
    thread_of(cast, cast.mies_seat)
    thread_of(cast, cast.bos_seat)
    laid(cast, cast.mies_seat, name="Til Mie.pdf")
    laid(cast, cast.bos_seat, name="Til Bo.pdf", more=b"%2")
    page = text_of(client_of(cast.mie), URL)
    assert ("Læs og skriv til Amina" in page, "Til Mie.pdf" in page, "Til Bo.pdf" in page) == (True, True, False)
    for person in (cast.sara, cast.bo, cast.amina):
        assert "Her er ikke noget endnu" in text_of(client_of(person), URL)


def test_many_files_cost_what_one_costs(cast: Cast) -> None:
    thread_of(cast, cast.mies_seat)
    laid(cast, cast.mies_seat)
    mie = client_of(cast.mie)
    one = queries_of(mie, URL)
    for number in range(25):
        laid(cast, cast.mies_seat, more=f"%{number}".encode())
    assert queries_of(mie, URL) == one <= 12
