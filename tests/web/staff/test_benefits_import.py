"""Hent ydelser ind: Pia chooses a file, sees every line, and only then is it written; the file is hers alone."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from bordenden.audit.models import Entry
from bordenden.intake.models import BenefitPeriod, Candidate, CaseloadFile
from bordenden.people.models import Person
from bordenden.programmes import actions as programmes
from bordenden.programmes.words import Track
from tests.cast import Cast, client_of
from tests.intake.candidates import candidate, referred
from tests.intake.history import BY_DAYS, IDA, VERA, periods, written_up
from tests.web.pages import queries_of, text_of
from tests.web.staff.cases import body

GOOD, BAD = f"{VERA};kontanthjælp;01-02-2020;30-06-2020", f"{VERA};kontanthjælp;01-02-2021;31-01-2021"


def url(cast: Cast) -> str:
    return reverse("benefits_import", args=[cast.project.pk])


def chosen(cast: Cast, *lines: str, headings: str = BY_DAYS) -> Client:
    pia = client_of(cast.pia)
    file = SimpleUploadedFile("ydelser.csv", "\n".join([headings, *lines]).encode())
    answer = pia.post(url(cast), {"file": file})
    assert (answer.status_code, answer.headers.get("Location")) == (303, url(cast)), body(answer)
    return pia


def pressed(client: Client, cast: Cast, do: str) -> int:
    seen = re.findall(r'name="file_seen" value="([^"]+)"', body(client.get(url(cast))))
    return client.post(url(cast), {"do": do, "file_seen": seen[0] if seen else ""}).status_code


def test_pia_sees_every_line_and_brings_in_the_good_ones(cast: Cast) -> None:
    vera = written_up(cast)
    pia = chosen(cast, GOOD, BAD)
    page = text_of(pia, url(cast))
    for words in (
        "Filen har 2 linjer. Intet er skrevet endnu.",
        "1 nye 0 rettes 0 overlapper 0 findes allerede 0 kender vi ikke 1 kan ikke passe",
        "Vera Lind Linje 2 · 020180-**** · kontanthjælp, 1. februar 2020 til 30. juni 2020 Ny",
        "Ydelsen slutter, før den begynder.",
    ):
        assert words in page, words
    assert page.index("Linje 3") < page.index("Linje 2")
    assert VERA not in body(pia.get(url(cast)))
    assert not BenefitPeriod.objects.exists()
    assert pressed(pia, cast, "all") == 422
    assert pressed(pia, cast, "good") == 303
    assert periods(vera) == [("cash_benefit", "2020-02-01", "2020-06-30")]
    assert CaseloadFile.objects.get().content == ""
    assert "Findes allerede" in text_of(chosen(cast, GOOD), url(cast))


def test_thrown_away_nothing_is_written(cast: Cast) -> None:
    written_up(cast)
    pia = chosen(cast, GOOD)
    assert pressed(pia, cast, "discard") == 303
    assert "Intet er skrevet endnu" not in text_of(pia, url(cast))
    assert (BenefitPeriod.objects.count(), CaseloadFile.objects.get().content) == (0, "")


@pytest.mark.parametrize(
    ("content", "says"),
    [(b"", "Filen er tom"), (b"PK\x03\x04", "Excel-fil"), (b"PAR1PAR1", "Parquet-filen kan ikke")],
)
def test_a_file_that_cannot_be_read_says_what_to_do(cast: Cast, content: bytes, says: str) -> None:
    refused = client_of(cast.pia).post(url(cast), {"file": SimpleUploadedFile("ydelser.csv", content)})
    assert (refused.status_code, says in body(refused)) == (422, True)


def test_a_long_file_costs_what_a_short_one_costs(cast: Cast) -> None:
    written_up(cast)
    pia = chosen(cast, GOOD)
    few = queries_of(pia, url(cast))
    weeks = [f"{VERA};{year}-W{week:02};K02" for year in (2018, 2019, 2020) for week in range(1, 53)]
    pia = chosen(cast, *weeks, headings="CPR;Uge;Kode")
    assert queries_of(pia, url(cast)) == few <= 12
    html = pia.get(f"{url(cast)}?side=2").content.decode()
    assert (html.count('<h3 class="case-name"'), len(html) < 40_000) == (25, True)


def test_amina_sees_that_a_file_of_pias_met_her_and_pia_reads_no_more_than_a_no(cast: Cast) -> None:
    Person.objects.filter(pk=cast.amina.pk).update(cpr=VERA)
    named = chosen(cast, f"{VERA};Amina;SU;01-02-2020", headings="CPR;Fornavn;Ydelse;Fra")
    assert "Personen kan ikke skrives op her. Tal med din projektleder." in text_of(named, url(cast))
    looks = Entry.objects.filter(act="benefits.import", actor=cast.pia.pk, table=cast.aminas_table.pk)
    assert looks.count() == 1


def test_each_candidate_a_page_shows_is_looked_at_and_anothers_whom_a_line_met(cast: Cast) -> None:
    """Nina is on the list and asked already, so the look is at her table; Ida is on another project's list."""
    nina, ida = candidate(cast, cpr=VERA), written_up(cast, IDA, "Ida Dam")
    table = referred(cast, cast.pia, nina).table
    other = programmes.begin_project(
        programme=cast.programme, municipality=cast.fjordby, name="Et andet", track=Track.JOB
    )
    Candidate.objects.filter(pk=ida.pk).update(project=other)
    pia = chosen(cast, f"{VERA};Nina;SU;01-02-2020", f"{IDA};Ida;SU;01-02-2020", headings="CPR;Fornavn;Ydelse;Fra")
    assert not Entry.objects.filter(act="benefits.import", thing__in=(nina.pk, ida.pk)).exists()
    pia.get(url(cast))
    looks = Entry.objects.filter(act="benefits.import", actor=cast.pia.pk, thing__in=(nina.pk, ida.pk))
    assert set(looks.values_list("thing", "table")) == {(nina.pk, table.pk), (ida.pk, None)}


def test_pias_file_is_hers_alone(cast: Cast) -> None:
    written_up(cast)
    chosen(cast, GOOD)
    for name in ("amina", "mie", "bo", "ole", "lis", "niels", "stine", "eva"):
        assert client_of(getattr(cast, name)).get(url(cast)).status_code == 404, name
