"""Beskeder, for Bo: his own thread with Amina, begun here; a substitute begins her own."""

from django.urls import reverse

from bordenden.exchange.models import Thread
from tests.cast import Cast, client_of
from tests.exchange.telling import said, thread_of
from tests.web.pages import text_of


def url(cast: Cast) -> str:
    return reverse("case_messages", args=[cast.aminas_table.pk])


def test_bo_begins_once_and_others_cannot(cast: Cast) -> None:
    bo = client_of(cast.bo)
    assert "Skriv til Amina" in text_of(bo, url(cast))
    answers = [bo.post(url(cast)) for _tap in range(2)]
    thread = Thread.objects.get()
    assert {answer["Location"] for answer in answers} == {reverse("case_thread", args=[thread.pk])}
    assert thread.shared_to == cast.bos_seat
    for person in (cast.amina, cast.mie, cast.ole, cast.lis):
        assert client_of(person).get(url(cast)).status_code == 404
        assert client_of(person).post(url(cast)).status_code == 404


def test_who_wrote_to_bo_stands_on_his_list(cast: Cast) -> None:
    bo, waiting = client_of(cast.bo), reverse("waiting")
    said(thread_of(cast, cast.mies_seat), "Til Mie", cast.amina)
    assert "Amina har skrevet til dig." not in text_of(bo, waiting)
    said(thread_of(cast, cast.bos_seat), "Til Bo", cast.amina)
    assert "Amina har skrevet til dig." in text_of(bo, waiting)
