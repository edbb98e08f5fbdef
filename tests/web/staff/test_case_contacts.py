"""The whole log of one citizen: paged in SQL, her own view first, corrections beside."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from bordenden.contactlog import actions
from bordenden.contactlog.words import Channel, Direction
from bordenden.foundation.ids import new_id
from tests.cast import MONDAY, Cast, client_of
from tests.web.pages import queries_of, text_of
from tests.web.staff.cases import body, noted

NOT_AT_THE_TABLE = ("sara", "birthe", "ole", "karim", "lis", "niels", "eva", "stine", "mie")


def url(cast: Cast) -> str:
    """Amina's log at the caseworker's door."""
    return reverse("case_contacts", args=[cast.aminas_table.pk])


@pytest.mark.requirement("R3")
def test_the_citizens_view_is_read_before_what_the_caseworker_wrote(cast: Cast) -> None:
    noted(cast, citizen_view="Jeg vil helst gå en tur.", summary="Vi talte om at mødes ude.")
    read = text_of(client_of(cast.bo), url(cast))
    assert "Amina sagde selv: Jeg vil helst gå en tur. Vi talte om at mødes ude." in read


@pytest.mark.requirement("R11")
def test_an_entry_shows_time_channel_direction_initiator_place_minutes_and_summary(cast: Cast) -> None:
    noted(cast, channel=Channel.MEETING, direction=Direction.OUT, summary="Vi talte om børnene.")
    read = text_of(client_of(cast.bo), url(cast))
    assert (
        "2. marts kl. 10.00 Bo og Amina mødtes Vi talte om børnene. Bo tog kontakt · Jobcentret · 45 minutter "
        "Skrevet af Bo Lund samme dag"
    ) in read


def test_a_correction_stands_beside_what_was_written(cast: Cast) -> None:
    entry = noted(cast, summary="Vi talte om bussen.")
    actions.correct(
        entry=entry,
        version=1,
        summary="Vi talte om toget.",
        channel=Channel.PHONE,
        direction=Direction.OUT,
        form_key=new_id(),
        by=cast.bo,
        at=MONDAY + timedelta(days=2),
    )
    read = text_of(client_of(cast.bo), url(cast))
    assert re.search(r"Vi talte om bussen\..*Rettelse.*Vi talte om toget\..*Rettet af Bo Lund 4. marts", read)


@pytest.mark.parametrize("name", NOT_AT_THE_TABLE)
def test_nobody_else_reads_it(cast: Cast, name: str) -> None:
    assert client_of(cast.bo).get(url(cast)).status_code == 200
    assert client_of(getattr(cast, name)).get(url(cast)).status_code == 404


def test_the_way_to_correct_stands_at_each_entry_for_bo_and_not_for_amina(cast: Cast) -> None:
    link = reverse("contact_correct", args=[noted(cast).pk])
    assert link in body(client_of(cast.bo).get(url(cast)))
    hers = body(client_of(cast.amina).get(url(cast)))
    assert (link in hers, "Ny kontakt" in hers) == (False, False)


def test_twenty_five_to_a_page_the_newest_first_each_once(cast: Cast) -> None:
    for count in range(30):
        noted(cast, summary=f"Kontakt {count:02}.", happened_at=MONDAY - timedelta(days=count), at=MONDAY)
    bo = client_of(cast.bo)
    pages = [re.findall(r"Kontakt (\d\d)\.", body(bo.get(f"{url(cast)}?side={n}"))) for n in (1, 2)]
    assert pages == [[f"{n:02}" for n in range(25)], [f"{n:02}" for n in range(25, 30)]]


def test_one_entry_and_fifty_cost_the_same_queries(cast: Cast) -> None:
    noted(cast)
    bo = client_of(cast.bo)
    one = queries_of(bo, url(cast))
    for _count in range(49):
        noted(cast)
    assert queries_of(bo, url(cast)) == one <= 12


def test_an_empty_log_says_so(cast: Cast) -> None:
    assert "Her står ikke noget endnu" in text_of(client_of(cast.bo), url(cast))
