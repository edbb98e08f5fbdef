"""From a file to a reason: Pia chooses it, sees every line, brings it in, and reads why Vera may not join yet."""

import pytest
from playwright.sync_api import Page

from bordenden.intake.models import Candidate
from tests.intake.history import VERA
from tests.journeys.house import House, follow, heading, press, sent, status_for

pytestmark = [pytest.mark.browser, pytest.mark.journey, pytest.mark.django_db(transaction=True)]
FILE = "\r\n".join(
    (
        "sep=;",
        "CPR-nr;Fornavn;Efternavn;Ydelse;Fra;Til",
        f"{VERA};Vera;Lind;kontanthjælp;01-02-2020;31-12-2024",
        f"{VERA};Vera;Lind;kontanthjælp;15-02-2025;",
        "3010701234;;;kontanthjælp;01-02-2020;",
        f"{VERA};Vera;Lind;SU;01-02-2019;31-01-2019",
    )
)


def choose(page: Page, content: str) -> None:
    file = {"name": "ydelser.csv", "mimeType": "text/csv", "buffer": content.encode("cp1252")}
    page.set_input_files("input[type=file]", file)  # type: ignore[arg-type]
    press(page, "Se filen igennem")


def test_from_a_file_to_the_reason(any_house: House) -> None:
    house, cast = any_house, any_house.cast
    page = house.visitor(cast.pia)
    page.goto("/hjem/")
    assert heading(page) == "Hvem kan være med?"
    follow(page, "Hent ydelser ind fra en fil", exact=False)
    choose(page, FILE)
    lines = page.locator(".case-lines > li").all_inner_texts()
    assert [line.split("\n")[0] for line in lines] == ["(intet navn)", "Vera Lind", "Vera Lind", "Vera Lind"]
    assert "Linje 6" in lines[1]
    assert "Ydelsen slutter, før den begynder." in lines[1]
    press(page, "Hent kun de gode linjer")
    assert heading(page) == "Mulige deltagere i Din egen vej"
    page.get_by_label("Navn").fill("vera")
    with sent(page):
        page.get_by_role("button", name="Vis", exact=True).click()
    assert VERA not in page.url
    assert "vera" not in page.url.lower()
    follow(page, "Vera Lind")
    said = page.locator("main").inner_text()
    for words in (
        "Kan ikke være med endnu",
        "Tællingen begyndte forfra, fordi der ikke var hjælp i hele januar 2025.",
        "Der skal 2 år til. Det er der den 15. februar 2027.",
    ):
        assert words in said, words
    vera = Candidate.objects.get(person__cpr=VERA)
    assert status_for(cast.bo, url=page.url.removeprefix(house.url)) == 404
    Candidate.objects.filter(pk=vera.pk).update(closed_at=cast.at, ended_as="enrolled")
    answer = page.reload()
    assert answer is not None
    assert answer.status == 404
