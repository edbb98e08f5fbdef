"""Hvordan går det nu: Samira says how it goes after her course, or leaves it, and nobody reads it but Ole."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.urls import reverse

from bordenden.followup.models import FollowUp
from bordenden.foundation.days import begin_of
from bordenden.people.models import Person
from bordenden.worlds.cast.out import build_out
from tests.cast import Cast, client_of
from tests.web.pages import queries_of, text_of
from tests.web.reading import form_of, words_of


@pytest.fixture
def day(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> FollowUp:
    """Three months after Samira left, in the morning of that day."""
    build_out(cast)
    row = FollowUp.objects.get(months=3)
    at = begin_of(row.due_on) + timedelta(hours=9)
    monkeypatch.setattr("bordenden.web.threshold.opens.now", lambda: at)
    return row


def samira() -> Person:
    return Person.objects.get(given_name="Samira")


def url(day: FollowUp) -> str:
    return reverse("going_now", args=[day.pk])


def test_she_is_asked_on_her_table_and_answers_in_her_own_choice(day: FollowUp) -> None:
    hers, table = client_of(samira()), reverse("table", args=[day.table_id])
    assert "Hvordan går det nu? Du må gerne fortælle det. Du må også gerne lade være." in text_of(hers, table)
    assert "Dit svar ændrer intet for dig." in text_of(hers, url(day))
    assert hers.post(url(day), {"status": "ordinary_job", "wage_hours": "30"}).status_code == 303
    kept = FollowUp.objects.get(pk=day.pk)
    assert (kept.status, kept.wage_hours, kept.by_herself) == ("ordinary_job", Decimal(30), True)
    assert "Hvordan går det nu?" not in text_of(hers, table)
    assert "Du har svaret. Du kan rette det her." in text_of(hers, url(day))
    assert max(queries_of(hers, page) for page in (table, url(day))) <= 12


def test_she_may_leave_it_and_is_not_asked_again(day: FollowUp) -> None:
    hers = client_of(samira())
    assert hers.post(url(day), {"do": "let_be"}).status_code == 303
    assert "Hvordan går det nu?" not in text_of(hers, reverse("table", args=[day.table_id]))
    assert "Du har valgt ikke at svare. Det er helt i orden." in text_of(hers, url(day))


def test_what_cannot_be_is_refused_in_her_words(day: FollowUp) -> None:
    hers = client_of(samira())
    assert hers.post(url(day), {}).status_code == 422
    assert hers.post(url(day), {"status": "unreached"}).status_code == 422
    refused = hers.post(url(day), {"status": "flexjob", "wage_hours": "90", "place_name": "Gartneriet"})
    assert (refused.status_code, 'value="Gartneriet"' in refused.content.decode()) == (422, True)
    assert FollowUp.objects.get(pk=day.pk).status == ""


def test_nobody_else_answers_for_her(cast: Cast, day: FollowUp) -> None:
    for name in ("amina", "bo", "ole", "mie", "lis", "niels"):
        other = client_of(getattr(cast, name))
        assert other.get(url(day)).status_code == 404
        assert other.post(url(day), {"do": "let_be"}).status_code == 404
    assert FollowUp.objects.get(pk=day.pk).status == ""


def test_another_device_answered_meanwhile_and_she_sees_both(day: FollowUp) -> None:
    """The second answer writes nothing over; sent once more, it counts."""
    hers = client_of(samira())
    shown = {"seen": form_of(hers.get(url(day)))["seen"], "status": "other", "place_name": "Haven"}
    assert hers.post(url(day), {**shown, "status": "ordinary_job", "place_name": "Køkkenet"}).status_code == 303
    refused = hers.post(url(day), shown)
    said = words_of(refused)
    assert (refused.status_code, "Noget andet · Haven" in said, "Jeg har et job · Køkkenet" in said) == (
        422,
        True,
        True,
    )
    assert FollowUp.objects.get(pk=day.pk).place_name == "Køkkenet"
    assert hers.post(url(day), form_of(refused) | {"status": "other"}).status_code == 303
    assert FollowUp.objects.get(pk=day.pk).status == "other"
