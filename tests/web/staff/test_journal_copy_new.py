"""Kopiér alle til journal: everything of one citizen that is not in the journal as it stands, in one tap."""

import re
from datetime import datetime, timedelta
from io import BytesIO

import pytest
from django.conf import settings
from django.urls import reverse
from pypdf import PdfReader

from bordenden.audit.models import Entry as AuditEntry
from bordenden.contactlog import actions
from bordenden.contactlog.models import JournalCopy
from bordenden.contactlog.words import Channel, CopyFormat, Direction
from bordenden.foundation.ids import new_id
from tests.cast import MONDAY, Cast, client_of
from tests.web.pages import queries_of, text_of
from tests.web.staff.cases import STRANGERS, body, noted

DAY = timedelta(days=1)
WEDNESDAY = MONDAY + 2 * DAY


@pytest.fixture(autouse=True)
def wednesday(monkeypatch: pytest.MonkeyPatch) -> None:
    """The pages are opened two days after the Monday of the cast."""
    at(monkeypatch, WEDNESDAY)


def at(monkeypatch: pytest.MonkeyPatch, moment: datetime) -> None:
    """The pages are opened at that moment."""
    monkeypatch.setattr("bordenden.web.threshold.opens.now", lambda: moment)


def url(cast: Cast) -> str:
    """Where all that is missing is copied."""
    return reverse("journal_copy_new", args=[cast.aminas_table.pk])


def log(cast: Cast) -> str:
    """The contact log."""
    return reverse("case_contacts", args=[cast.aminas_table.pk])


def test_one_tap_takes_all_that_is_missing_the_oldest_first_and_nothing_else(cast: Cast) -> None:
    kept = noted(cast, summary="Den er der.", at=MONDAY - 3 * DAY)
    actions.copy_to_journal(entries=[kept], format=CopyFormat.TEXT, by=cast.bo, at=MONDAY - 2 * DAY)
    noted(cast, summary="Nyt.")
    changed = noted(cast, summary="Forkert.", at=MONDAY - 4 * DAY)
    actions.copy_to_journal(entries=[changed], format=CopyFormat.TEXT, by=cast.bo, at=MONDAY - 3 * DAY)
    actions.correct(
        entry=changed,
        version=1,
        summary="Rigtigt.",
        channel=Channel.PHONE,
        direction=Direction.OUT,
        form_key=new_id(),
        by=cast.bo,
        at=MONDAY,
    )
    noted(cast, cast.karims_table, summary="Karims.")
    page = body(client_of(cast.bo).post(url(cast)))
    said = re.findall(r"Indhold: (.*)", page)
    assert said == ["Forkert.", "Rigtigt.", "Nyt."]
    marks = JournalCopy.objects.filter(copied_at=WEDNESDAY).order_by("version")
    assert [(copy.version, copy.table) for copy in marks] == [(1, cast.aminas_table), (2, cast.aminas_table)]


def test_the_page_before_the_tap_says_what_will_be_taken_and_takes_nothing(cast: Cast) -> None:
    noted(cast, summary="Vi talte om bussen.")
    words = text_of(client_of(cast.bo), url(cast))
    first = "1 kontakt er ikke kopieret, som den står nu. 2. marts kl. 10.00 Vi talte om bussen."
    assert f"{first} Vis som tekst Hent som PDF" in words
    assert JournalCopy.objects.count() == 0


