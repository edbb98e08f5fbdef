"""Begynd forløbet: Bo reads what is missing, one button each; her hope comes along once; Pia is a stranger then."""

import pytest
from django.urls import reverse

from bordenden.pathways.models import Enrolment
from bordenden.plans import actions as plans
from bordenden.plans.models import Statement
from bordenden.plans.words import StatementKind
from tests.cast import MONDAY, Cast, client_of
from tests.intake.candidates import HOPE, joined
from tests.web.pages import queries_of, text_of
from tests.web.talking import stand_at


@pytest.fixture(autouse=True)
def monday(monkeypatch: pytest.MonkeyPatch) -> None:
    stand_at(monkeypatch)


def test_bo_offers_a_mentor_begins_and_her_hope_stands_in_her_plan(cast: Cast) -> None:
    officer = cast.pia
    referral = joined(cast, officer)
    assert referral.enrolment is not None
    table, her = referral.table_id, referral.candidate.person
    bo, case = client_of(cast.bo), reverse("case", args=[table])
    begin = reverse("course_begin", args=[referral.enrolment.pk])
    assert "Tilbyd en mentor først. Det skal alle have." in text_of(bo, case)
    assert bo.post(begin).status_code == 422
    assert bo.post(reverse("case_mentor", args=[table])).status_code == 303
    assert "En mentor er tilbudt den 2. marts 2026." in text_of(bo, begin)
    assert queries_of(bo, begin) <= 12
    asked = reverse("referral_new", args=[referral.candidate_id])
    assert client_of(officer).get(asked).status_code == 200
    for _time in range(2):
        assert bo.post(begin).status_code == 303
    assert Enrolment.objects.get(pk=referral.enrolment.pk).activated_on == MONDAY.date()
    said = Statement.objects.get(plan__table=table)
    assert (said.kind, said.words, said.written_by, said.pen) == ("dream", HOPE, her, None)
    assert client_of(officer).get(asked).status_code == 404
    assert "Forløbet er ikke begyndt endnu" not in text_of(bo, case)


def test_what_she_has_written_in_her_plan_since_stands(cast: Cast) -> None:
    referral = joined(cast, cast.pia)
    assert referral.enrolment is not None
    her = referral.candidate.person
    plan = plans.begin(table=referral.table, by=her, at=MONDAY)
    plans.say(plan=plan, kind=StatementKind.DREAM, words="At sejle", version=0, by=her, at=MONDAY)
    bo = client_of(cast.bo)
    bo.post(reverse("case_mentor", args=[referral.table_id]))
    assert bo.post(reverse("course_begin", args=[referral.enrolment.pk])).status_code == 303
    assert [one.words for one in Statement.objects.filter(plan=plan)] == ["At sejle"]


@pytest.mark.parametrize("name", ["ole", "lis", "mie", "niels"])
def test_nobody_else_begins_it(cast: Cast, name: str) -> None:
    referral = joined(cast, cast.pia)
    assert referral.enrolment is not None
    url = reverse("course_begin", args=[referral.enrolment.pk])
    assert client_of(getattr(cast, name)).post(url).status_code == 404
