"""Min vurdering by the address on the board: each comes to her own, and opening it begins nothing."""

from django.urls import reverse

from bordenden.assessments.models import Sheet
from tests.assessments.twenty import publish
from tests.cast import MONDAY, Cast, client_of
from tests.web.entry.logins import browser, hidden, log_in, with_password

BOARD = "/min-vurdering/"


def test_amina_logs_in_from_the_address_on_the_board_and_begins_her_own_by_herself(cast: Cast) -> None:
    publish(at=MONDAY)
    amina, client = with_password(cast.amina, "amina"), browser()
    at_the_door = client.get(BOARD)["Location"]
    asked_for = hidden(client.get(at_the_door))["next"]
    assert log_in(client, "amina", next=asked_for)["Location"] == BOARD
    begin = client.get(BOARD)["Location"]
    assert begin == reverse("sheet_start", args=[cast.aminas_table.pk])
    assert list(Sheet.objects.all()) == []
    token = hidden(client.get(begin))["csrfmiddlewaretoken"]
    client.post(begin, {"csrfmiddlewaretoken": token})
    [sheet] = Sheet.objects.all()
    assert (sheet.table, sheet.pen, sheet.finished_at) == (cast.aminas_table, None, None)
    assert amina.pk == cast.amina.pk


def test_karim_beside_her_comes_to_his_own_and_who_has_no_table_comes_home(cast: Cast) -> None:
    """The same board, another table; Bo, Mie and Lis begin nothing, and nobody is led to somebody else's."""
    assert client_of(cast.karim).get(BOARD)["Location"] == reverse("sheet_start", args=[cast.karims_table.pk])
    for name in ("bo", "mie", "sara", "lis", "birthe"):
        assert (name, client_of(getattr(cast, name)).get(BOARD)["Location"]) == (name, "/hjem/")
