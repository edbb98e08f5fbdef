"""Brevet på papir: a tagged PDF in Danish with the same words, noted as handed out."""

from io import BytesIO
from typing import Any

from django.urls import reverse
from pypdf import PdfReader

from bordenden.audit.models import Entry
from bordenden.plans.models import Ruling
from tests.cast import Cast, client_of
from tests.web.talking import refused


def url() -> str:
    return reverse("ruling_paper", args=[Ruling.objects.get().pk])


def test_the_letter_is_a_tagged_danish_pdf_of_one_page(story: Cast) -> None:
    answer = client_of(story.amina).get(url())
    assert (answer["Content-Type"], "Amina" in answer["Content-Disposition"]) == ("application/pdf", False)
    letter = PdfReader(BytesIO(answer.content))
    catalogue: Any = letter.root_object
    assert (len(letter.pages), catalogue["/Lang"], catalogue["/MarkInfo"]["/Marked"]) == (1, "da-DK", True)
    text = " ".join(letter.pages[0].extract_text().split())
    assert "Amina Yusuf" in text
    for words in ("Du har fået nej", "Støtte i dit hjem", "klarer hverdagen", "inden 4 uger", "Ankestyrelsen"):
        assert words in text
    assert Entry.objects.filter(act="ruling.read", kind="export", actor=story.amina.pk).count() == 1


def test_it_is_hers_alone(story: Cast) -> None:
    refused(story, url(), {}, "bo", "jens")
