"""Bo types while Amina speaks; nothing of hers changes by it."""

from django.urls import reverse

from bordenden.plans.models import Goal, Penned
from bordenden.plans.queries import plan_of
from tests.cast import Cast, client_of
from tests.web.citizen.plan_stories import all_she_wrote
from tests.web.reading import form_of, words_of


def url_of(story: Cast, page: str = "pen") -> str:
    plan = plan_of(table=story.aminas_table)
    assert plan is not None
    return reverse(page, args=[plan.pk])


def test_what_bo_types_waits_and_her_words_stand(story: Cast) -> None:
    bo, url, before = client_of(story.bo), url_of(story), all_she_wrote(story)
    goal = Goal.objects.filter(table=story.aminas_table).order_by("set_at")[0]
    for what in ("problem", "goal", "step", str(goal.pk)):
        sent = {**form_of(bo.get(url)), "what": what, "words": f"Sagt om {what[:7]}"}
        assert bo.post(url, sent).status_code == 303, what
    typed = Penned.objects.filter(words__startswith="Sagt om").order_by("penned_at", "pk")
    assert {(row.what, row.kind, row.pen, row.spoken_by) for row in typed} == {
        (what, kind, story.bo, story.amina)
        for what, kind in (("statement", "problem"), ("goal", ""), ("step", ""), ("reword", ""))
    }
    assert all_she_wrote(story) == before


def test_what_he_types_is_kept_as_a_draft_and_found_again(story: Cast) -> None:
    bo, url = client_of(story.bo), url_of(story)
    sent = {**form_of(bo.get(url)), "what": "wish", "words": "Jeg ønsker mig"}
    assert bo.post(url_of(story, "pen_draft"), sent).status_code == 204
    assert "Jeg ønsker mig" in words_of(bo.get(reverse("drafts")))
    assert bo.post(url, {**sent, "words": "Jeg ønsker mig ro"}).status_code == 303
    assert "Jeg ønsker mig" not in words_of(bo.get(reverse("drafts")))


def test_nobody_but_her_own_caseworker_holds_it(story: Cast) -> None:
    for name in ("amina", "mie", "ole", "lis"):
        assert client_of(getattr(story, name)).get(url_of(story)).status_code == 404
    empty = client_of(story.bo).post(url_of(story), {**form_of(client_of(story.bo).get(url_of(story))), "words": ""})
    assert empty.status_code == 422
