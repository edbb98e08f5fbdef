"""The own words: one kind at a time, by whoever has the pen."""

from uuid import uuid4

from django.urls import reverse

from bordenden.families import actions as families
from bordenden.families.models import PartShare, PartWords
from tests.cast import MONDAY, Cast, client_of
from tests.web.citizen.family_stories import on_the_monday, part_of
from tests.web.pages import text_of

__all__ = ["on_the_monday"]


def test_lone_writes_with_alma_and_never_for_freja_and_a_stale_text_shows_both(story: Cast) -> None:
    lone, alma = client_of(story.lone), part_of("Alma")
    url = reverse("family_words", args=[alma.pk, "dream"])
    assert "Når jeg bliver stor" in text_of(lone, url)
    sent = {"form_key": uuid4(), "words": "En pony", "version": 0}
    assert lone.post(url, sent).status_code == 303
    assert client_of(story.jens).post(url, {**sent, "words": "En gris"}).status_code == 422
    again = client_of(story.jens).post(url, {**sent, "words": "En gris"}).content.decode()
    assert "En pony" in again
    assert "En gris" in again
    for name in ("Freja", "Jens"):
        assert lone.post(reverse("family_words", args=[part_of(name).pk, "dream"]), sent).status_code == 404
    assert [row.written_by for row in PartWords.objects.filter(part=alma, kind="dream")] == [story.lone]


def test_the_page_names_whoever_reads_the_part_once_it_is_written(story: Cast) -> None:
    freja = part_of("Freja")
    line = " kan læse det, når du har gemt."
    for share in PartShare.objects.filter(part=freja):
        to = share.to_member or share.to_seat
        assert to is not None
        families.close_part(part=freja, to=to, by=freja.member.person, at=MONDAY)
    client, url = client_of(freja.member.person), reverse("family_words", args=[freja.pk, "dream"])
    assert "Kun du kan se det." in text_of(client, url)
    families.open_part(part=freja, to=part_of("Lone").member, by=freja.member.person, at=MONDAY)
    assert f"Lone{line}" in text_of(client, url)
    alma = reverse("family_words", args=[part_of("Alma").pk, "dream"])
    assert f"Alma og Jens{line}" in text_of(client_of(story.lone), alma)
