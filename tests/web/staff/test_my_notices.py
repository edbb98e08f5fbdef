"""Sådan får du besked, for Bo: mail or neither; nobody prints a letter for him."""

from bordenden.people.models import Notices
from tests.cast import Cast, client_of
from tests.web.pages import text_of

URL = "/sagsbehandler/besked/"


def test_bo_chooses_mail_and_cannot_choose_paper(cast: Cast) -> None:
    bo = client_of(cast.bo)
    page = text_of(bo, URL)
    assert ("Et brev på papir" in page, "Indtil da får du ikke besked." in page) == (False, True)
    assert bo.post(URL, {"way": "paper"}).status_code == 422
    assert Notices.objects.count() == 0
    assert bo.post(URL, {"way": "email", "email": "bo@fjordby.example"}).status_code == 303
    kept = Notices.objects.get()
    assert (kept.person, kept.email) == (cast.bo, "bo@fjordby.example")
