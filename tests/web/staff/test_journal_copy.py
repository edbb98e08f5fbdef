"""Kopiér til journal: one tap, text or PDF, marked as copied, seen by Amina; markup in a note is only words."""

import re
from datetime import timedelta
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from bordenden.audit.actions import NotLogged
from bordenden.audit.models import Entry as AuditEntry
from bordenden.contactlog import actions
from bordenden.contactlog.models import Entry, JournalCopy
from bordenden.contactlog.words import Channel, CopyFormat, Direction, Outcome, Topic, Urgency
from bordenden.foundation.ids import new_id
from bordenden.web.staff.journal import as_pdf, as_text, notes_of
from tests.cast import MONDAY, Cast, client_of
from tests.web.pages import text_of
from tests.web.staff.cases import STRANGERS, body, noted

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Response

DAY = timedelta(days=1)
LETTERS = "abcæøåÆØÅéü0123456789#*_$\\`@<>[]{}()=-+/~'\"&%|^:;.,!?"


@pytest.fixture(autouse=True)
def monday(monkeypatch: pytest.MonkeyPatch) -> None:
    """The pages are opened two days after the Monday of the cast."""
    monkeypatch.setattr("bordenden.web.threshold.opens.now", lambda: MONDAY + 2 * DAY)


def url(entry: Entry) -> str:
    """Where one contact is copied."""
    return reverse("journal_copy", args=[entry.pk])


def spoke(cast: Cast, **told: Any) -> Entry:
    """Bo called Amina about the bus."""
    return noted(cast, **{"summary": "Vi talte om bussen på Ågade.", "citizen_view": "Jeg går hellere.", **told})


def right(cast: Cast, entry: Entry, words: str) -> Entry:
    """Bo puts it right the day after."""
    return actions.correct(
        entry=entry,
        version=1,
        summary=words,
        channel=Channel.MEETING,
        direction=Direction.OUT,
        form_key=new_id(),
        by=cast.bo,
        at=MONDAY + DAY,
    )


def handed(response: "Response") -> str:
    """The text that is handed out."""
    found = re.search(r"<textarea[^>]*>\n(.*?)</textarea>", body(response), re.DOTALL)
    assert found is not None
    return found.group(1)


