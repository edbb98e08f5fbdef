"""Saml planen: Bo puts it together for her to read; he does not agree for her."""

from bordenden.plans.models import PlanVersion
from bordenden.plans.words import VersionStatus
from tests.cast import Cast, client_of
from tests.plans.ready import ready_plan
from tests.web.paper import address, refuses
from tests.web.reading import form_of


def test_bo_makes_one_draft_however_often_he_taps(cast: Cast) -> None:
    plan, bo = ready_plan(cast), client_of(cast.bo)
    there = address("case_version_new", plan)
    sent = form_of(bo.get(there))
    assert [bo.post(there, sent).status_code for _twice in range(2)] == [303, 303]
    (version,) = PlanVersion.objects.all()
    assert (version.made_by, version.status) == (cast.bo, VersionStatus.DRAFT)


def test_nobody_else_does_it_here(cast: Cast) -> None:
    refuses(cast, address("case_version_new", ready_plan(cast)), "amina")
