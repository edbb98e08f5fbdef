"""The coordinator sees who is with the family and how far each is, and no word of a part."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from bordenden.contactlog.actions import note
from bordenden.contactlog.words import Channel, Direction
from bordenden.families.models import PartWords
from tests.cast import MONDAY, Cast, client_of
from tests.web.citizen.family_stories import family_of, on_the_monday, person_of
from tests.web.pages import queries_of, text_of

__all__ = ["on_the_monday"]


@pytest.mark.requirement("R198")
def test_each_visit_stands_with_its_day_beside_how_far_every_member_is(story: Cast) -> None:
    ole, there = client_of(story.ole), reverse("case_family", args=[family_of(story).pk])
    assert "Der er ikke skrevet et besøg endnu." in text_of(ole, there)
    for days, channel in ((9, Channel.VISIT), (3, Channel.VISIT), (2, Channel.PHONE)):
        at = MONDAY - timedelta(days=days)
        note(
            table=story.holms_table, form_key=uuid4(), summary="Hos dem.", channel=channel, direction=Direction.OUT,
            minutes=40, happened_at=at, by=story.ole, at=at,
        )  # fmt: skip
    assert "27. februar 2026 Besøg 40 minutter 21. februar 2026 Besøg 40 minutter" in text_of(ole, there)
    assert "28. februar" not in text_of(ole, there)
    assert "Antons del er godt på vej." in text_of(ole, there)
    assert queries_of(ole, there) <= 12


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