def paper(response: "Response") -> str:
    """The words of the PDF that was sent."""
    pages = PdfReader(BytesIO(response.content)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


# The text


def test_one_tap_gives_the_whole_note_as_text(cast: Cast) -> None:
    answer = client_of(cast.bo).post(url(spoke(cast, topics=[Topic.WORK, Topic.MONEY], urgency=Urgency.AT_RISK)))
    assert answer.status_code == 200
    assert handed(answer) == (
        "Notat fra kontaktloggen i Bordenden\n"
        f"Sagsnummer: {cast.aminas_course.reference}\n"
        "Kopieret: 4. marts 2026 kl. 10.00 af Bo Lund\n\n"
        "Kontakt den 2. marts 2026\n"
        "Dato: 2. marts 2026 kl. 10.00\n"
        "Deltagere: Amina Yusuf (borger), Bo Lund (sagsbehandler)\n\n"
        "Notat\n"
        "Tidspunkt: 2. marts 2026 kl. 10.00\n"
        "Kontaktform: Telefon, til borgeren\n"
        "Udfald: Vi fik kontakt\n"
        "Sted: Hver for sig\n"
        "Minutter: 10\n"
        "Taget af: Os\n"
        "Emner: Arbejde og praktik, Økonomi og bolig\n"
        "Haster: Plads eller job er i fare\n"
        "Borgeren siger selv: Jeg går hellere.\n"
        "Indhold: Vi talte om bussen på Ågade.\n"
        "Skrevet af Bo Lund 2. marts 2026 kl. 10.00\n"
    )


def test_a_correction_stands_after_what_was_written_first_and_none_is_left_out(cast: Cast) -> None:
    entry = spoke(cast)
    right(cast, entry, "Det var toget.")
    text = handed(client_of(cast.bo).post(url(entry)))
    first, second = text.index("Vi talte om bussen på Ågade."), text.index("Rettelse 1")
    assert first < second < text.index("Kontaktform: Møde, til borgeren") < text.index("Det var toget.")
    assert text.endswith("Rettet af Bo Lund 3. marts 2026 kl. 10.00\n")


def test_who_did_not_come_is_no_participant(cast: Cast) -> None:
    text = handed(client_of(cast.bo).post(url(spoke(cast, channel=Channel.MEETING, outcome=Outcome.ABSENT))))
    assert ("Deltagere:" in text, "Parter: Amina Yusuf (borger), Bo Lund" in text) == (False, True)


def test_an_answer_says_when_she_asked(cast: Cast) -> None:
    asked = spoke(cast, channel=Channel.TEXT, direction=Direction.IN, at=MONDAY - DAY)
    text = handed(client_of(cast.bo).post(url(spoke(cast, replies_to=asked, summary="Svarede."))))
    assert "Svar på: kontakten 1. marts 2026 kl. 10.00\n" in text


def test_the_note_is_danish_whatever_language_bo_reads_in(cast: Cast) -> None:
    bo, entry = client_of(cast.bo), spoke(cast)
    in_danish = handed(bo.post(url(entry)))
    bo.cookies["sprog"] = "en"
    assert handed(bo.post(url(entry))) == in_danish


def test_both_who_sat_at_the_head_when_it_happened_are_named(cast: Cast) -> None:
    entry = noted(cast, cast.holms_table, summary="Vi talte alle tre.")
    notes = notes_of(cast.holms_table, [[entry]], author="Bo Lund", at=MONDAY)
    people = dict(notes.notes[0].facts)["Deltagere"]
    assert people.count("(borger)") == 2
    assert people.count("Holm") == 2


# The PDF


def test_the_pdf_holds_date_participants_key_words_and_who_wrote(cast: Cast) -> None:
    entry = spoke(cast)
    right(cast, entry, "Det var toget til Ærø.")
    answer = client_of(cast.bo).post(url(entry), {"format": "pdf"})
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    words = paper(answer)
    for part in (
        "Dato: 2. marts 2026 kl. 10.00",
        "Deltagere: Amina Yusuf (borger), Bo Lund (sagsbehandler)",
        f"Sagsnummer: {cast.aminas_course.reference}",
        "Kontaktform: Telefon, til borgeren",
        "Borgeren siger selv Jeg går hellere.",
        "Indhold Vi talte om bussen på Ågade.",
        "Skrevet af Bo Lund 2. marts 2026 kl. 10.00",
        "Rettelse 1",
        "Det var toget til Ærø.",
        "Rettet af Bo Lund 3. marts 2026 kl. 10.00",
    ):
        assert part in words, part


def test_the_file_is_named_by_the_day_and_nothing_else_and_is_never_kept_by_the_browser(cast: Cast) -> None:
    answer = client_of(cast.bo).post(url(spoke(cast)), {"format": "pdf"})
    assert answer["Content-Disposition"] == 'attachment; filename="journalnotat-2026-03-04.pdf"'
    assert "no-store" in answer["Cache-Control"]
    root: Any = PdfReader(BytesIO(answer.content)).trailer["/Root"]
    assert (root["/Lang"], root["/MarkInfo"]["/Marked"], "/StructTreeRoot" in root) == ("da-DK", True, True)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet=LETTERS, min_size=1, max_size=60), st.text(alphabet=LETTERS, min_size=1, max_size=60))
def test_what_looks_like_markup_is_only_words_in_text_and_pdf(cast: Cast, summary: str, view: str) -> None:
    entry = Entry(
        table=cast.aminas_table,
        summary=summary,
        citizen_view=view,
        channel=Channel.PHONE,
        direction=Direction.OUT,
        initiator="staff",
        place="remote",
        outcome=Outcome.REACHED,
        minutes=10,
        happened_at=MONDAY,
        written_by=cast.bo,
        written_at=MONDAY,
    )
    notes = notes_of(cast.aminas_table, [[entry]], author="Bo Lund", at=MONDAY)
    assert f"\nBorgeren siger selv: {view}\nIndhold: {summary}\n" in as_text(notes)
    pages = PdfReader(BytesIO(as_pdf(notes, at=MONDAY))).pages
    words = "".join("".join(page.extract_text() for page in pages).split())
    assert "".join(f"Borgerensigerselv{view}Indhold{summary}SkrevetafBoLund".split()) in words


# Marked, logged, seen


