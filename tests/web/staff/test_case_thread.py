"""Dig og Amina, for Bo: he reads, answers, keeps a draft; a mentor's thread is not his."""

from django.urls import reverse

from bordenden.exchange.models import Message
from tests.cast import Cast, client_of
from tests.exchange.telling import said, thread_of
from tests.web.pages import queries_of, text_of
from tests.web.reading import form_of


def test_bo_answers_and_what_he_answers_is_read(cast: Cast) -> None:
    thread = thread_of(cast, cast.bos_seat)
    said(thread, "Må jeg tage min søster med?", cast.amina)
    url, bo = reverse("case_thread", args=[thread.pk]), client_of(cast.bo)
    assert "Må jeg tage min søster med?" in text_of(bo, url)
    form = {**form_of(bo.get(url)), "words": "Ja, meget gerne."}
    assert bo.post(reverse("case_thread_draft", args=[thread.pk]), form).status_code == 204
    assert "Ja, meget gerne." in text_of(bo, reverse("drafts"))
    assert bo.post(url, form).status_code == 303
    assert Message.objects.filter(read_at=None, from_head=True).count() == 0
    assert queries_of(bo, url) <= 12


def test_only_his_own(cast: Cast) -> None:
    mies, bos = (thread_of(cast, seat) for seat in (cast.mies_seat, cast.bos_seat))
    assert client_of(cast.bo).get(reverse("case_thread", args=[mies.pk])).status_code == 404
    for person in (cast.amina, cast.mie, cast.ole, cast.birthe):
        url = reverse("case_thread", args=[bos.pk])
        assert client_of(person).get(url).status_code == 404
        assert client_of(person).post(url, {"do": "read"}).status_code == 404
