"""Beskeder og filer, for the children: Freja meets what her father began with her, and Anton what is shown to him."""

from uuid import uuid4

from django.urls import reverse

from bordenden.exchange import actions
from bordenden.exchange.models import Message, Thread
from bordenden.pathways.models import Seat
from tests.cast import Cast, client_of
from tests.exchange.telling import laid
from tests.web.citizen.family_stories import family_of, on_the_monday, person_of
from tests.web.pages import queries_of, text_of
from tests.web.reading import form_of, words_of

__all__ = ["on_the_monday"]


def url(story: Cast) -> str:
    return reverse("family_messages", args=[family_of(story).pk])


def test_freja_writes_with_both_at_the_head_and_each_reads_who_wrote(story: Cast) -> None:
    freja, thread = client_of(person_of("Freja")), Thread.objects.get(shared_to__person=person_of("Freja"))
    assert url(story) in freja.get(reverse("family", args=[family_of(story).pk])).content.decode()
    assert "Læs og skriv til Jens og Lone" in text_of(freja, url(story))
    page = reverse("thread", args=[thread.pk])
    assert "Dig og Jens og Lone" in text_of(freja, page)
    form = {**form_of(freja.get(page)), "words": "Må jeg tage Anton med?"}
    assert [freja.post(page, form).status_code for _tap in range(2)] == [303, 303]
    assert Message.objects.filter(words="Må jeg tage Anton med?", from_head=False).count() == 1
    lone, hers = client_of(story.lone), reverse("messages", args=[story.holms_table.pk])
    assert "I sidder flere for bordenden. I kan alle læse det." in text_of(lone, hers)
    read = text_of(lone, page)
    assert ("Jens, " in read, "Freja, " in read, "Dig, " in read) == (True, True, False)
    for one in (freja, lone):
        assert queries_of(one, page) <= 12
    refused = freja.post(page, {"do": "close"})
    assert (refused.status_code, "bestemmer selv" in words_of(refused)) == (422, True)


def test_a_brother_a_mentor_and_the_caseworker_are_not_there(story: Cast) -> None:
    thread = Thread.objects.get(shared_to__person=person_of("Freja"))
    page = reverse("thread", args=[thread.pk])
    assert "Her er ikke noget endnu" in text_of(client_of(person_of("Anton")), url(story))
    for person in (person_of("Anton"), story.ole, story.mie, story.amina):
        assert client_of(person).get(page).status_code == 404
        assert client_of(person).post(page, {"words": "Hej", "form_key": str(uuid4())}).status_code == 404
    for person in (story.ole, story.amina, story.mie):
        assert client_of(person).get(url(story)).status_code == 404


def test_anton_sees_the_files_shown_to_him_and_many_cost_what_one_costs(story: Cast) -> None:
    seat = Seat.objects.get(person=person_of("Anton"))
    laid(story, name="Til Lone.pdf", more=b"%", by=story.jens)
    file = laid(story, seat, name="Skolen.pdf", by=story.jens)
    anton, freja = client_of(person_of("Anton")), client_of(person_of("Freja"))
    page = text_of(anton, url(story))
    assert ("Skolen.pdf" in page, "Til Lone.pdf" in page) == (True, False)
    assert "Skolen.pdf" not in text_of(freja, url(story))
    one = queries_of(anton, url(story))
    for number in range(25):
        laid(story, seat, more=f"%{number}".encode(), by=story.jens)
    assert queries_of(anton, url(story)) == one <= 12
    actions.remove(file=file, by=story.jens, at=story.at)
    assert "Skolen.pdf" not in text_of(anton, url(story))
