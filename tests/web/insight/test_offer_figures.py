"""Tal for mulighederne: Lis' own project, exact counts, no names, and few people withheld."""

from uuid import uuid4

import pytest
from django.urls import reverse

from bordenden.offers.actions import show_offers
from bordenden.offers.models import Offer
from bordenden.pathways.actions import enrol
from bordenden.pathways.models import Table
from tests.cast import MONDAY, Cast, client_of
from tests.evaluation.test_catalogue import choose, priced
from tests.offers.kept import opened
from tests.offers.made import offer_of, tables_of
from tests.web.pages import text_of


def url(cast: Cast) -> str:
    return reverse("offer_figures", args=[cast.project.pk])


@pytest.mark.requirement("R41", "R45")
def test_lis_reads_waiting_and_cost_and_nobodys_name(cast: Cast) -> None:
    choose(cast, priced(cast, 1500), 5)
    page = text_of(client_of(cast.lis), url(cast))
    # Wished for, waiting, yes, no, begun; and days from the wish to the start.
    assert "Begyndt Dage fra ønske til start Gåtur om morgenen 5 0 5 0 5 12" in page
    assert "Sundhed 5 7.500 0" in page
    assert "Borger 0" not in page
    assert "ikke vist – for at beskytte enkeltpersoner" in page
    assert "Ingen effektmåling" in page


def test_many_offers_are_paged_and_the_departments_stand_on_every_page(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bordenden.web.insight.views.offer_figures.A_PAGE", 1)
    choose(cast, priced(cast, 1500), 5)
    zumba = offer_of(cast, name="Zumba i hallen")
    zumba.sort_key = "zumba i hallen"
    zumba.save()
    choose(cast, zumba, 5)
    lis = client_of(cast.lis)
    pages = [lis.get(url(cast) + asked).content.decode() for asked in ("", "?side=2", "?side=99")]
    assert [("Gåtur om morgenen" in page, "Zumba i hallen" in page, "7.500" in page) for page in pages] == [
        (True, False, True),
        (False, True, True),
        (True, False, True),
    ]


@pytest.mark.requirement("R94")
def test_lis_reads_how_often_each_offer_was_gone_through_and_a_discreet_one_only_from_five(cast: Cast) -> None:
    opened(cast)
    walk, clinic = offer_of(cast), offer_of(cast, name="Alkoholambulatoriet")
    clinic.discreet = True
    clinic.save()

    def shown(table: Table, *offers: Offer, in_a_group: bool) -> None:
        show_offers(
            table=table,
            offers=offers,
            on=MONDAY.date(),
            in_a_group=in_a_group,
            form_key=uuid4(),
            by=cast.bo,
            at=MONDAY,
        )

    for in_a_group in (True, False):
        shown(cast.aminas_table, walk, clinic, in_a_group=in_a_group)
    shown(cast.karims_table, walk, clinic, in_a_group=True)
    read = text_of(client_of(cast.lis), url(cast))
    assert "Vist frem og gennemgået" in read
    assert "Gåtur om morgenen 1 2 2" in read
    assert "Alkoholambulatoriet" not in read
    for number, (_head, table) in enumerate(tables_of(cast, 3)):
        enrol(
            table=table,
            project=cast.project,
            reference=f"P-{number}",
            referred_on=MONDAY.date(),
            by=cast.ole,
            at=MONDAY,
        )
        shown(table, clinic, in_a_group=False)
    assert "Alkoholambulatoriet 4 2 5" in text_of(client_of(cast.lis), url(cast))


def test_without_choices_it_says_so(cast: Cast) -> None:
    assert "Ingen har valgt noget endnu" in client_of(cast.lis).get(url(cast)).content.decode()


@pytest.mark.parametrize("name", ["amina", "bo", "niels", "eva", "stine"])
def test_it_is_the_project_leaders_alone(cast: Cast, name: str) -> None:
    assert client_of(getattr(cast, name)).get(url(cast)).status_code == 404
