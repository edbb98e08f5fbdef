"""The coordinator sees who is with the family and how far each is, and no word of a part."""

import pytest
from django.urls import reverse

from bordenden.families.models import PartWords
from tests.cast import Cast, client_of
from tests.web.citizen.family_stories import family_of, on_the_monday, person_of
from tests.web.pages import text_of

__all__ = ["on_the_monday"]


@pytest.mark.requirement("R198")
def test_ole_sees_every_members_part_as_whole_or_not_and_reads_nothing(story: Cast) -> None:
    read = text_of(client_of(story.ole), reverse("case_family", args=[family_of(story).pk]))
    assert "Jens’ del er skrevet." in read
    assert "Antons del er godt på vej." in read
    assert "Rolige morgener" in read
    words = PartWords.objects.exclude(words="").order_by("pk").values_list("words", flat=True)
    assert [said for said in words if said in read] == []
    for stranger in (story.amina, story.lis, story.lone, person_of("Freja")):
        assert client_of(stranger).get(reverse("case_family", args=[family_of(story).pk])).status_code == 404
