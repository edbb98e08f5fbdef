"""Hent, for Bo: what is shown to his own seat, written down as taken out of the house."""

from django.urls import reverse

from bordenden.audit.models import Entry
from tests.cast import Cast, client_of
from tests.exchange.telling import laid, view_of


def test_bo_gets_his_own_and_she_reads_that_he_did(cast: Cast) -> None:
    view = view_of(laid(cast, cast.bos_seat), cast.bos_seat)
    url = reverse("case_file_get", args=[view.pk])
    answer = client_of(cast.bo).get(url)
    assert (answer.status_code, answer["Content-Disposition"]) == (200, 'attachment; filename="Brev.pdf"')
    assert Entry.objects.filter(act="file.view", kind="export", thing=view.pk, actor=cast.bo.pk).count() == 1
    for person in (cast.mie, cast.ole, cast.birthe, cast.amina):
        assert client_of(person).get(url).status_code == 404
