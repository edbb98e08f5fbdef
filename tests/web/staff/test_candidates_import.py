"""Hent mulige deltagere ind: Pia chooses an Excel file, sees every line, takes the good ones, and reads which are left."""

import re
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from python_calamine import CalamineWorkbook

from bordenden.intake.models import Candidate
from tests.cast import Cast, client_of
from tests.intake.workbooks import workbook
from tests.web.pages import queries_of, text_of
from tests.web.staff.cases import body

HEADINGS = ("Fornavn", "Efternavn", "CPR", "Målgruppe")
VERA, PER = ("Vera", "Lind", 201801234, "1.3"), ("Per", "Dam", 3102901234, None)


def url(cast: Cast) -> str:
    return reverse("candidates_import", args=[cast.project.pk])


def chosen(cast: Cast, *rows: tuple[object, ...]) -> Client:
    pia = client_of(cast.pia)
    file = SimpleUploadedFile("borgere.xlsx", workbook(HEADINGS, *rows, sheets={"Forside": False}))
    answer = pia.post(url(cast), {"file": file})
    assert (answer.status_code, answer.headers.get("Location")) == (303, url(cast)), body(answer)
    return pia


def pressed(client: Client, cast: Cast, do: str) -> int:
    seen = re.findall(r'name="file_seen" value="([^"]+)"', body(client.get(url(cast))))
    return client.post(url(cast), {"do": do, "file_seen": seen[0] if seen else ""}).status_code


def test_pia_takes_the_good_lines_and_reads_which_are_left(cast: Cast) -> None:
    pia = chosen(cast, VERA, PER)
    page = text_of(pia, url(cast))
    for words in (
        "Filen har 2 linjer. Intet er skrevet endnu. Vi har læst arket “Borgere”. Filens andre ark er ikke læst.",
        "1 nye 0 rettes 0 ligner en anden 0 findes allerede 0 kender vi ikke 1 kan ikke hentes",
        "Per Dam Linje 3 Kan ikke hentes Datoen i CPR-nummeret findes ikke.",
        "Vera Lind Linje 2 · 020180-**** · § 1 nr. 3 Ny",
        "Vi har sat et nul foran, som Excel ofte fjerner.",
    ):
        assert words in page, words
    assert pressed(pia, cast, "all") == 422
    assert not Candidate.objects.exists()
    assert pressed(pia, cast, "good") == 303
    assert [one.person.name for one in Candidate.objects.all()] == ["Vera Lind"]
    done = text_of(pia, url(cast))
    assert "1 linje er hentet ind" in done
    assert "Ikke hentet: linje 3." in done
    assert "Findes allerede" in text_of(chosen(cast, VERA), url(cast))


def test_the_empty_file_has_the_columns_and_is_read_as_it_is(cast: Cast) -> None:
    sent = client_of(cast.pia).get(url(cast), {"skabelon": ""})
    assert sent.headers["Content-Disposition"] == 'attachment; filename="candidates_import.xlsx"'
    rows = CalamineWorkbook.from_filelike(BytesIO(sent.content)).get_sheet_by_index(0).to_python()
    assert rows == [["Fornavn", "Efternavn", "CPR", "Målgruppe", "Erhvervsuddannelse", "Spor"]]


def test_only_an_intake_officer_of_the_project_finds_it(cast: Cast) -> None:
    for name in ("amina", "bo", "lis", "niels", "mie", "stine", "eva"):
        client = client_of(getattr(cast, name))
        assert client.get(url(cast)).status_code == 404
        assert client.get(url(cast), {"skabelon": ""}).status_code == 404


def test_a_long_list_is_shown_25_lines_at_a_time_and_costs_the_same(cast: Cast) -> None:
    pia = chosen(cast, VERA)
    few = queries_of(pia, url(cast))
    pia = chosen(cast, *((f"Nr {n}", "Dam", f"{n % 28 + 1:02}0190-{1000 + n}", None) for n in range(60)))
    assert queries_of(pia, url(cast)) == few <= 12
    assert len(re.findall('<h3 class="case-name"', body(pia.get(f"{url(cast)}?side=3")))) == 10
