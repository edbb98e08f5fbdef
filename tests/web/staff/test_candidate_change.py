"""Ret målgruppe og uddannelse: it changes the answer; of two who change it at once neither is overwritten."""

from django.urls import reverse

from bordenden.intake.models import Candidate
from tests.cast import Cast, client_of
from tests.intake.history import lived_on, written_up
from tests.web.pages import text_of
from tests.web.staff.cases import body

YOUNG = "2205991234"


def url(candidate: Candidate) -> str:
    return reverse("candidate_change", args=[candidate.pk])


def test_the_answer_changes_with_what_pia_writes(cast: Cast) -> None:
    vera = written_up(cast, YOUNG)
    lived_on(vera, "resource_programme_benefit", "2020-01-01")
    pia, page = client_of(cast.pia), reverse("candidate", args=[vera.pk])
    assert "Vi mangler at vide noget" in text_of(pia, page)
    sent = {"target_group": "§ 1 nr. 8", "vocational_education": "ja", "seen_group": "", "seen_education": "ved-ikke"}
    answer = pia.post(url(vera), sent)
    assert (answer.status_code, answer["Location"]) == (303, page)
    read = text_of(pia, page)
    assert "Kan være med" in read
    assert "Erhvervsuddannelse Ja Målgruppe § 1 nr. 8: ressourceforløb" in read


def test_both_are_shown_where_another_changed_it_in_between(cast: Cast) -> None:
    vera = written_up(cast, YOUNG)
    sent = {"target_group": "", "vocational_education": "ja", "seen_group": "", "seen_education": "ved-ikke"}
    pia = client_of(cast.pia)
    pia.post(url(vera), sent)
    refused = pia.post(url(vera), {**sent, "vocational_education": "nej"})
    assert refused.status_code == 422
    for words in (
        "En anden har rettet det imens.",
        "Din tekst",
        "Den gemte tekst",
        'name="seen_education" value="ja"',
    ):
        assert words in body(refused), words
    assert pia.post(url(vera), {**sent, "vocational_education": "nej", "seen_education": "ja"}).status_code == 303


def test_nobody_else_changes_it(cast: Cast) -> None:
    vera = written_up(cast)
    for name in ("bo", "ole", "lis", "niels"):
        stranger = client_of(getattr(cast, name))
        assert (stranger.get(url(vera)).status_code, stranger.post(url(vera), {}).status_code) == (404, 404)
