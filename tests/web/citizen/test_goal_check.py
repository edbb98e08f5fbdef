"""Kan det lykkes? She says so herself, and every answer is kept."""

from django.urls import reverse

from bordenden.plans.models import Goal, RealismCheck
from tests.cast import Cast, client_of
from tests.web.reading import form_of, words_of


def test_amina_says_how_sure_she_is_and_nobody_else_does(story: Cast) -> None:
    goal = Goal.objects.get(table=story.aminas_table, kind="skill")
    amina, url = client_of(story.amina), reverse("goal_check", args=[goal.pk])
    page = amina.get(url)
    assert "6 af 10 At jeg øver mig på min søsters børn." in words_of(page)
    sent = {**form_of(page), "sure": "8", "takes": "At Mie lytter"}
    assert [amina.post(url, sent).status_code for _twice in range(2)] == [303, 303]
    checks = RealismCheck.objects.filter(goal=goal).order_by("sure").values_list("sure", "takes")
    assert list(checks) == [(6, "At jeg øver mig på min søsters børn."), (8, "At Mie lytter")]
    assert client_of(story.bo).post(url, {**sent, "sure": "1"}).status_code == 404


def test_no_number_or_one_off_the_scale_is_met_with_what_to_do(story: Cast) -> None:
    goal = Goal.objects.get(table=story.aminas_table, kind="skill")
    amina, url = client_of(story.amina), reverse("goal_check", args=[goal.pk])
    page = form_of(amina.get(url))
    for sure, said in (("", "Vælg et tal."), ("11", "Vælg et tal fra 0 til 10.")):
        refused = amina.post(url, {**page, "sure": sure, "takes": "Tid"})
        assert (refused.status_code, said in words_of(refused), form_of(refused)["takes"]) == (422, True, "Tid")
