"""Din del af planen: Bo stands by the part of his own area, once Amina has said yes to the plan."""

from uuid import uuid4

import pytest
from django.urls import reverse

from bordenden.plans.models import Approval, PlanVersion
from bordenden.plans.words import VersionStatus
from tests.cast import MONDAY, Cast, client_of
from tests.web.around import plan_of, refused
from tests.web.reading import words_of


def url(story: Cast) -> str:
    return reverse("part_approve", args=[plan_of(story).pk])


def agreed(story: Cast) -> PlanVersion:
    """The version that is agreed in the story, or one made for this test."""
    plan = plan_of(story)
    return PlanVersion.objects.filter(plan=plan, status=VersionStatus.AGREED).first() or PlanVersion.objects.create(
        table_id=plan.table_id, municipality_id=plan.municipality_id, plan=plan, number=99, content={},
        status=VersionStatus.AGREED, made_by=story.bo, made_at=MONDAY, agreed_by=story.amina, agreed_at=MONDAY, form_key=uuid4(),
    )  # fmt: skip


@pytest.mark.requirement("R202")
def test_bo_stands_by_employment_once_and_by_no_other_area(story: Cast) -> None:
    version, bo = agreed(story), client_of(story.bo)
    assert "Jeg står inde for: Beskæftigelse" in words_of(bo.get(url(story)))
    assert [bo.post(url(story), {"area": "employment"}).status_code for _click in range(2)] == [303, 303]
    answer = bo.post(url(story), {"area": "health"})
    assert (answer.status_code, "Du kan kun stå inde for dit eget område." in words_of(answer)) == (422, True)
    assert list(Approval.objects.values_list("version", "area", "approved_by")) == [
        (version.pk, "employment", story.bo.pk)
    ]
    assert "Beskæftigelse Bo Lund" in words_of(bo.get(url(story)))


def test_nothing_is_stood_by_before_she_has_said_yes_and_nobody_else_comes_in(story: Cast) -> None:
    PlanVersion.objects.update(status=VersionStatus.SUPERSEDED, agreed_at=MONDAY)
    assert client_of(story.bo).post(url(story), {"area": "employment"}).status_code == 422
    assert client_of(story.bo).post(url(story), {"area": "nonsens"}).status_code == 422
    refused(story, url(story), {"area": "employment"}, "amina")
    assert Approval.objects.count() == 0
