"""Kladder, du skal gøre færdige: Bo's own, at every table; finished or discarded before he hands a citizen on."""

import re
from datetime import datetime, timedelta

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from bordenden.contactlog.models import HelpRequest
from bordenden.drafts.actions import keep
from bordenden.drafts.models import Draft
from bordenden.drafts.queries import all_unfinished
from bordenden.drafts.slots import Slot, fresh
from bordenden.foundation.rules import NotPossible
from bordenden.meetings.models import Conversation
from bordenden.pathways import actions as pathways
from bordenden.pathways.words import LeavingReason, SeatRole
from bordenden.plans.queries import plan_of
from bordenden.web.staff.pending import COMMENT, WAYS
from bordenden.web.staff.urls import urlpatterns
from tests.cast import MONDAY, Cast, client_of
from tests.web.pages import queries_of, text_of
from tests.web.staff.cases import THIRTY_SECONDS, body, fill, many_citizens, noted

DAY, SECOND = timedelta(days=1), timedelta(seconds=1)


@pytest.fixture(autouse=True)
def tuesday(monkeypatch: pytest.MonkeyPatch) -> None:
    """The pages are opened the day after the Monday of the cast."""
    monkeypatch.setattr("bordenden.web.threshold.opens.now", lambda: MONDAY + DAY)


def url() -> str:
    """The list."""
    return reverse("drafts")


def began(cast: Cast, words: str, *, slot: Slot | None = None, at: datetime = MONDAY) -> Slot:
    """Bo began to write, by default about a contact with Amina."""
    place = slot or fresh("contact.new", table=cast.aminas_table.pk)
    keep(by=cast.bo, slot=place, fields={"summary": words}, opened_at=at, at=at)
    return place


def write_on(client: Client) -> list[str]:
    """Where the list's ways on lead."""
    return re.findall(r'href="([^"]*\?kladde=[^"]*)"', body(client.get(url())))


def test_every_draft_stands_there_with_whose_table_what_and_when_the_oldest_first(story: Cast) -> None:
    pathways.change_coordinator(
        table=story.karims_table, to=story.bo, because=LeavingReason.ORGANISATION, by=story.lis, at=MONDAY - DAY
    )
    began(story, "Om Karim", slot=fresh("contact.new", table=story.karims_table.pk), at=MONDAY - SECOND)
    began(story, "Om Amina")
    words = text_of(client_of(story.bo), url())
    assert re.search(
        r"Karim \w+ Ny kontakt · i går kl\. 9\.59 “Om Karim” Skriv videre.*"
        r"Amina Yusuf Ny kontakt · i går kl\. 10\.00 “Om Amina” Skriv videre",
        words,
    )


def test_each_way_on_opens_the_form_with_the_words_in_it(story: Cast) -> None:
    table, entry = story.aminas_table, noted(story, summary="Noget at rette.")
    plan = plan_of(table=table)
    assert plan is not None
    began(story, "Ny")
    began(story, "Rettes", slot=Slot("contact.correct", entry.pk, table.pk))
    comment, end = fresh("comment.dream", table=table.pk), Slot("course.end", story.aminas_course.pk, table.pk)
    keep(by=story.bo, slot=comment, fields={"words": "Et svar"}, opened_at=MONDAY, at=MONDAY)
    keep(by=story.bo, slot=end, fields={"grounds": "Derfor"}, opened_at=MONDAY, at=MONDAY)
    open_ones = HelpRequest.objects.filter(table=table, taken_back_at=None, answered_at=None)
    asked = open_ones.order_by("asked_at", "pk").first()
    begun = Conversation.objects.filter(table=table, cancelled_at=None, starts_at__lte=MONDAY)
    talk = begun.order_by("starts_at", "pk").first()
    assert asked is not None
    assert talk is not None
    answer, note = Slot("help.answer", asked.pk, table.pk), Slot("conversation.note", talk.pk, table.pk)
    keep(by=story.bo, slot=answer, fields={"answer": "På fredag"}, opened_at=MONDAY, at=MONDAY)
    keep(by=story.bo, slot=note, fields={"summary": "Vi talte længe"}, opened_at=MONDAY, at=MONDAY)
    bo = client_of(story.bo)
    ways = write_on(bo)
    assert len(ways) == 6
    typed = ("Ny", "Rettes", "Et svar", "Derfor", "På fredag", "Vi talte længe")
    shown = [next(words for words in typed if f">\n{words}</textarea>" in body(bo.get(way))) for way in ways]
    assert sorted(shown) == sorted(typed)


def test_every_form_of_this_door_that_keeps_a_draft_is_known_to_the_list() -> None:
    kept = {
        str(pattern.name).removesuffix("_draft") for pattern in urlpatterns if str(pattern.name).endswith("_draft")
    }
    assert kept == {way.page for way in WAYS.values()} | {f"{COMMENT}new".replace(".", "_")}


