"""One thing that makes it hard: said differently, easier, off the plan, and a small step from it."""

from django.urls import reverse

from bordenden.plans.models import Barrier, SmallStep
from tests.cast import Cast, client_of
from tests.web.citizen.plan_stories import let_in, things_of
from tests.web.reading import form_of, words_of


def night(story: Cast) -> Barrier:
    return Barrier.objects.get(table=story.aminas_table, words="Jeg falder først i søvn midt om natten.")


def test_amina_says_it_differently_and_a_stale_page_shows_both_texts(story: Cast) -> None:
    amina, url = client_of(story.amina), reverse("barrier", args=[night(story).pk])
    page = form_of(amina.get(url), 1)
    assert amina.post(url, {**page, "words": "Jeg vågner klokken tre"}).status_code == 303
    refused = amina.post(url, {**page, "words": "Jeg vågner klokken fire"})
    said = words_of(refused)
    assert refused.status_code == 422
    assert said.index("Jeg vågner klokken fire") < said.index("Den gemte tekst")
    assert amina.post(url, form_of(refused, 1)).status_code == 303
    assert "Jeg vågner klokken fire" in words_of(amina.get(reverse("plan", args=[things_of(story).plan.pk])))


def test_it_becomes_easier_and_comes_off_the_plan(story: Cast) -> None:
    amina, url = client_of(story.amina), reverse("barrier", args=[night(story).pk])
    assert amina.post(url, {"do": "eased"}).status_code == 303
    assert "Lettere" in words_of(amina.get(url))
    assert amina.post(url, {"do": "not_eased"}).status_code == 303
    assert night(story).eased_at is None
    assert amina.post(url, {"do": "let_go"})["Location"] == reverse("plan", args=[things_of(story).plan.pk])
    assert "Du har taget det af din plan." in words_of(amina.get(url))


def test_a_small_step_is_set_straight_from_it(story: Cast) -> None:
    amina, thing = client_of(story.amina), night(story)
    url = reverse("step_new", args=[things_of(story).plan.pk]) + f"?svaert={thing.pk}"
    page = amina.get(url)
    assert "Det skal gøre dette lettere: Jeg falder først i søvn" in words_of(page)
    assert amina.post(url, {**form_of(page), "words": "Te før sengetid"}).status_code == 303
    assert SmallStep.objects.get(words="Te før sengetid").barrier == thing


def test_bo_and_mie_read_it_on_the_plan_and_change_it_nowhere(story: Cast) -> None:
    let_in(story)
    url = reverse("barrier", args=[night(story).pk])
    for person, page in ((story.bo, "case_plan"), (story.mie, "guest_plan")):
        read = words_of(client_of(person).get(reverse(page, args=[things_of(story).plan.pk])))
        assert "Jeg falder først i søvn midt om natten." in read
        assert client_of(person).post(url, {"do": "eased"}).status_code == 404
    assert night(story).eased_at is None
