"""Dig og Amina, for Mie: she answers in what Amina began; Bo and Sara are not there."""

from django.urls import reverse

from bordenden.exchange.models import Message
from tests.cast import Cast, client_of
from tests.exchange.telling import said, thread_of
from tests.web.pages import text_of
from tests.web.reading import form_of


def test_mie_reads_and_answers_and_nobody_else_does(cast: Cast) -> None:
    thread = thread_of(cast, cast.mies_seat)
    said(thread, "Kan du gå med?", cast.amina)
    url = reverse("guest_thread", args=[thread.pk])
    mie = client_of(cast.mie)
    assert "Kan du gå med?" in text_of(mie, url)
    form = {**form_of(mie.get(url)), "words": "Ja, gerne."}
    assert mie.post(url, form).status_code == 303
    newest = Message.objects.order_by("-sent_at", "words").get(from_head=False)
    assert (newest.words, newest.written_by) == ("Ja, gerne.", cast.mie)
    for person in (cast.bo, cast.sara, cast.ole, cast.amina):
        assert client_of(person).get(url).status_code == 404
        assert client_of(person).post(url, form).status_code == 404