def test_kasser_throws_away_that_one_and_no_other(cast: Cast) -> None:
    away, stays = began(cast, "Væk"), began(cast, "Bliver")
    bo = client_of(cast.bo)
    answer = bo.post(url(), {"discard": str(away.thing)})
    assert (answer.status_code, answer["Location"]) == (303, url())
    assert [kept.slot for kept in all_unfinished(by=cast.bo)] == [stays]
    assert sorted(Draft.objects.values_list("content", flat=True)) == ["", '{"summary":"Bliver"}']


@pytest.mark.parametrize("name", ["ole", "birthe", "amina"])
def test_nobody_sees_or_throws_away_anothers_draft(cast: Cast, name: str) -> None:
    slot = began(cast, "Bos egne ord")
    other = client_of(getattr(cast, name))
    assert "Bos egne ord" not in body(other.get(url()))
    other.post(url(), {"discard": str(slot.thing)})
    assert [kept.slot for kept in all_unfinished(by=cast.bo)] == [slot]


def test_with_none_the_list_says_so(cast: Cast) -> None:
    assert "Du har ingen kladder" in text_of(client_of(cast.bo), url())


def test_an_old_draft_is_said_to_be_old_and_is_never_thrown_away_by_itself(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    began(cast, "Længe siden", at=MONDAY)
    bo, moment = client_of(cast.bo), MONDAY + settings.OLD_DRAFT_DAYS * DAY
    for opened, old in ((moment, False), (moment + SECOND, True)):
        monkeypatch.setattr("bordenden.web.threshold.opens.now", lambda opened=opened: opened)
        assert ("Gammel kladde: skal den bruges?" in text_of(bo, url())) == old
    assert len(all_unfinished(by=cast.bo)) == 1


# Before a handover


def test_bo_cannot_hand_on_until_his_draft_is_finished_and_then_he_can(cast: Cast) -> None:
    began(cast, "Amina ringede om bussen.")
    bo = client_of(cast.bo)
    with pytest.raises(NotPossible, match="Bo har kladder ved dette bord"):
        pathways.change_coordinator(
            table=cast.aminas_table, to=cast.ole, because=LeavingReason.ORGANISATION, by=cast.lis, at=MONDAY + DAY
        )
    (way,) = write_on(bo)
    new = reverse("contact_new", args=[cast.aminas_table.pk])
    assert bo.post(new, fill(bo, way, **THIRTY_SECONDS)).status_code == 303
    pathways.change_coordinator(
        table=cast.aminas_table, to=cast.ole, because=LeavingReason.ORGANISATION, by=cast.lis, at=MONDAY + DAY
    )
    assert "Du har ingen kladder" in text_of(bo, url())


def test_what_is_begun_in_two_windows_must_be_finished_in_both(cast: Cast) -> None:
    one, two = began(cast, "I den ene"), began(cast, "I den anden")
    bo = client_of(cast.bo)
    for slot in (one, two):
        with pytest.raises(NotPossible):
            pathways.change_coordinator(
                table=cast.aminas_table, to=cast.ole, because=LeavingReason.ORGANISATION, by=cast.lis, at=MONDAY + DAY
            )
        bo.post(url(), {"discard": str(slot.thing)})
    pathways.change_coordinator(
        table=cast.aminas_table, to=cast.ole, because=LeavingReason.ORGANISATION, by=cast.lis, at=MONDAY + DAY
    )


def test_who_lost_the_seat_all_the_same_is_shown_neither_name_nor_words_and_can_only_throw_it_away(
    cast: Cast,
) -> None:
    slot = began(cast, "Amina ringede om bussen.")
    pathways.leave_seat(seat=cast.bos_seat, by=cast.lis, at=MONDAY + SECOND)
    pathways.seat(
        table=cast.aminas_table, person=cast.ole, role=SeatRole.COORDINATOR, by=cast.lis, at=MONDAY + SECOND
    )
    bo = client_of(cast.bo)
    page = body(bo.get(url()))
    assert ("Amina" in page, "bussen" in page, "Skriv videre" in page) == (False, False, False)
    assert "En borger, du ikke længere sidder ved bordet med" in page
    bo.post(url(), {"discard": str(slot.thing)})
    assert all_unfinished(by=cast.bo) == ()
    assert "bussen" not in body(client_of(cast.ole).get(reverse("contact_new", args=[cast.aminas_table.pk])))


def test_many_drafts_cost_the_queries_of_one(cast: Cast) -> None:
    bo, tables = client_of(cast.bo), many_citizens(cast, 4)
    counts = []
    for some in (tables[:1], tables[1:]):
        for table in some:
            began(cast, "Et ord", slot=fresh("contact.new", table=table.pk))
        counts.append(queries_of(bo, url()))
    assert counts[0] == counts[1]
