"""Who may read my part: one press each, and who has read it is the owner's to know."""

import pytest
from django.urls import reverse

from bordenden.families.models import Member, PartShare
from bordenden.families.queries import readers
from tests.cast import MONDAY, Cast, client_of
from tests.web.citizen.family_stories import DREAM, on_the_monday, part_of, person_of
from tests.web.pages import text_of

__all__ = ["on_the_monday"]


@pytest.mark.requirement("R209")
def test_who_reads_a_part_is_known_to_its_owner_and_to_nobody_else_at_the_table(story: Cast) -> None:
    url = reverse("family_part", args=[part_of("Freja").pk])
    assert DREAM in text_of(client_of(story.lone), url)
    freja = client_of(person_of("Freja"))
    assert "Lone, " in text_of(freja, reverse("family_sharing", args=[part_of("Freja").pk]))
    seen = text_of(client_of(story.jens), reverse("looks", args=[story.holms_table.pk]))
    assert "En del af familiens plan" not in seen
    text_of(client_of(story.lone), reverse("family_print", args=[part_of("Lone").pk]))
    told = text_of(freja, reverse("family_sharing", args=[part_of("Freja").pk]))
    assert told.count("Lone, ") == 2


def test_freja_closes_and_the_very_next_look_is_refused(story: Cast) -> None:
    part, lone = part_of("Freja"), client_of(story.lone)
    switch = {"do": "close", "to": str(Member.objects.get(person=story.lone).pk)}
    sharing = reverse("family_sharing", args=[part.pk])
    assert lone.post(sharing, switch).status_code == 404
    assert lone.get(reverse("family_part", args=[part.pk])).status_code == 200
    assert client_of(person_of("Freja")).post(sharing, switch).status_code == 303
    assert lone.get(reverse("family_part", args=[part.pk])).status_code == 404
    assert not PartShare.objects.filter(part=part, ends_at__gt=MONDAY).exists()


def test_many_who_may_be_let_in_are_paged_and_a_press_stays_on_its_page(
    story: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bordenden.web.citizen.views.family_sharing.A_PAGE", 1)
    freja, part = client_of(person_of("Freja")), part_of("Freja")
    first, second, *_more = readers(part=part, at=MONDAY)
    url = reverse("family_sharing", args=[part.pk])
    assert (first.name in text_of(freja, url), f'value="{second.key}"' in freja.get(url).content.decode()) == (
        True,
        False,
    )
    turned = "close" if second.until else "open"
    answer = freja.post(f"{url}?side=2", {"do": turned, "to": str(second.key)})
    assert answer["Location"] == f"{url}?side=2"
    assert ("Åben til og med" in text_of(freja, f"{url}?side=2")) == (turned == "open")
