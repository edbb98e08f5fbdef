"""Afgørelsen på papir: Bo prints the letter Amina has been given."""

from django.urls import reverse

from bordenden.audit.models import Entry
from bordenden.plans.models import Ruling
from tests.cast import Cast, client_of
from tests.web.talking import refused


def url() -> str:
    return reverse("chosen_letter", args=[Ruling.objects.get().pk])


def test_bo_gets_the_letter_as_a_pdf_that_names_nobody_in_its_name(story: Cast) -> None:
    answer = client_of(story.bo).get(url())
    assert (answer.status_code, answer.content[:5]) == (200, b"%PDF-")
    assert answer["Content-Disposition"] == 'attachment; filename="afgoerelse.pdf"'
    assert Entry.objects.filter(kind="export", table=story.aminas_table.pk, actor=story.bo.pk).count() == 1


def test_nobody_else_does(story: Cast) -> None:
    refused(story, url(), {}, "amina", "jens")
