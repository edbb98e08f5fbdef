"""The steps of the way in, from a file to the first day, as Pia, the citizen and a caseworker take them."""

from playwright.sync_api import Page

from bordenden.intake.models import Candidate, InformationMeeting, Referral
from tests.intake.candidates import HOPE, WHY
from tests.intake.history import VERA
from tests.journeys.house import follow, go, heading, press, sent

HEADINGS = "CPR-nr;Fornavn;Efternavn;Ydelse;Fra;Til"
# Vera's: a good line, one that began anew, somebody without a name and a day that nobody has, and one that ends first.
VERAS_LINES = (
    f"{VERA};Vera;Lind;kontanthjælp;01-02-2020;31-12-2024",
    f"{VERA};Vera;Lind;kontanthjælp;15-02-2025;",
    "3010701234;;;kontanthjælp;01-02-2020;",
    f"{VERA};Vera;Lind;SU;01-02-2019;31-01-2019",
)


def pia_brings_a_file_in(page: Page, *more: str) -> list[str]:
    """Benefits as her spreadsheet wrote them: every line is looked through, then the good ones come in.

    Gives whom each line is about, as the page shows it before anything is written.
    """
    page.goto("/hjem/")
    assert heading(page) == "Hvem kan være med?"
    follow(page, "Hent ydelser ind fra en fil", exact=False)
    content = "\r\n".join(("sep=;", HEADINGS, *VERAS_LINES, *more))
    file = {"name": "ydelser.csv", "mimeType": "text/csv", "buffer": content.encode("cp1252")}
    page.set_input_files("input[type=file]", file)  # type: ignore[arg-type]
    press(page, "Se filen igennem")
    lines = page.locator(".case-lines > li").all_inner_texts()
    assert "Linje 6" in lines[1]
    assert "Ydelsen slutter, før den begynder." in lines[1]
    assert not Candidate.objects.exists()
    press(page, "Hent kun de gode linjer")
    assert "Ikke hentet: linje 5, 6." in page.get_by_role("status").inner_text()
    follow(page, "Se listen")
    assert heading(page) == "Mulige deltagere i Din egen vej"
    return [line.split("\n")[0] for line in lines]


def pia_reads_why(page: Page, name: str, *said: str) -> None:
    """She finds somebody by name, which stands in no address, and reads what the rules say."""
    page.get_by_label("Navn").fill(name.split()[0].lower())
    with sent(page):
        page.get_by_role("button", name="Vis", exact=True).click()
    assert name.split()[0].lower() not in page.url.lower()
    follow(page, name)
    read = page.locator("main").inner_text()
    for words in said:
        assert words in read, words


def pia_invites_her(page: Page) -> None:
    """A meeting tomorrow at ten, and Nina is invited to it."""
    go(page, "intake")
    follow(page, "Møder om projektet", exact=False)
    follow(page, "Nyt møde")
    page.get_by_label("Informationsmøde").check()
    page.get_by_label("Hvad hedder det?").fill("Kom og hør")
    page.get_by_label("Hvornår?").fill("2026-03-03T10:00")
    page.get_by_label("Hvor?").fill("Biblioteket")
    press(page, "Gem mødet")
    page.get_by_label("Nina Nør").check()
    press(page, "Invitér dem, jeg har valgt")
    assert page.get_by_role("heading", name="Nina Nør").count() == 1


def pia_notes_it_and_asks_her(page: Page, nina: Candidate, caseworker: str) -> None:
    """She came and wants to; so she is asked, with somebody proposed as her caseworker."""
    go(page, "information_meeting", InformationMeeting.objects.get().pk)
    follow(page, "Skriv, hvordan det gik", exact=False)
    page.get_by_label("Kom borgeren?").select_option("came")
    page.get_by_label("Hvad siger borgeren?").select_option("wants")
    press(page, "Gem", exact=False)
    assert page.get_by_text("Kom · Vil gerne være med").count() == 1
    follow(page, "Spørg, om borgeren vil være med", exact=False)
    page.get_by_label("Hvorfor kan projektet passe til borgeren?").fill(WHY)
    page.get_by_label("Sagsnummer").fill("F-77")
    page.get_by_label("Hvilken sagsbehandler foreslår du?").select_option(caseworker)
    press(page, "Spørg Nina")
    assert heading(page) == "Nina er spurgt"
    assert Referral.objects.get().candidate == nina


def she_says_yes(page: Page) -> None:
    """On her own page, in her own words: a yes without her hope is not taken."""
    page.goto("/hjem/")
    assert page.get_by_role("heading", name="Vil du være med?").count() == 1
    follow(page, "Læs og svar")
    assert page.get_by_text("Ingen kan straffe dig, hvis du siger nej eller stopper.").count() == 1
    press(page, "Ja, jeg vil være med")
    assert page.get_by_text("Skriv et par ord. Det må gerne være kort.").count() >= 1
    page.get_by_label("Hvad håber eller drømmer du om?").fill(HOPE)
    page.get_by_label("Uddannelse").check()
    press(page, "Ja, jeg vil være med")
    assert heading(page) == "Tak. Du er med."
    assert page.get_by_text(HOPE).count() == 1


def the_course_begins(page: Page, referral: Referral) -> None:
    """The caseworker offers a mentor, and then it begins."""
    go(page, "case", referral.table_id)
    press(page, "Tilbyd en mentor")
    go(page, "case", referral.table_id)
    press(page, "Begynd forløbet")
    assert page.get_by_text("Forløbet er ikke begyndt endnu").count() == 0
