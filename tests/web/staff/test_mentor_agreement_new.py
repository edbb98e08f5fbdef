"""Skriv aftalen: Bo writes it, both are asked; what was typed is kept, and nothing is written over."""

from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from bordenden.mentors.models import MentorAgreement
from bordenden.pathways import actions as pathways
from bordenden.pathways.words import SeatRole
from bordenden.people import actions as people
from bordenden.post.models import Letter
from tests.cast import MONDAY, Cast, client_of
from tests.web.mentoring import DOES, IS, agreed, refused, written
from tests.web.reading import form_of, words_of

SENT = {"hours": "To timer om ugen", "words": IS, "tasks": DOES}
pytestmark = pytest.mark.usefixtures("on_monday")


@pytest.fixture
def on_monday(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bordenden.web.threshold.opens.now", lambda: MONDAY)


def url(cast: Cast, page: str = "mentor_agreement_new") -> str:
    return reverse(page, args=[cast.aminas_table.pk])


def opened(cast: Cast) -> dict[str, Any]:
    page = client_of(cast.bo).get(url(cast))
    assert page.status_code == 200
    return form_of(page)


@pytest.mark.requirement("R158")
def test_bo_writes_half_a_year_and_no_agreement_goes_without_what_mie_is_there_for(cast: Cast) -> None:
    bo, form = client_of(cast.bo), opened(cast)
    assert (form["first_on"], form["last_on"], form["words"]) == ("2026-03-02", "2026-09-01", "")
    for lacks in ("words", "tasks"):
        answer = bo.post(url(cast), {**form, **SENT, lacks: ""})
        assert (answer.status_code, "To timer om ugen" in answer.content.decode()) == (422, True)
    assert not MentorAgreement.objects.exists()
    assert [bo.post(url(cast), {**form, **SENT}).status_code for _sent in range(2)] == [303, 303]
    made = MentorAgreement.objects.get()
    assert (made.role.words, made.role.tasks, made.last_on, made.written_by) == (IS, DOES, date(2026, 9, 1), cast.bo)
    told = set(Letter.objects.filter(kind="mentor_answer").values_list("person", flat=True))
    assert told == {cast.amina.pk, cast.mie.pk}
    refused(cast, url(cast), {**form, **SENT}, "bo")


def test_more_than_six_months_is_refused_and_what_was_typed_stays(cast: Cast) -> None:
    answer = client_of(cast.bo).post(url(cast), {**opened(cast), **SENT, "last_on": "2026-09-02"})
    kept = form_of(answer)
    assert (answer.status_code, kept["last_on"], kept["tasks"]) == (422, "2026-09-02", DOES)
    assert "En aftale kan højst vare seks måneder." in words_of(answer)


def test_the_next_one_begins_the_day_after_and_one_that_waits_is_written_anew(cast: Cast) -> None:
    agreed(cast, last=date(2026, 5, 31))
    form = opened(cast)
    assert (form["first_on"], form["last_on"], form["hours"]) == ("2026-06-01", "2026-11-30", "To timer om ugen")
    bo = client_of(cast.bo)
    assert bo.post(url(cast), {**form, "first_on": "2026-03-02", "last_on": "2026-09-01"}).status_code == 422
    written(cast, first=date(2026, 6, 1), hours="Hver tirsdag")
    anew = opened(cast)
    assert (anew["first_on"], anew["hours"]) == ("2026-06-01", "Hver tirsdag")
    assert bo.post(url(cast), {**anew, "hours": "Hver onsdag"}).status_code == 303
    rows = MentorAgreement.objects.order_by("version").values_list("hours", "dropped_at")
    assert [(hours, dropped is None) for hours, dropped in rows] == [
        ("To timer om ugen", True),
        ("Hver tirsdag", False),
        ("Hver onsdag", True),
    ]


def test_an_old_page_shows_both_line_by_line_and_overwrites_nothing(cast: Cast) -> None:
    bo, old = client_of(cast.bo), opened(cast)
    written(cast, hours="Torsdage")
    answer = bo.post(url(cast), {**old, **SENT, "hours": "Fredage", "tasks": DOES.replace("\n", "\r\n")})
    page = words_of(answer)
    assert (answer.status_code, MentorAgreement.objects.get().hours) == (422, "Torsdage")
    assert "Din tekst Hvor meget tid har de sammen? Fredage Den gemte tekst" in page
    assert "Den gemte tekst Hvor meget tid har de sammen? Torsdage" in page
    assert "Din tekst Hvad gør mentoren?" not in page
    assert bo.post(url(cast), form_of(answer)).status_code == 303
    assert [row.hours for row in MentorAgreement.objects.order_by("version")] == ["Torsdage", "Fredage"]


def test_whom_she_chooses_while_he_types_is_not_bound_by_words_about_another(cast: Cast) -> None:
    old = opened(cast)
    pathways.leave_seat(seat=cast.mies_seat, by=cast.amina, at=MONDAY)
    assert "Amina har ingen mentor lige nu." in words_of(client_of(cast.bo).get(url(cast)))
    henrik = people.register(municipality=cast.fjordby, given_name="Henrik", made_up=True)
    pathways.seat(table=cast.aminas_table, person=henrik, role=SeatRole.MENTOR, by=cast.amina, at=MONDAY)
    answer = client_of(cast.bo).post(url(cast), {**old, **SENT})
    assert (answer.status_code, MentorAgreement.objects.count()) == (422, 0)
    assert "Der er valgt en anden mentor, mens du skrev." in words_of(answer)


def test_what_is_typed_is_kept_for_bo_and_forgotten_when_it_is_sent(cast: Cast) -> None:
    bo, form = client_of(cast.bo), opened(cast)
    assert bo.post(url(cast, "mentor_agreement_new_draft"), {**form, "tasks": "Gå en tur"}).status_code == 204
    offered = words_of(bo.get(url(cast)))
    assert ("Du har en kladde fra" in offered, "“Gå en tur”" in offered) == (True, True)
    assert client_of(cast.mie).post(url(cast, "mentor_agreement_new_draft"), form).status_code == 404
    assert bo.post(url(cast), {**form, **SENT}).status_code == 303
    assert "Du har en kladde fra" not in words_of(bo.get(url(cast)))
