"""Hent, for Mie: what Amina has shown her, until she hides it again."""

from django.urls import reverse

from bordenden.audit.models import Entry
from bordenden.exchange import actions
from tests.cast import MONDAY, Cast, client_of
from tests.exchange.telling import laid, view_of


def test_mie_gets_it_while_it_is_shown(cast: Cast) -> None:
    file = laid(cast, cast.mies_seat)
    url = reverse("guest_file_get", args=[view_of(file, cast.mies_seat).pk])
    assert client_of(cast.mie).get(url).status_code == 200
    assert Entry.objects.filter(kind="export", table=cast.aminas_table.pk, actor=cast.mie.pk).count() == 1
    for person in (cast.bo, cast.sara, cast.ole):
        assert client_of(person).get(url).status_code == 404
    actions.show_to(file=file, seat=cast.mies_seat, shown=False, by=cast.amina, at=MONDAY)
    assert client_of(cast.mie).get(url).status_code == 404
