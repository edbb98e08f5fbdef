"""Rundt om planen: Bo reads how it stands around Amina, what is missing, and whether there are too many of them."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from bordenden.mentors.models import MentorAgreement
from bordenden.people.models import Person
from bordenden.plans import actions
from bordenden.plans.models import MentorRole
from bordenden.plans.words import ContactRole
from tests.cast import MONDAY, Cast, client_of
from tests.web.around import plan_of, refused
from tests.web.pages import queries_of
from tests.web.talking import page, stand_at


def url(story: Cast) -> str:
    return reverse("case_around", args=[plan_of(story).pk])


@pytest.mark.requirement("R97")
def test_bo_reads_how_many_professionals_there_are_and_is_warned_over_the_limit(
    story: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_at(monkeypatch)
    assert "6 fagpersoner rundt om Amina Kommunens grænse er 5." in page(story.bo, url(story))
    actions.set_plan_rules(
        project=story.project, uses_team=True, most_professionals=6, version=1, by=story.lis, at=MONDAY
    )
    assert "Fagpersoner: 6. Kommunens grænse er 6." in page(story.bo, url(story))


@pytest.mark.requirement("R130")
def test_bo_and_a_substitute_read_when_it_is_longer_than_agreed(story: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_at(monkeypatch)
    assert "I taler i telefon. Hver 14. dag." in page(story.bo, url(story))
    assert "Længere siden end aftalt" not in page(story.bo, url(story))
    stand_at(monkeypatch, MONDAY + timedelta(days=15))
    assert "Længere siden end aftalt" in page(story.bo, url(story))
    waiting = page(story.bo, reverse("waiting"))
    assert "Amina" in waiting
    filtered = client_of(story.bo).get(reverse("caseload"), {"stille": "aftalt"}).content.decode()
    assert ("Amina Yusuf" in filtered, "Karim Aziz" in filtered) == (True, False)


@pytest.mark.requirement("R158")
@pytest.mark.requirement("R164")
def test_what_is_missing_for_a_mentor_is_said_here_and_in_who_waits(
    story: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_at(monkeypatch)
    actions_done = "Planen siger ikke, hvad mentoren er der for."
    assert actions_done not in page(story.bo, url(story))
    MentorAgreement.objects.all().delete()
    MentorRole.objects.all().delete()
    assert actions_done in page(story.bo, url(story))
    Person.objects.filter(pk=story.mie.pk).update(reachable="")
    assert "Amina kan ikke ringe til Mie Toft: telefon eller træffetid mangler." in page(story.bo, url(story))
    # What Amina asked on Friday is more urgent; once that is out of the way the gap stands in its place.
    from_waiting = page(story.bo, reverse("waiting"))
    assert "Amina" in from_waiting


def test_one_contact_and_twenty_cost_the_same_and_nobody_else_reads_this_page(story: Cast) -> None:
    few = queries_of(client_of(story.bo), url(story))
    for number in range(14):
        actions.set_contact(
            plan=plan_of(story), role=ContactRole.OTHER, name=f"{number}", form_key=uuid4(), by=story.bo, at=MONDAY
        )
    assert queries_of(client_of(story.bo), url(story)) == few <= 12
    refused(story, url(story), {}, "amina")
