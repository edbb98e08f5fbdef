"""Amina looks in the catalogue: she sifts, saves two and lays them side by side, wishes for one, says what is missing, and goes to an evening."""

import pytest
from django.urls import reverse
from playwright.sync_api import Page

from bordenden.offers.models import Attending, Need, Saved
from bordenden.plans.models import Chosen, Plan
from tests.cast import Cast, client_of
from tests.journeys.house import House, follow, go, heading, press
from tests.web.citizen.offer_stories import offered
from tests.web.reading import words_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
MISSING, WHY = "Et sted at øve sig i at cykle.", "Så kan jeg klare mig selv."
COMPARED = ("gaeld", "tryg-bolig")


def she_sifts_and_searches(page: Page, cast: Cast) -> None:
    go(page, "offers", cast.aminas_table.pk)
    press(page, "Hverdag og familie")
    assert page.url.endswith("?omraade=social")
    assert page.get_by_role("button", name="Hverdag og familie").get_attribute("aria-pressed") == "true"
    page.get_by_label("Søg efter et ord").fill("gæld")
    press(page, "Søg")
    assert "gæld" not in page.url
    assert page.locator(".offer-name").all_inner_texts() == [offered(cast, "gaeld").name]


def she_saves_two(page: Page, cast: Cast) -> None:
    """By the button, and finds them on her own page; the two that lay there before stay."""
    mine = Saved.objects.filter(table=cast.aminas_table)
    before = set(mine.values_list("offer__starter", flat=True))
    assert before.isdisjoint(COMPARED)
    for code in COMPARED:
        go(page, "offer", cast.aminas_table.pk, offered(cast, code).pk)
        press(page, "Gem")
        assert page.get_by_role("button", name="Fjern fra det, jeg har gemt").count() == 1
    assert set(mine.values_list("offer__starter", flat=True)) == before | set(COMPARED)
    go(page, "my_offers", cast.aminas_table.pk)
    names = page.locator(".offer-name").all_inner_texts()
    assert [code for code in COMPARED if offered(cast, code).name not in names] == []


def she_lays_two_side_by_side(page: Page, cast: Cast) -> None:
    """The two that lay there before are laid back first."""
    go(page, "offer_compare", cast.aminas_table.pk)
    for _one in COMPARED:
        page.get_by_role("button", name="Tag den væk").first.click()
        page.wait_for_load_state()
    for code in COMPARED:
        go(page, "offer", cast.aminas_table.pk, offered(cast, code).pk)
        press(page, "Sammenlign")
    follow(page, "Se det, du sammenligner")
    columns = page.locator("table thead th").all_text_contents()
    assert columns == ["Spørgsmål", *(offered(cast, code).name for code in COMPARED)]


def she_wishes_for_one(page: Page, cast: Cast) -> None:
    debt = offered(cast, "gaeld")
    card = page.locator(".card").filter(has_text=debt.name)
    card.get_by_role("link", name="Jeg vil gerne").click()
    page.get_by_label("Hvorfor vil du gerne det?").fill(WHY)
    press(page, "Sæt det på min plan")
    assert heading(page) == debt.name
    assert page.get_by_text("Det står på din plan").count() == 1
    assert Chosen.objects.get(table=cast.aminas_table, offer=debt).why == WHY


def she_says_what_is_missing(page: Page, cast: Cast) -> None:
    go(page, "offers", cast.aminas_table.pk)
    follow(page, "Sig, hvad du mangler")
    page.get_by_label("Hvad mangler du?").fill(MISSING)
    page.get_by_label("Hvad handler det om?").select_option(label="Mennesker og fællesskab")
    press(page, "Send")
    assert page.get_by_text("Tak, fordi du siger det").count() == 1
    assert Need.objects.get(words=MISSING).by == cast.amina


def she_goes_to_an_event(page: Page, cast: Cast) -> None:
    follow(page, "Det sker")
    page.get_by_role("button", name="Jeg vil med").first.click()
    page.wait_for_load_state()
    assert page.get_by_text("Du kommer", exact=True).count() == 2
    assert Attending.objects.filter(table=cast.aminas_table, off_at=None).count() == 2


def bo_reads(cast: Cast) -> dict[str, str]:
    """What Bo's own pages about her and about one of the two say."""
    client, table = client_of(cast.bo), cast.aminas_table.pk
    addresses = {name: [table] for name in ("case", "case_catalogue", "case_contacts", "conversations")}
    addresses["case_offer"] = [table, offered(cast, "gaeld").pk]
    addresses["case_plan"] = [Plan.objects.get(table=table).pk]
    return {name: words_of(client.get(reverse(name, args=args))) for name, args in addresses.items()}


def test_she_finds_something_and_only_what_she_chose_is_seen_by_bo(any_house: House) -> None:
    cast = any_house.cast
    amina = any_house.visitor(cast.amina)
    before = bo_reads(cast)
    she_sifts_and_searches(amina, cast)
    she_saves_two(amina, cast)
    she_lays_two_side_by_side(amina, cast)
    assert bo_reads(cast) == before
    she_wishes_for_one(amina, cast)
    she_says_what_is_missing(amina, cast)
    she_goes_to_an_event(amina, cast)
    after = bo_reads(cast)
    assert {name for name, words in after.items() if words != before[name]} == {"case_plan", "case_offer"}
    assert WHY in after["case_plan"]
    assert MISSING not in " ".join(after.values())
