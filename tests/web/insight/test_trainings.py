"""Kurser: Lis writes a training in and sees how far it reaches; nobody else's page."""

from datetime import timedelta

import pytest
from django.urls import reverse

from bordenden.programmes.actions import hold_training
from bordenden.programmes.models import Trained
from tests.cast import MONDAY, Cast, client_of
from tests.web.pages import text_of

SAID = {"title": "Coachuddannelse", "provider": "Styrelsen", "held_on": "2026-02-20"}


def url(cast: Cast) -> str:
    """Lis' page."""
    return reverse("trainings", args=[cast.project.pk])


def test_lis_writes_a_training_in_and_reads_the_coverage(cast: Cast) -> None:
    lis = client_of(cast.lis)
    answer = lis.post(url(cast), {**SAID, "people": [str(cast.bo.pk), str(cast.ole.pk)]})
    assert (answer.status_code, answer["Location"]) == (303, url(cast))
    page = lis.get(url(cast)).content.decode()
    assert "Coachuddannelse (Styrelsen)" in page
    assert "Bo Lund, Ole Brandt" in page
    assert {one.person for one in Trained.objects.order_by("pk")} == {cast.bo, cast.ole}


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"title": ""}, "Skriv, hvad kurset hed."),
        ({"held_on": "31-02-2026"}, "Skriv en dag, der findes"),
        ({"people": []}, "Vælg mindst én, der var med."),
    ],
)
def test_what_is_missing_is_asked_for_and_the_rest_is_kept(cast: Cast, change: dict[str, str], words: str) -> None:
    sent = {**SAID, "people": [str(cast.bo.pk)], **change}
    answer = client_of(cast.lis).post(url(cast), sent)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert words in page
    assert "Styrelsen" in page
    assert not Trained.objects.exists()


def test_somebody_who_is_no_staff_is_refused(cast: Cast) -> None:
    answer = client_of(cast.lis).post(url(cast), {**SAID, "people": [str(cast.amina.pk)]})
    assert (answer.status_code, Trained.objects.count()) == (422, 0)


@pytest.mark.parametrize("name", ["amina", "bo", "mie", "niels", "eva", "stine"])
def test_the_project_leaders_page_alone(cast: Cast, name: str) -> None:
    assert client_of(getattr(cast, name)).get(url(cast)).status_code == 404


def test_the_first_of_many_courses_are_on_the_next_page(cast: Cast) -> None:
    for number in range(21):
        hold_training(
            project=cast.project,
            title=f"Kursus {number:02}",
            provider="Styrelsen",
            held_on=MONDAY.date() - timedelta(days=number),
            people=[cast.bo],
            by=cast.lis,
            at=MONDAY,
        )
    lis = client_of(cast.lis)
    shown = [text_of(lis, url(cast) + side) for side in ("", "?side=2")]
    assert [page.count("(Styrelsen)") for page in shown] == [20, 1]
    assert ["Kursus 20" in page for page in shown] == [False, True]
