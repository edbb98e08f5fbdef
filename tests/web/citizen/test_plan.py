"""Min plan: hers to write, Bo's to read, Mie's when it is opened, nobody else's."""

from uuid import uuid4

import pytest
from django.urls import reverse

from bordenden.plans import actions
from bordenden.plans.models import Plan
from bordenden.plans.words import SPOKEN
from tests.cast import MONDAY, Cast, client_of
from tests.web.citizen.plan_stories import NOT_AMINA, let_in, things_of
from tests.web.pages import queries_of
from tests.web.reading import words_of

MOST_QUERIES = 12


def url_of(story: Cast) -> str:
    return reverse("plan", args=[things_of(story).plan.pk])


def test_amina_reads_her_words_her_goals_and_her_steps_and_finds_the_buttons(story: Cast) -> None:
    page = client_of(story.amina).get(url_of(story))
    said = words_of(page)
    in_order = [
        "Jeg bliver glad, når jeg er sammen med børn.",
        "Bo Lund skrev den 5. februar 2026",
        "Et arbejde med børn. Et par timer om dagen til at begynde med.",
        "Skriv et mål",
        "Ringe til børnehaven og spørge",
        "Det, der er gjort",
        "Fortælle Mie om min drøm",
        "Nyt lille skridt",
    ]
    assert (page.status_code, sorted(in_order, key=said.index)) == (200, in_order)
    assert said.count("Ret mine ord") == 3


def test_an_empty_plan_offers_the_beginning_of_a_sentence_instead_of_an_empty_box(cast: Cast) -> None:
    plan = actions.begin(table=cast.karims_table, by=cast.ole, at=MONDAY)
    said = words_of(client_of(cast.karim).get(reverse("plan", args=[plan.pk])))
    assert "Jeg bliver glad, når …" in said
    rest = [str(kind.label) for kind in SPOKEN[1:]]
    assert f"Skriv om: {' '.join(rest)}" in said
    assert "Det haster ikke." in said


@pytest.mark.parametrize("name", NOT_AMINA)
def test_it_is_her_own_page_and_everybody_else_gets_404(story: Cast, name: str) -> None:
    let_in(story)
    assert client_of(getattr(story, name)).get(url_of(story)).status_code == 404


def test_a_plan_costs_the_same_queries_with_one_step_and_with_fifty(story: Cast) -> None:
    plan = Plan.objects.get(table=story.karims_table)
    karim, url = client_of(story.karim), reverse("plan", args=[plan.pk])

    def steps(number: int) -> None:
        for count in range(number):
            goal = actions.set_goal(plan=plan, words=f"Mål {count}", form_key=uuid4(), by=story.karim, at=MONDAY)
            step = actions.set_step(
                plan=plan, words="Gå en tur", form_key=uuid4(), goal=goal, by=story.karim, at=MONDAY
            )
            actions.mark_step(step=step, done=count % 2 == 1, by=story.karim, at=MONDAY)

    steps(1)
    one = queries_of(karim, url)
    steps(49)
    assert one == queries_of(karim, url)
    assert one <= MOST_QUERIES


def test_twenty_steps_a_page_and_the_rest_behind_a_link(story: Cast) -> None:
    plan = Plan.objects.get(table=story.karims_table)
    for count in range(23):
        actions.set_step(plan=plan, words=f"Skridt {count:02}", form_key=uuid4(), by=story.karim, at=MONDAY)
    karim, url = client_of(story.karim), reverse("plan", args=[plan.pk])
    pages = [words_of(karim.get(url, {"side": side})).count("Skridt ") for side in ("1", "2", "vrøvl")]
    assert pages == [20, 3, 20]
