"""Min plan til papir: a PDF with nothing personal in its name, and the look is logged as a file taken out."""

from io import BytesIO

from pypdf import PdfReader

from bordenden.audit.models import Entry
from tests.cast import Cast, client_of
from tests.web.paper import address, held, refuses


def test_she_gets_her_plan_as_a_file(cast: Cast) -> None:
    version = held(cast)
    answer = client_of(cast.amina).get(address("version_pdf", version))
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    assert answer["Content-Disposition"] == 'inline; filename="plan-1-2026-03-02.pdf"'
    said = "".join(page.extract_text() for page in PdfReader(BytesIO(answer.content)).pages)
    assert "Amina Yusuf" in said
    assert Entry.objects.filter(act="version.read", kind="export", thing=version.pk).count() == 1


def test_it_is_hers_alone_at_this_door(cast: Cast) -> None:
    refuses(cast, address("version_pdf", held(cast)), "bo")