def test_the_tap_marks_it_and_the_log_and_amina_say_so(cast: Cast) -> None:
    entry, bo = spoke(cast), client_of(cast.bo)
    log = reverse("case_contacts", args=[cast.aminas_table.pk])
    assert "1 kontakt er ikke kopieret til kommunens journal." in text_of(bo, log)
    bo.post(url(entry))
    copy = JournalCopy.objects.get()
    assert (copy.entry, copy.version, copy.copied_by, copy.format) == (entry, 1, cast.bo, CopyFormat.TEXT)
    assert "Bo Lund kopierede det til kommunens journal i dag kl. 10.00" in text_of(bo, log)
    assert "er ikke kopieret" not in text_of(bo, log)
    hers = text_of(client_of(cast.amina), reverse("contacts", args=[cast.aminas_table.pk]))
    assert "Bo kopierede det til kommunens journal i dag kl. 10.00" in hers


@pytest.mark.parametrize("way", ["text", "pdf"])
def test_what_leaves_the_house_is_logged_as_an_export_and_she_reads_it_in_words(cast: Cast, way: str) -> None:
    entry = spoke(cast)
    client_of(cast.bo).post(url(entry), {"format": way})
    line = AuditEntry.objects.get(act="journal.copy", kind="export")
    assert (line.actor, line.thing, line.table) == (cast.bo.pk, entry.pk, cast.aminas_table.pk)
    page = text_of(client_of(cast.amina), reverse("looks", args=[cast.aminas_table.pk]))
    assert "Bo Lund, sagsbehandler Kopierede et notat til kommunens journal" in page


def test_opening_the_address_hands_out_nothing_and_marks_nothing(cast: Cast) -> None:
    page = body(client_of(cast.bo).get(url(spoke(cast))))
    assert ("Vis som tekst" in page, "Hent som PDF" in page, "<textarea" in page) == (True, True, False)
    assert JournalCopy.objects.count() == 0
    assert AuditEntry.objects.filter(kind="export").count() == 0


def test_a_correction_after_copying_asks_for_a_new_copy_and_a_second_tap_settles_it(cast: Cast) -> None:
    entry, bo = spoke(cast), client_of(cast.bo)
    bo.post(url(entry))
    right(cast, entry, "Det var toget.")
    log = reverse("case_contacts", args=[cast.aminas_table.pk])
    page = text_of(bo, log)
    assert ("Ændret efter kopiering" in page, "Kopiér igen til journal" in page) == (True, True)
    hers = text_of(client_of(cast.amina), reverse("contacts", args=[cast.aminas_table.pk]))
    assert "Rettet siden" in hers
    bo.post(url(entry))
    assert list(JournalCopy.objects.order_by("version").values_list("version", flat=True)) == [1, 2]
    page = text_of(bo, log)
    assert ("Ændret efter kopiering" in page, "er ikke kopieret" in page) == (False, False)


def test_a_double_click_is_one_copy_and_gives_the_text_both_times(cast: Cast) -> None:
    entry, bo = spoke(cast), client_of(cast.bo)
    first, second = (handed(bo.post(url(entry))) for _click in range(2))
    assert (first == second, JournalCopy.objects.count()) == (True, 1)


def test_when_the_log_is_closed_nothing_is_handed_out(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    entry = spoke(cast)

    def closed(*_looks: object, **_who: object) -> None:
        raise NotLogged

    monkeypatch.setattr("bordenden.web.threshold.opens.write_looks", closed)
    answer = client_of(cast.bo).post(url(entry))
    assert (answer.status_code, "bussen" in body(answer)) == (503, False)


# Who may


@pytest.mark.parametrize("name", STRANGERS)
def test_only_her_coordinator_copies(cast: Cast, name: str) -> None:
    entry, other = spoke(cast), client_of(getattr(cast, name))
    assert other.get(url(entry)).status_code == 404
    for way in ("text", "pdf"):
        assert other.post(url(entry), {"format": way}).status_code == 404
    assert JournalCopy.objects.count() == 0


def test_amina_and_a_guest_are_offered_no_button(cast: Cast) -> None:
    spoke(cast)
    page = Client.get(client_of(cast.amina), reverse("contacts", args=[cast.aminas_table.pk])).content.decode()
    assert ("journal/" in page, "Kopiér" in page) == (False, False)
