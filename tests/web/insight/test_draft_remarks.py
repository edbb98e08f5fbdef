"""What the test runs said."""

from datetime import timedelta
from uuid import uuid4

from django.urls import reverse

from bordenden.assessments.models import Instrument, TestRun
from tests.cast import MONDAY, Cast, client_of
from tests.web.pages import text_of


def address(instrument: Instrument) -> str:
    return reverse("draft_remarks", args=[instrument.pk])


def test_lis_reads_what_was_said_of_which_question(story: Cast, local: Instrument) -> None:
    read = text_of(client_of(story.lis), address(local))
    assert "Kan du komme derhen, hvor du skal?" in read
    assert "Fjordby (opdigtet): ikke til at forstå. Skal jeg tænke på bussen eller på benene?" in read
    assert "ikke færdig endnu." in read
    assert "Er der et sted i Fjordby" not in read


def test_more_than_ten_are_paged_and_nobody_reads_that_nobody_tried(story: Cast, local: Instrument) -> None:
    version = TestRun.objects.get(version__instrument=local).version
    for number in range(11):
        begun = MONDAY - timedelta(days=1 + number)
        said = {"begun_at": begun, "finished_at": begun, "on_the_whole": f"Prøve {number:02}"}
        TestRun.objects.create(version=version, by=story.niels, form_key=uuid4(), **said)
    lis, url = client_of(story.lis), address(local)
    pages = [text_of(lis, url + asked) for asked in ("", "?side=2", "?side=99")]
    assert [("Prøve 08" in page, "Prøve 09" in page, "Prøve 10" in page) for page in pages] == [
        (True, False, False),
        (False, True, True),
        (True, False, False),
    ]
    assert not any("Ingen har prøvet" in page for page in pages)


def test_before_anybody_tried_it_says_so_and_others_do_not_read(
    story: Cast, drafted: Instrument, local: Instrument
) -> None:
    assert "Ingen har prøvet kladden endnu" in text_of(client_of(story.stine), address(drafted))
    assert client_of(story.stine).get(address(local)).status_code == 404
    assert client_of(story.niels).get(address(drafted)).status_code == 404
