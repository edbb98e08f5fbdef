"""Getting up from the table: asked twice, and nothing is lost."""

from django.urls import reverse

from bordenden.families.models import Member
from tests.cast import MONDAY, Cast, client_of
from tests.web.citizen.family_stories import SECRET, family_of, on_the_monday, part_of, person_of
from tests.web.pages import text_of

__all__ = ["on_the_monday"]


def test_jens_moves_out_after_a_second_thought_and_keeps_his_part(story: Cast) -> None:
    part = part_of("Jens")
    jens, url = client_of(story.jens), reverse("family_leave", args=[part.pk])
    assert client_of(story.lone).post(url, {"sure": "on"}).status_code == 404
    assert jens.post(url, {}).status_code == 422
    assert jens.post(url, {"sure": "on"}).headers["Location"] == reverse("family_part", args=[part.pk])
    assert SECRET in text_of(jens, reverse("family_part", args=[part.pk]))
    assert client_of(story.lone).get(reverse("family_part", args=[part.pk])).status_code == 404
    # His case is his as before; of the family he reads that he has left, and nobody's name.
    assert jens.get(reverse("table", args=[story.holms_table.pk])).status_code == 200
    pages = [reverse(name, args=[family_of(story).pk]) for name in ("family", "family_messages", "family_goal_new")]
    assert [jens.get(page).status_code for page in pages] == [404, 404, 404]
    back = reverse("family_join", args=[family_of(story).pk])
    assert back in jens.get(reverse("home")).content.decode()
    family = text_of(jens, back)
    assert ("Du er ikke med i familiens plan mere." in family, "Freja" in family, "Så langt er I" in family) == (
        True,
        False,
        False,
    )


def test_a_guardian_takes_a_child_from_the_table_and_no_other_child_does(story: Cast) -> None:
    url = reverse("family_leave", args=[part_of("Alma").pk])
    assert client_of(person_of("Freja")).post(url, {"sure": "on"}).status_code == 404
    assert client_of(story.lone).post(url, {"sure": "on"}).status_code == 303
    assert Member.objects.get(person__given_name="Alma").left_at == MONDAY
