"""Who has moved out is taken from the table; a child is given a guardian; no word is shown."""

from django.urls import reverse

from bordenden.families.models import Member, PartWords
from tests.cast import Cast, client_of
from tests.web.citizen.family_stories import SECRET, family_of, on_the_monday, part_of
from tests.web.pages import text_of

__all__ = ["on_the_monday"]


def test_ole_takes_jens_from_the_table_and_reads_nothing_by_it(story: Cast) -> None:
    part = part_of("Jens")
    url, ole = reverse("family_care", args=[part.pk]), client_of(story.ole)
    read = text_of(ole, url)
    words = PartWords.objects.filter(part=part).exclude(words="").order_by("pk").values_list("words", flat=True)
    assert [said for said in words if said in read] == []
    assert client_of(story.lone).post(url, {"do": "leave"}).status_code == 404
    assert ole.post(url, {"do": "guardian", "guardian": ""}).status_code == 422
    assert ole.post(url, {"do": "leave"}).status_code == 303
    assert client_of(story.lone).get(reverse("family_part", args=[part.pk])).status_code == 404
    assert SECRET in text_of(client_of(story.jens), reverse("family_part", args=[part.pk]))


def test_a_child_is_given_one_more_guardian(story: Cast) -> None:
    client_of(story.ole).post(reverse("family_invite", args=[family_of(story).pk]), {"person": str(story.karim.pk)})
    client_of(story.karim).post(reverse("family_join", args=[family_of(story).pk]))
    part = part_of("Alma")
    assert client_of(story.karim).get(reverse("family_part", args=[part.pk])).status_code == 404
    guardian = {"do": "guardian", "guardian": str(Member.objects.get(person=story.karim).pk)}
    assert client_of(story.ole).post(reverse("family_care", args=[part.pk]), guardian).status_code == 303
    assert "En hund." in text_of(client_of(story.karim), reverse("family_part", args=[part.pk]))