def test_of_very_many_the_oldest_are_taken_first_and_the_rest_with_the_next_tap(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bordenden.web.staff.views.journal_copy_new.AT_ONCE", 2)
    for days in (1, 3, 2):
        noted(cast, summary=f"For {days} dage siden.", at=MONDAY - days * DAY)
    bo = client_of(cast.bo)
    lead = "3 kontakter er ikke kopieret, som de står nu. Du tager de ældste 2 først."
    assert f"{lead} 27. februar kl. 10.00 For 3" in text_of(bo, url(cast))
    taps = []
    for minutes, seen in ((0, 3), (0, 3), (20, 1)):
        at(monkeypatch, WEDNESDAY + timedelta(minutes=minutes))
        taps.append(re.findall(r"Indhold: For (\d)", body(bo.post(url(cast), {"missing": str(seen)}))))
    assert taps == [["3", "2"], ["3", "2"], ["1"]]
    assert JournalCopy.objects.count() == 3


@pytest.mark.parametrize("missing", ["", "mange", "-1", "9" * 5000, "²"])
def test_a_number_that_is_none_changes_nothing(cast: Cast, missing: str) -> None:
    noted(cast, summary="Vi talte om bussen.")
    assert "Indhold: Vi talte om bussen." in body(client_of(cast.bo).post(url(cast), {"missing": missing}))


def test_a_second_tap_and_the_pdf_after_the_text_give_the_same_once_more(cast: Cast) -> None:
    noted(cast, summary="Vi talte om bussen.")
    bo = client_of(cast.bo)
    first, second = (body(bo.post(url(cast))) for _click in range(2))
    assert ("Indhold: Vi talte om bussen." in first, "Indhold: Vi talte om bussen." in second) == (True, True)
    assert JournalCopy.objects.count() == 1
    answer = bo.post(url(cast), {"again": "1", "format": "pdf"})
    words = " ".join(page.extract_text() for page in PdfReader(BytesIO(answer.content)).pages)
    assert "Vi talte om bussen." in words
    assert sorted(JournalCopy.objects.values_list("format", flat=True)) == ["pdf", "text"]
    assert "Alle kontakter med Amina er kopieret. Vis det sidste igen" in text_of(bo, url(cast))


def test_with_nothing_to_copy_a_tap_says_so_and_hands_out_nothing(cast: Cast) -> None:
    answer = client_of(cast.bo).post(url(cast))
    assert (answer.status_code, "Alle kontakter med Amina er kopieret." in body(answer)) == (200, True)
    assert AuditEntry.objects.filter(kind="export").count() == 0


def test_it_is_one_export_in_the_log_and_she_reads_it_in_words(cast: Cast) -> None:
    for words in ("Et.", "To."):
        noted(cast, summary=words)
    client_of(cast.bo).post(url(cast))
    line = AuditEntry.objects.get(kind="export")
    assert (line.act, line.thing, line.actor) == ("journal.copy_new", cast.aminas_table.pk, cast.bo.pk)
    page = text_of(client_of(cast.amina), reverse("looks", args=[cast.aminas_table.pk]))
    assert "Bo Lund, sagsbehandler Kopierede flere notater til kommunens journal" in page


def test_the_log_offers_it_with_one_tap_and_is_silent_when_all_is_copied(cast: Cast) -> None:
    noted(cast)
    bo = client_of(cast.bo)
    page = body(bo.get(log(cast)))
    assert f'action="{url(cast)}"' in page
    bo.post(url(cast))
    assert "Kopiér alle til journal" not in text_of(bo, log(cast))


@pytest.mark.parametrize(
    ("days", "late"),
    [(3, False), (4, True), (2, False)],
    ids=["Thursday: three working days", "Friday: four", "Wednesday"],
)
def test_after_three_working_days_he_is_quietly_told(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, days: int, late: bool
) -> None:
    noted(cast, at=MONDAY)
    at(monkeypatch, MONDAY + days * DAY)
    told = "1 af dem har ventet i mere end 3 arbejdsdage." in text_of(client_of(cast.bo), log(cast))
    assert told == late


def test_a_weekend_and_easter_do_not_count(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    before_easter = MONDAY + 30 * DAY
    noted(cast, at=before_easter)
    at(monkeypatch, before_easter + 8 * DAY)
    assert "arbejdsdage" not in text_of(client_of(cast.bo), log(cast))
    at(monkeypatch, before_easter + 9 * DAY)
    assert "arbejdsdage" in text_of(client_of(cast.bo), log(cast))


def test_a_municipality_sets_the_number_of_days_itself(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    assert settings.JOURNAL_WORKDAYS == 3
    monkeypatch.setattr(settings, "JOURNAL_WORKDAYS", 1)
    noted(cast, at=MONDAY)
    assert "1 af dem har ventet i mere end 1 arbejdsdage." in text_of(client_of(cast.bo), log(cast))


def test_amina_reads_nothing_of_what_is_late(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    noted(cast, at=MONDAY)
    at(monkeypatch, MONDAY + 9 * DAY)
    assert "arbejdsdage" not in text_of(client_of(cast.amina), reverse("contacts", args=[cast.aminas_table.pk]))


@pytest.mark.parametrize("name", STRANGERS)
def test_only_her_coordinator_copies(cast: Cast, name: str) -> None:
    noted(cast)
    other = client_of(getattr(cast, name))
    assert (other.get(url(cast)).status_code, other.post(url(cast)).status_code) == (404, 404)
    assert JournalCopy.objects.count() == 0


def test_three_contacts_cost_the_queries_of_one(cast: Cast) -> None:
    noted(cast)
    bo, counts = client_of(cast.bo), []
    for _more in range(2):
        counts.append([queries_of(bo, address) for address in (url(cast), log(cast))])
        for number in range(2):
            actions.copy_to_journal(
                entries=[noted(cast, summary=f"Nr. {number}")], format=CopyFormat.TEXT, by=cast.bo, at=MONDAY
            )
            noted(cast, summary=f"Nummer {number}")
    assert counts[0] == counts[1]
