"""Efter forløbet: Bo hears how it goes, writes it once, and leaves Amina's own answer as it is."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from bordenden.followup.actions import answer, plan_after
from bordenden.followup.models import FollowUp
from bordenden.followup.words import Status
from bordenden.foundation.days import begin_of
from bordenden.pathways import actions as pathways
from bordenden.pathways.words import Decider, ExitReason
from tests.cast import MONDAY, Cast, client_of
from tests.web.pages import queries_of, text_of
from tests.web.staff.cases import STRANGERS, body, fill

APRIL = begin_of(MONDAY.date().replace(month=4, day=1)) + timedelta(hours=10)


@pytest.fixture(autouse=True)
def in_april(monkeypatch: pytest.MonkeyPatch) -> None:
    """A month after the exit."""
    monkeypatch.setattr("bordenden.web.threshold.opens.now", lambda: APRIL)


@pytest.fixture
def first(cast: Cast) -> FollowUp:
    """The day after a month."""
    course, by = cast.aminas_course, cast.bo
    how: dict[str, Any] = {"reason": ExitReason.ORDINARY_JOB, "decided_by": Decider.CITIZEN, "on": MONDAY.date()}
    ended = pathways.end_course(enrolment=course, by=by, at=MONDAY, **how)
    return plan_after(ended=ended, by=by, at=MONDAY)[0]


def url(first: FollowUp) -> str:
    return reverse("follow_up", args=[first.pk])


def send(cast: Cast, first: FollowUp, **told: str) -> tuple[int, str]:
    """Bo sends the form."""
    bo = client_of(cast.bo)
    answered = bo.post(url(first), fill(bo, url(first), **told))
    return answered.status_code, body(answered)


def test_bo_is_reminded_writes_it_and_it_is_gone_from_his_list(cast: Cast, first: FollowUp) -> None:
    bo, waiting, case = client_of(cast.bo), reverse("waiting"), reverse("case", args=[cast.aminas_table.pk])
    assert "Forløbet med Amina er slut. Hør, hvordan det går nu." not in text_of(bo, waiting)
    FollowUp.objects.filter(pk=first.pk).update(due_on=APRIL.date())
    assert "Forløbet med Amina er slut. Hør, hvordan det går nu." in text_of(bo, waiting)
    assert "Ikke skrevet endnu" in text_of(bo, case)
    told = {"status": "ordinary_job", "said_by": "citizen", "wage_hours": "20", "place_name": "Køkkenet"}
    assert send(cast, first, **told)[0] == 303
    assert "Forløbet med Amina er slut." not in text_of(bo, waiting)
    assert "Ordinært job. Køkkenet, 20 timer om ugen. Borgeren selv." in text_of(bo, case)
    assert queries_of(bo, url(first)) <= 12


def test_before_the_day_there_is_no_form_and_nothing_can_be_sent(cast: Cast, first: FollowUp) -> None:
    assert "Dagen er ikke kommet endnu." in text_of(client_of(cast.bo), url(first))
    status, _page = send(cast, first, status="other", said_by="citizen")
    assert (status, FollowUp.objects.get(pk=first.pk).status) == (422, "")


def test_a_refused_form_keeps_what_was_chosen(cast: Cast, first: FollowUp) -> None:
    FollowUp.objects.filter(pk=first.pk).update(due_on=APRIL.date())
    status, page = send(cast, first, status="ordinary_job", said_by="", place_name="Køkkenet")
    assert (status, "Vælg, hvem der siger det." in page, 'value="Køkkenet"' in page) == (422, True, True)
    assert send(cast, first, status="unreached", said_by="citizen")[0] == 422


def test_where_she_has_answered_there_is_no_form(cast: Cast, first: FollowUp) -> None:
    FollowUp.objects.filter(pk=first.pk).update(due_on=APRIL.date())
    answer(follow_up=first, status=Status.BENEFITS, by=cast.amina, at=APRIL)
    read = text_of(client_of(cast.bo), url(first))
    assert "Her står: På ydelse. Svarede selv. Borgeren har selv svaret" in read
    assert "Gem" not in read


@pytest.mark.parametrize("name", STRANGERS)
def test_nobody_else_reads_or_writes_it(cast: Cast, first: FollowUp, name: str) -> None:
    other = client_of(getattr(cast, name))
    assert [other.get(url(first)).status_code, other.post(url(first), {}).status_code] == [404, 404]
