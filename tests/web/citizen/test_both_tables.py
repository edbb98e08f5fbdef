"""Mine borde: nobody looks as somebody who is no self of theirs."""

from django.urls import reverse

from tests.cast import Cast, client_of
from tests.web.reading import words_of


def test_whoever_never_moved_has_one_and_no_other(cast: Cast) -> None:
    amina, address = client_of(cast.amina), reverse("both_tables")
    read = words_of(amina.get(address))
    assert ("Fjordby (opdigtet)" in read, "Her sad du før." in read) == (True, False)
    for other in (str(cast.karim.pk), "x", ""):
        assert amina.post(address, {"to": other}).headers["Location"] == address
    assert amina.post(address, {"to": str(cast.amina.pk)}).headers["Location"] == reverse("home")
    assert "earlier_self" not in amina.session
