"""En mentor er stoppet: everybody loses that mentor at once and hears of it; what was done and written stays."""

from django.urls import reverse

from bordenden.foundation.clock import now
from bordenden.mentors.models import MentorNote, MentorProfile
from bordenden.pathways import actions as pathways
from bordenden.pathways.models import Seat
from bordenden.pathways.words import Room, SeatRole
from bordenden.plans.models import SmallStep
from bordenden.post.models import Letter
from tests.cast import Cast, client_of
from tests.web.insight.keeping import refused_to_others
from tests.web.pages import text_of


def test_everybody_is_told_and_nothing_written_is_lost(story: Cast) -> None:
    pathways.seat(table=story.karims_table, person=story.mie, role=SeatRole.MENTOR, by=story.karim, at=story.at)
    pathways.open_room(seat=story.mies_seat, room=Room.PLAN, by=story.amina, at=now())
    url = reverse("mentor_leaves", args=[MentorProfile.objects.get(person=story.mie).pk])
    lis, mie = client_of(story.lis), client_of(story.mie)
    words = text_of(lis, url)
    assert ("2 borgere mister deres mentor nu." in words, "Amina" in words, "Karim" in words) == (True, False, False)
    notes, steps = list(MentorNote.objects.order_by("pk").values_list("words")), _steps()
    assert (len(notes), "mentor" in {owner for owner, _words, _done in steps}) == (2, True)
    assert mie.get(reverse("guest_table", args=[story.aminas_table.pk])).status_code == 200
    assert [lis.post(url).status_code for _time in "ab"] == [303, 303]
    assert not Seat.objects.filter(person=story.mie, role=SeatRole.MENTOR, ends_at=None).exists()
    assert mie.get(reverse("guest_table", args=[story.aminas_table.pk])).status_code == 404
    assert (list(MentorNote.objects.order_by("pk").values_list("words")), _steps()) == (notes, steps)
    told = Letter.objects.filter(event__startswith="mentor_left:").values_list("person", flat=True)
    assert sorted(told) == sorted([story.amina.pk, story.karim.pk])


def test_whoever_has_stopped_is_shown_to_nobody_until_shown_again(story: Cast) -> None:
    profile = MentorProfile.objects.get(person=story.mie)
    url, page = (reverse(name, args=[profile.pk]) for name in ("mentor_leaves", "mentor_kept"))
    refused_to_others(story, url)
    assert [client_of(one).post(url).status_code for one in (story.niels, story.bo, story.mie)] == [404] * 3
    lis = client_of(story.lis)
    words = text_of(lis, url)
    assert "1 borger mister sin mentor nu." in words
    assert lis.post(url).status_code == 303
    assert "Mie Toft Stoppet Ingen har mentoren nu, plads til 4" in text_of(lis, page)
    assert lis.post(page, {"show": "1"}).status_code == 303
    assert "Mie Toft Kan vælges Ingen har mentoren nu, plads til 4" in text_of(lis, page)


def _steps() -> list[tuple[str, str, object]]:
    """Whose each small step is, its words, and when it was done."""
    return list(SmallStep.objects.order_by("pk").values_list("owner", "words", "done_at"))
