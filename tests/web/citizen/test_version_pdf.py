"""Min plan til papir: a PDF with nothing personal in its name, and the look is logged as a file taken out."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from bordenden.audit.models import Entry
from bordenden.plans.models import PlanVersion
from tests.cast import Cast, client_of
from tests.web.paper import address, held, refuses
from tests.web.parts.test_version_print import words


def test_she_gets_her_plan_as_a_file(cast: Cast) -> None:
    version = held(cast)
    answer = client_of(cast.amina).get(address("version_pdf", version))
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    assert answer["Content-Disposition"] == 'inline; filename="plan-1-2026-03-02.pdf"'
    said = "".join(page.extract_text() for page in PdfReader(BytesIO(answer.content)).pages)
    assert "Amina Yusuf" in said
    assert Entry.objects.filter(act="version.read", kind="export", thing=version.pk).count() == 1


@pytest.mark.requirement("R151")
def test_the_casts_own_plan_is_of_the_usual_size_and_two_pages(story: Cast) -> None:
    version = PlanVersion.objects.get(table=story.aminas_table, status="agreed")
    size = {part: len(version.content[part]) for part in ("goals", "steps", "chosen", "contacts")}
    assert size == {"goals": 3, "steps": 8, "chosen": 6, "contacts": 8}
    answer = client_of(story.amina).get(address("version_pdf", version))
    paper = PdfReader(BytesIO(answer.content))
    read = words(paper)
    assert (len(paper.pages), "Side 2 af 2" in read) == (2, True)
    for part, key in (("goals", "words"), ("steps", "words"), ("chosen", "name"), ("contacts", "name")):
        assert [one[key] for one in version.content[part] if one[key] not in read] == []


def test_it_is_hers_alone_at_this_door(cast: Cast) -> None:
    refuses(cast, address("version_pdf", held(cast)), "bo")
