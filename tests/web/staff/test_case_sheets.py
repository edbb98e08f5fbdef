"""Delt med mig: only what was sent to this very seat, or is shown today."""

import pytest
from django.urls import reverse

from bordenden.assessments.actions import keep, send, show_at_meeting, show_now
from bordenden.assessments.models import Sheet
from bordenden.audit.models import Entry
from bordenden.foundation.clock import now
from tests.cast import MONDAY, Cast, client_of
from tests.web.citizen.rounds import ole_follows, over
from tests.web.pages import queries_of, text_of

LIST = "Amina Yusuf: Min vurdering, 2. marts 2026"


@pytest.fixture
def sheet(cast: Cast) -> Sheet:
    """A finished round, kept."""
    return over(cast)


def address(cast: Cast | None = None) -> str:
    return reverse("case_sheets") + (f"?bord={cast.aminas_table.pk}" if cast else "")


def test_what_she_keeps_is_not_there(cast: Cast, sheet: Sheet) -> None:
    read = text_of(client_of(cast.bo), address(cast))
    assert "Ingen har delt noget med dig lige nu" in read
    assert LIST not in read


def test_what_she_sent_stands_there_until_she_takes_it_back(cast: Cast, sheet: Sheet) -> None:
    send(sheet=sheet, to=cast.bos_seat, by=cast.amina, at=MONDAY)
    for where in (address(), address(cast)):
        assert LIST in text_of(client_of(cast.bo), where)
    keep(sheet=sheet, by=cast.amina, at=MONDAY)
    assert LIST not in text_of(client_of(cast.bo), address())


def test_what_is_for_the_meeting_stands_there_while_it_is_shown(cast: Cast, sheet: Sheet) -> None:
    show_at_meeting(sheet=sheet, to=cast.bos_seat, by=cast.amina, at=now())
    assert LIST not in text_of(client_of(cast.bo), address())
    show_now(sheet=sheet, to=cast.bos_seat, by=cast.amina, at=now())
    assert LIST in text_of(client_of(cast.bo), address())


def test_ole_inherits_nothing_and_bo_has_lost_it(cast: Cast, sheet: Sheet) -> None:
    send(sheet=sheet, to=cast.bos_seat, by=cast.amina, at=MONDAY)
    ole_follows(cast)
    assert [LIST in text_of(client_of(who), address()) for who in (cast.bo, cast.ole)] == [False, False]


@pytest.mark.parametrize("who", ["birthe", "mie", "sara", "ole", "karim", "lis", "niels", "eva", "stine"])
def test_nobody_else_finds_it(cast: Cast, sheet: Sheet, who: str) -> None:
    send(sheet=sheet, to=cast.bos_seat, by=cast.amina, at=MONDAY)
    assert LIST not in text_of(client_of(getattr(cast, who)), address(cast))


def test_the_list_is_looked_at_and_she_can_see_so(cast: Cast, sheet: Sheet) -> None:
    send(sheet=sheet, to=cast.bos_seat, by=cast.amina, at=MONDAY)
    text_of(client_of(cast.bo), address())
    look = Entry.objects.get(actor=cast.bo.pk, act="sheet.read")
    assert (look.kind, look.table, look.thing) == ("list", cast.aminas_table.pk, sheet.pk)


def test_an_odd_address_is_the_whole_list(cast: Cast, sheet: Sheet) -> None:
    send(sheet=sheet, to=cast.bos_seat, by=cast.amina, at=MONDAY)
    assert LIST in text_of(client_of(cast.bo), f"{address()}?bord=nonsense")


def test_one_costs_as_much_as_three(cast: Cast, sheet: Sheet) -> None:
    send(sheet=sheet, to=cast.bos_seat, by=cast.amina, at=MONDAY)
    bo = client_of(cast.bo)
    text_of(bo, address())
    one = queries_of(bo, address())
    for _time in range(2):
        Sheet.objects.create(
            table=cast.aminas_table,
            municipality=cast.fjordby,
            version=sheet.version,
            started_at=MONDAY,
            finished_at=MONDAY,
            sharing="sent",
            shared_to=cast.bos_seat,
            shared_at=MONDAY,
        )
    text_of(bo, address())
    assert queries_of(bo, address()) == one <= 12
