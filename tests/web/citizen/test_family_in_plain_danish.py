"""The family's pages in plain Danish: short sentences, common words, none of the office's."""

from collections.abc import Iterator

import pytest
from django.urls import reverse

from bordenden.families.models import Part
from tests.cast import Cast, client_of
from tests.house.office_words import NOT_TO_HER
from tests.house.test_plain_danish import everything, too_hard
from tests.web.citizen.family_stories import family_of, on_the_monday, part_of, person_of

__all__ = ["on_the_monday"]


def pages(story: Cast) -> Iterator[tuple[str, str]]:
    """Each page as Jens, Lone or Freja meets it, and as it refuses an empty form."""
    family = family_of(story).pk
    lone, freja = client_of(story.lone), client_of(person_of("Freja"))
    urls = [
        (name, reverse(name, args=[family]))
        for name in ("family", "family_child_new", "family_goal_new", "family_step_new")
    ]
    urls += [
        (name, reverse(name, args=[part_of("Lone").pk]))
        for name in ("family_part", "family_sharing", "family_leave", "family_print")
    ]
    urls += [
        ("small", reverse("family_part", args=[part_of("Alma").pk])),
        ("yes", reverse("family_consent", args=[part_of("Alma").pk])),
    ]
    urls += [("begin", reverse("family_begin", args=[story.holms_table.pk]))]
    for name, url in urls:
        yield name, lone.get(url).content.decode()
        refused = lone.post(url, {})
        if refused.status_code == 422:
            yield f"{name} refused", refused.content.decode()
    for part in Part.objects.filter(member__person__given_name="Freja"):
        yield "young", freja.get(reverse("family_part", args=[part.pk])).content.decode()
        yield "words", freja.get(reverse("family_words", args=[part.pk, "own"])).content.decode()
    yield (
        "karim begins",
        client_of(story.karim).get(reverse("family_begin", args=[story.karims_table.pk])).content.decode(),
    )


def test_every_page_of_the_family_is_easy_to_read_and_without_the_words_of_the_office(story: Cast) -> None:
    found = list(pages(story))
    assert len(found) > 15
    hard = {name: too_hard(html) for name, html in found}
    assert {name: said for name, said in hard.items() if said} == {}
    banned = [word for word in NOT_TO_HER if not word.endswith("*") and " " not in word]
    said = {name: set(everything(html).lower().split()) & set(banned) for name, html in found}
    assert {name: words for name, words in said.items() if words} == {}


@pytest.mark.parametrize("kind", ["problem", "goal"])
def test_only_kinds_of_a_part_have_a_page(story: Cast, kind: str) -> None:
    answer = client_of(story.lone).get(reverse("family_words", args=[part_of("Lone").pk, kind]))
    assert answer.status_code == {"problem": 404, "goal": 200}[kind]
