"""Who has moved out is taken from the table; a child is given a guardian; no word is shown."""

from django.urls import reverse

from bordenden.families.actions import leave_family
from bordenden.families.models import Member, PartWords
from bordenden.post.models import Letter
from bordenden.post.words import Kind
from tests.cast import MONDAY, Cast, client_of
from tests.web.citizen.family_stories import SECRET, family_of, on_the_monday, part_of, person_of
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


def test_whoever_is_taken_from_the_table_gets_one_letter_and_who_gets_up_alone_none(story: Cast) -> None:
    client_of(story.ole).post(reverse("family_care", args=[part_of("Jens").pk]), {"do": "leave"})
    (letter,) = Letter.objects.filter(kind=Kind.FAMILY_LEFT)
    assert (letter.person, letter.thing) == (story.jens.pk, part_of("Jens").member_id)
    leave_family(member=part_of("Anton").member, by=person_of("Anton"), at=MONDAY)
    leave_family(member=part_of("Alma").member, by=story.lone, at=MONDAY)
    assert Letter.objects.filter(kind=Kind.FAMILY_LEFT).count() == 1
    leave_family(member=part_of("Freja").member, by=story.lone, at=MONDAY)
    assert Letter.objects.filter(kind=Kind.FAMILY_LEFT, person=person_of("Freja").pk).count() == 1


def test_a_child_is_given_one_more_guardian(story: Cast) -> None:
    client_of(story.ole).post(reverse("family_invite", args=[family_of(story).pk]), {"person": str(story.karim.pk)})
    client_of(story.karim).post(reverse("family_join", args=[family_of(story).pk]))
    part = part_of("Alma")
    assert client_of(story.karim).get(reverse("family_part", args=[part.pk])).status_code == 404
    guardian = {"do": "guardian", "guardian": str(Member.objects.get(person=story.karim).pk)}
    assert client_of(story.ole).post(reverse("family_care", args=[part.pk]), guardian).status_code == 303
    assert "En hund." in text_of(client_of(story.karim), reverse("family_part", args=[part.pk]))
