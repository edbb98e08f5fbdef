"""Bo marks his own steps done, and only those."""

from django.urls import reverse

from bordenden.plans.models import SmallStep
from tests.cast import Cast, client_of
from tests.web.reading import form_of


def test_bo_does_what_he_promised_and_takes_it_back(story: Cast) -> None:
    step = SmallStep.objects.get(table=story.aminas_table, owner="coordinator")
    bo, url = client_of(story.bo), reverse("own_step", args=[step.pk])
    assert bo.post(url, {**form_of(bo.get(url)), "reflection": "To steder vil gerne."}).status_code == 303
    step.refresh_from_db()
    assert (step.done_at is not None, step.reflection) == (True, "To steder vil gerne.")
    assert bo.post(url, {"do": "not_done"}).status_code == 303
    step.refresh_from_db()
    assert step.done_at is None


def test_hers_are_not_his_to_mark(story: Cast) -> None:
    hers = SmallStep.objects.filter(table=story.aminas_table, owner="citizen", done_at=None).order_by("set_at")[0]
    bo, url = client_of(story.bo), reverse("own_step", args=[hers.pk])
    assert [bo.get(url).status_code, bo.post(url, {"reflection": ""}).status_code] == [404, 404]
    hers.refresh_from_db()
    assert hers.done_at is None
