"""Hent borgere ind: Bo chooses a file, sees what each line would do, and says yes."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from bordenden.audit.models import Entry
from bordenden.audit.words import Kind
from bordenden.intake.models import CaseloadFile
from bordenden.pathways.models import Enrolment
from tests.cast import Cast, client_of
from tests.intake.files import SIGNE, TOVE, written
from tests.web.pages import queries_of, text_of
from tests.web.staff.cases import body

BROKEN = SIGNE.replace("010190", "310290").replace("F-101", "F-103")


def url(cast: Cast) -> str:
    """The page of Bo's project."""
    return reverse("caseload_import", args=[cast.project.pk])


def chosen(cast: Cast, content: bytes, by: str = "bo") -> Client:
    """Somebody chooses a file and is shown the report."""
    client = client_of(getattr(cast, by))
    answer = client.post(url(cast), {"file": SimpleUploadedFile("borgere.csv", content)})
    assert (answer.status_code, answer.headers.get("Location")) == (303, url(cast)), body(answer)
    return client


def pressed(client: Client, cast: Cast, do: str) -> int:
    """One of the buttons under the report."""
    seen = re.findall(r'name="file_seen" value="([^"]+)"', body(client.get(url(cast))))
    return client.post(url(cast), {"do": do, "file_seen": seen[0] if seen else ""}).status_code


def test_bo_chooses_a_file_sees_every_line_and_brings_them_in(cast: Cast) -> None:
    bo = chosen(cast, written(SIGNE, TOVE))
    read = text_of(bo, url(cast))
    for words in ("Filen har 2 linjer. Intet er skrevet endnu.", "2 nye", "Signe Åkjær", "010190-****", "Ny"):
        assert words in read
    assert "1234" not in read
    assert not Enrolment.objects.filter(reference="F-101").exists()
    assert pressed(bo, cast, "all") == 303
    assert re.findall(r'case-name"><a[^>]*>([^<]+)<', body(bo.get(reverse("caseload")))) == [
        "Amina Yusuf",
        "Signe Åkjær",
        "Tove Ærø",
    ]
    assert CaseloadFile.objects.get().content == ""


def test_a_line_that_cannot_be_brought_in_comes_first_and_only_the_good_ones_can(cast: Cast) -> None:
    bo = chosen(cast, written(SIGNE, BROKEN))
    page = body(bo.get(url(cast)))
    assert page.index("Linje 3") < page.index("Linje 2")
    assert "Datoen i CPR-nummeret findes ikke." in page
    assert "Hent dem ind" not in page
    assert pressed(bo, cast, "all") == 422
    assert not Enrolment.objects.filter(reference="F-101").exists()
    assert pressed(bo, cast, "good") == 303
    assert Enrolment.objects.filter(reference="F-101").exists()
    assert not Enrolment.objects.filter(reference="F-103").exists()


def test_the_same_file_again_has_nothing_to_bring_in(cast: Cast) -> None:
    bo = chosen(cast, written(SIGNE))
    pressed(bo, cast, "all")
    bo = chosen(cast, written(SIGNE))
    page = body(bo.get(url(cast)))
    assert "Findes allerede" in page
    assert 'value="all"' not in page


def test_thrown_away_in_one_tap(cast: Cast) -> None:
    bo = chosen(cast, written(SIGNE))
    assert pressed(bo, cast, "discard") == 303
    assert "Intet er skrevet endnu" not in text_of(bo, url(cast))
    assert CaseloadFile.objects.get().content == ""


def test_a_report_that_was_replaced_in_another_window_is_not_confirmed_unseen(cast: Cast) -> None:
    bo = chosen(cast, written(SIGNE))
    seen = re.findall(r'name="file_seen" value="([^"]+)"', body(bo.get(url(cast))))[0]
    chosen(cast, written(TOVE))
    refused = bo.post(url(cast), {"do": "all", "file_seen": seen})
    assert (refused.status_code, "Filen er ikke her mere." in body(refused)) == (422, True)
    assert not Enrolment.objects.filter(reference__in=["F-101", "F-102"]).exists()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "Filen er tom"),
        (b"PK\x03\x04...", "Excel-filen kan ikke læses"),
        (b"Navn;Alder\nSigne;3\n", "mangler kolonnen: Fornavn, CPR, Sagsnummer, Henvist"),
        (b"x" * 2_000_001, "for stor"),
        (b"x" * 11_000_000, "Den må fylde 2 MB"),
    ],
)
def test_a_file_that_cannot_be_read_says_what_to_do(cast: Cast, content: bytes, says: str) -> None:
    refused = client_of(cast.bo).post(url(cast), {"file": SimpleUploadedFile("borgere.csv", content)})
    assert refused.status_code == 422
    assert says in body(refused)


def test_bos_file_is_shown_to_bo_alone(cast: Cast) -> None:
    chosen(cast, written(SIGNE))
    assert "Signe" not in text_of(client_of(cast.ole), url(cast))
    for name in ("amina", "lis", "niels", "mie", "stine", "eva"):
        assert client_of(getattr(cast, name)).get(url(cast)).status_code == 404


def test_a_long_file_is_shown_25_lines_at_a_time_and_costs_the_same(cast: Cast) -> None:
    bo = chosen(cast, written(SIGNE))
    few = queries_of(bo, url(cast))
    lines = [f"Nogen;Nr {n};{n % 28 + 1:02}0190-{1000 + n};;F-{200 + n};02-02-2026;;" for n in range(60)]
    bo = chosen(cast, written(*lines))
    assert queries_of(bo, url(cast)) == few <= 12
    pages = [len(re.findall('<h3 class="case-name"', body(bo.get(f"{url(cast)}?side={n}")))) for n in (1, 2, 3)]
    assert pages == [25, 25, 10]


def test_without_telephone_and_hours_it_says_so_before_and_after(cast: Cast) -> None:
    cast.bo.phone = ""
    cast.bo.save()
    bo = chosen(cast, written(SIGNE))
    assert "Skriv din telefon og træffetid" in text_of(bo, url(cast))
    assert pressed(bo, cast, "all") == 422
    assert not Enrolment.objects.filter(reference="F-101").exists()


def test_markup_and_formulas_in_a_cell_are_text(cast: Cast) -> None:
    bo = chosen(cast, written(SIGNE.replace("Signe", "<b>=1+1</b>")))
    assert "&lt;b&gt;=1+1&lt;/b&gt;" in bo.get(url(cast)).content.decode()


def test_signe_sees_that_ole_found_out_by_a_file_that_she_is_here(cast: Cast) -> None:
    """Whoever asks for ten thousand numbers learns which of them are in the project: each of them is told."""
    pressed(chosen(cast, written(SIGNE, TOVE)), cast, "all")
    signes, toves = (Enrolment.objects.get(reference=number).table_id for number in ("F-101", "F-102"))

    def seen() -> list[str]:
        looks = Entry.objects.filter(actor=cast.ole.pk, act="caseload.import", kind=Kind.LIST)
        return sorted(str(table) for table in looks.values_list("table", flat=True))

    ole = chosen(cast, written(SIGNE.replace("F-101", "F-900")), by="ole")
    assert seen() == []
    assert "kan ikke hentes ind her" in text_of(ole, url(cast))
    assert seen() == [str(signes)]
    text_of(chosen(cast, written(TOVE.replace("020280", "030380")), by="ole"), url(cast))
    assert seen() == sorted([str(signes), str(toves)])
    text_of(chosen(cast, written(SIGNE, TOVE)), url(cast))
    assert not Entry.objects.filter(actor=cast.bo.pk, act="caseload.import", kind=Kind.LIST).exists()
