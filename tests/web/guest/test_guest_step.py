"""Mie marks her own step on Amina's plan done, and none of Amina's."""

from django.urls import reverse

from bordenden.plans.models import SmallStep
from tests.cast import Cast, client_of
from tests.web.citizen.plan_stories import let_in, things_of
from tests.web.reading import form_of


def test_mie_does_what_is_hers(story: Cast) -> None:
    step = SmallStep.objects.get(table=story.aminas_table, owner="mentor")
    mie, url = client_of(story.mie), reverse("guest_step", args=[step.pk])
    assert mie.get(url).status_code == 404
    let_in(story)
    plan = mie.get(reverse("guest_plan", args=[things_of(story).plan.pk])).content.decode()
    assert (f'href="{url}"' in plan, plan.count("/gaest/skridt/")) == (True, 1)
    assert mie.post(url, form_of(mie.get(url))).status_code == 303
    step.refresh_from_db()
    assert step.done_at is not None
    hers = SmallStep.objects.filter(table=story.aminas_table, owner="citizen", done_at=None).order_by("set_at")[0]
    assert mie.post(reverse("guest_step", args=[hers.pk]), {"reflection": ""}).status_code == 404
