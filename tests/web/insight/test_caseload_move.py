"""Ole leaves: Lis moves his citizens in one act; unfinished drafts are listed and hide nobody."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from bordenden.drafts import actions as drafts
from bordenden.drafts.slots import Slot
from bordenden.foundation.clock import now
from bordenden.foundation.ids import new_id
from bordenden.pathways.models import Seat, Table
from bordenden.pathways.words import LeavingReason, SeatRole
from tests.cast import Cast, client_of
from tests.web.insight.staying import NEVER, caseworker_at, office_of
from tests.web.pages import queries_of, text_of, words_in

WHY = {"do": "move", "because": LeavingReason.NEW_WORK.value}


def url(cast: Cast) -> str:
    return reverse("caseload_move", args=[cast.project.pk, office_of(cast.ole).pk])


def seen(client: Client, page: str) -> str:
    found = re.search(r'name="seen" value="(\w+)"', client.get(page).content.decode())
    assert found
    return found[1]


def test_lis_moves_them_all_and_ole_is_out_of_the_team_in_the_same_moment(cast: Cast) -> None:
    lis, ole = client_of(cast.lis), client_of(cast.ole)
    case = reverse("case", args=[cast.karims_table.pk])
    assert ole.get(case).status_code == 200
    html = lis.get(url(cast)).content.decode()
    assert "Sag F-2: Birthe Holst Har færrest åbne forløb: 1 med dette." in words_in(html)
    assert [name for name in NEVER if name in html] == []
    assert lis.post(url(cast), {**WHY, "stops": "on", "seen": seen(lis, url(cast))}).status_code == 303
    assert [caseworker_at(table) for table in (cast.karims_table, cast.holms_table)] == [cast.birthe, cast.birthe]
    assert ole.get(case).status_code == 404
    office = office_of(cast.ole)
    left = Seat.objects.get(table=cast.karims_table, person=cast.ole)
    came = Seat.objects.get(table=cast.karims_table, person=cast.birthe)
    assert office.ends_at == left.ends_at == came.starts_at
    assert lis.get(url(cast)).status_code == 404


def test_a_reason_is_needed_and_without_a_tick_ole_stays_on_the_team(cast: Cast) -> None:
    lis = client_of(cast.lis)
    mark = seen(lis, url(cast))
    assert lis.post(url(cast), {"do": "move", "seen": mark}).status_code == 422
    assert caseworker_at(cast.karims_table) == cast.ole
    assert lis.post(url(cast), {**WHY, "seen": mark}).status_code == 303
    assert (caseworker_at(cast.karims_table), office_of(cast.ole).ends_at) == (cast.birthe, None)


def test_a_draft_keeps_its_table_is_named_to_lis_and_lets_the_others_go(cast: Cast) -> None:
    slot = Slot("contact.new", new_id(), cast.karims_table.pk)
    drafts.keep(by=cast.ole, slot=slot, fields={"text": "Hemmeligt"}, opened_at=now(), at=now())
    lis = client_of(cast.lis)
    said = text_of(lis, url(cast))
    assert "Ole skal gøre kladden færdig eller smide den væk." in said
    assert ("Sag F-2 " in said, "Sag F-3: " in said, "Hemmeligt" in said, "slutter samtidig" in said) == (
        True,
        True,
        False,
        False,
    )
    assert lis.post(url(cast), {**WHY, "stops": "on", "seen": seen(lis, url(cast))}).status_code == 303
    assert (caseworker_at(cast.karims_table), caseworker_at(cast.holms_table)) == (cast.ole, cast.birthe)
    assert office_of(cast.ole).ends_at is None


@pytest.mark.once
def test_fifty_lines_cost_what_one_costs_and_choices_go_along_to_the_next_page(cast: Cast) -> None:
    lis = client_of(cast.lis)
    few = queries_of(lis, url(cast))
    crowd = Table.objects.bulk_create(Table(municipality=cast.fjordby, opened_at=now()) for _one in range(50))
    Seat.objects.bulk_create(
        Seat(table=table, municipality=cast.fjordby, person=cast.ole, role=SeatRole.COORDINATOR, starts_at=now())
        for table in crowd
    )
    assert (queries_of(lis, url(cast)), few <= 12) == (few, True)
    assert len(lis.get(url(cast)).content) <= 40_000
    ticked = {"give": [str(table.pk) for table in crowd[:2]], "who": str(cast.bo.pk)}
    ticked |= {"because": LeavingReason.MATCH.value}
    pages = [lis.post(url(cast), {"side": str(number), **ticked}).content.decode() for number in (1, 2, 3)]
    hidden = [f'<input type="hidden" name="pick-{table.pk}" value="{cast.bo.pk}">' for table in crowd[:2]]
    assert [sum(field in page for field in hidden) for page in pages] == [2, 2, 2]
    assert sum(page.count(": Bo Lund <span") for page in pages) == 2
    assert all('value="match" selected' in page and " checked" not in page for page in pages)


def test_only_lis_and_only_a_caseworker_of_this_project(cast: Cast) -> None:
    for person in (cast.ole, cast.bo, cast.amina, cast.niels, cast.stine):
        assert client_of(person).post(url(cast), WHY).status_code == 404
    niels = reverse("caseload_move", args=[cast.neighbours.pk, office_of(cast.ole).pk])
    assert client_of(cast.niels).get(niels).status_code == 404
    assert (
        client_of(cast.lis).get(reverse("caseload_move", args=[cast.project.pk, cast.project.pk])).status_code == 404
    )
