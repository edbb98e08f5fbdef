"""Sådan får du besked, for Mie: mail or paper; a reminder of somebody else's small steps is not hers to ask for."""

from bordenden.people.models import Notices
from tests.cast import Cast, client_of
from tests.web.pages import text_of

URL = "/gaest/besked/"


def test_mie_chooses_for_herself_and_is_not_offered_reminders(cast: Cast) -> None:
    mie = client_of(cast.mie)
    page = text_of(mie, URL)
    assert ("Et brev på papir" in page, "Mind mig" in page) == (True, False)
    answer = mie.post(URL, {"way": "paper", "reminders": "on"})
    kept = Notices.objects.get()
    assert (answer.status_code, kept.person, kept.way, kept.reminders) == (303, cast.mie, "paper", False)
