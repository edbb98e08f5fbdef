"""Et møde: Pia invites several at once, notes what became of it, and the page says that nothing follows."""

import pytest
from django.urls import reverse

from bordenden.audit.models import Entry
from bordenden.intake import actions
from bordenden.intake.models import Invitation
from bordenden.intake.words import CandidacyEnd
from tests.cast import MONDAY, Cast, client_of
from tests.intake.candidates import candidate, meeting
from tests.web.pages import queries_of, text_of
from tests.web.talking import stand_at


@pytest.fixture(autouse=True)
def monday(monkeypatch: pytest.MonkeyPatch) -> None:
    stand_at(monkeypatch)


def cprs(number: int) -> list[str]:
    """So many different ones."""
    return [f"{1 + n % 28:02}{1 + n // 28:02}79-{1000 + n}" for n in range(number)]


def test_two_are_invited_at_once_one_answers_and_a_look_is_noted(cast: Cast) -> None:
    pia, nina, rolf = cast.pia, candidate(cast), candidate(cast, "Rolf", "150385-1113")
    held = meeting(cast, pia)
    url = reverse("information_meeting", args=[held.pk])
    assert "Det har ingen følger, hvis man ikke kommer" in text_of(client_of(pia), url)
    looks = Entry.objects.filter(act="information.run", thing__in=[nina.pk, rolf.pk], actor=pia.pk)
    assert looks.count() == 2
    sent = {"do": "invite", "candidates": [nina.pk, rolf.pk]}
    assert client_of(pia).post(url, sent).status_code == 303
    hers = Invitation.objects.get(candidate=nina)
    shown = text_of(client_of(pia), f"{url}?skriv={hers.pk}")
    assert shown.count("Hvad siger borgeren?") == 1
    note = {"do": "note", "invitation": hers.pk, "attendance": "excused", "interest": "thinks"}
    assert client_of(pia).post(url, note).status_code == 303
    assert "Kunne ikke denne gang · Vil tænke over det" in text_of(client_of(pia), url)
    assert reverse("referral_new", args=[nina.pk]) in client_of(pia).get(url).content.decode()


def test_what_cannot_be_is_refused_in_words(cast: Cast) -> None:
    pia, nina = cast.pia, candidate(cast)
    held = meeting(cast, pia)
    url = reverse("information_meeting", args=[held.pk])
    none = client_of(pia).post(url, {"do": "invite"})
    assert (none.status_code, "Vælg mindst én" in none.content.decode()) == (422, True)
    actions.invite(meeting=held, candidates=[nina], by=pia, at=MONDAY)
    early = {"do": "note", "invitation": Invitation.objects.get().pk, "attendance": "came", "interest": ""}
    refused = client_of(pia).post(url, early)
    assert (refused.status_code, "Mødet har ikke været endnu" in refused.content.decode()) == (422, True)
    assert client_of(pia).post(url, {"do": "note", "invitation": "x"}).status_code == 422
    assert client_of(pia).post(url, {"do": "cancel"}).status_code == 303
    assert "Mødet er aflyst" in text_of(client_of(pia), url)


def test_who_has_begun_is_not_named_and_fifty_cost_as_many_queries_as_one(cast: Cast) -> None:
    pia = cast.pia
    held = meeting(cast, pia)
    url = reverse("information_meeting", args=[held.pk])
    first, *others = [candidate(cast, f"Navn{n:02}", cpr) for n, cpr in enumerate(cprs(51))]
    actions.invite(meeting=held, candidates=[first], by=pia, at=MONDAY)
    one = queries_of(client_of(pia), url)
    actions.invite(meeting=held, candidates=others, by=pia, at=MONDAY)
    actions.close_candidacy(candidate=first, ended_as=CandidacyEnd.ENROLLED, by=pia, at=MONDAY)
    assert queries_of(client_of(pia), url) <= one <= 12
    page = client_of(pia).get(url).content
    assert len(page) < 40 * 1024
    words = text_of(client_of(pia), url)
    assert ("Navn00" in words, "Navn01" in words) == (False, True)
    assert "1 af de inviterede står ikke på listen mere" in words


@pytest.mark.parametrize("name", ["bo", "lis", "niels", "amina"])
def test_nobody_else_finds_it(cast: Cast, name: str) -> None:
    held = meeting(cast, cast.pia)
    for page in ("information_meeting", "information_letters"):
        assert client_of(getattr(cast, name)).get(reverse(page, args=[held.pk])).status_code == 404
