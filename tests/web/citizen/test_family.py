"""Familiens plan: who is met how, without a word of what is not opened."""

from uuid import uuid4

from django.urls import reverse

from bordenden.families.models import Family, Member, Part, PartWords
from tests.cast import Cast, client_of
from tests.web.citizen.family_stories import family_of, on_the_monday, part_of, person_of
from tests.web.pages import queries_of, text_of

__all__ = ["on_the_monday"]


def test_each_is_met_by_what_was_opened_and_nothing_tells_what_was_not(story: Cast) -> None:
    url = reverse("family", args=[family_of(story).pk])
    lones = text_of(client_of(story.lone), url)
    assert "Læs Frejas del" in lones
    assert "Anton har ikke delt noget endnu." in lones
    assert "Almas del" in lones
    antons = text_of(client_of(person_of("Anton")), url)
    for name in ("Jens", "Lone", "Freja", "Alma"):
        assert f"{name} har ikke delt noget endnu." in antons
    said = PartWords.objects.exclude(words="").order_by("pk").values_list("words", flat=True)
    assert [words for words in said for page in (lones, antons) if words in page] == []


def test_no_page_of_the_family_shows_a_number_or_an_address(story: Cast) -> None:
    lone = client_of(story.lone)
    pages = [reverse("family", args=[family_of(story).pk])]
    pages += [reverse(name, args=[part_of("Lone").pk]) for name in ("family_part", "family_sharing", "family_print")]
    for page in pages:
        read = text_of(lone, page)
        assert story.jens.phone not in read
        assert "Holm" not in read.replace("Familien Holm", "")
    fields = {field.name for model in (Family, Member, Part) for field in model._meta.concrete_fields}
    assert fields & {"address", "street", "place", "phone"} == set()


def test_at_home_there_is_a_clear_choice_of_tables(story: Cast) -> None:
    read = text_of(client_of(story.jens), reverse("home"))
    assert "Mit bord" in read
    assert "Familiens bord" in read
    led = client_of(person_of("Freja")).get(reverse("home"))
    assert led.headers["Location"] == reverse("family", args=[family_of(story).pk])


def test_the_familys_pages_cost_the_same_with_more_of_everything(story: Cast) -> None:
    lone = client_of(story.lone)
    urls = [reverse("family", args=[family_of(story).pk])]
    urls += [reverse(name, args=[part_of("Lone").pk]) for name in ("family_part", "family_sharing", "family_print")]
    few = [queries_of(lone, url) for url in urls]
    for number in range(3):
        child = {"form_key": uuid4(), "given_name": f"Barn {number}", "born_on": "2019-01-01", "consents": "on"}
        lone.post(reverse("family_child_new", args=[family_of(story).pk]), child)
        words = {"form_key": uuid4(), "words": "Is", "version": 0}
        lone.post(reverse("family_words", args=[part_of(f"Barn {number}").pk, "wish"]), words)
    assert [queries_of(lone, url) for url in urls] == few
    assert max(few) <= 12
