"""Hvad må Mie se? Open within the second, closed at the next request; what the law opens has no switch."""

from datetime import date, timedelta

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils.timezone import localdate

from bordenden.audit.models import Entry
from bordenden.foundation.clock import now
from bordenden.pathways import actions as pathways
from bordenden.pathways.models import Opening, Seat
from bordenden.pathways.queries import rooms_of
from bordenden.pathways.words import Room
from tests.cast import Cast, client_of
from tests.web.citizen.plan_stories import NOT_AMINA, let_in, things_of
from tests.web.reading import form_of, words_of

PLAN, DEVELOPMENT, CONTACTS = Room.PLAN, Room.DEVELOPMENT, Room.CONTACTS


def url_of(seat: Seat) -> str:
    return reverse("rooms", args=[seat.pk])


def open_now(seat: Seat) -> list[Room]:
    return list(rooms_of(seat=seat, at=now()))


def test_amina_opens_her_plan_for_mie_who_sees_it_in_the_same_second(story: Cast) -> None:
    amina, mie, url = client_of(story.amina), client_of(story.mie), url_of(story.mies_seat)
    guest_plan = reverse("guest_plan", args=[things_of(story).plan.pk])
    assert mie.get(guest_plan).status_code == 404
    answer = amina.post(url, {**form_of(amina.get(url)), "do": "open"})
    assert (answer.status_code, answer["Location"]) == (303, url)
    assert mie.get(guest_plan).status_code == 200
    until = rooms_of(seat=story.mies_seat, at=now())[PLAN]
    assert localdate(until - timedelta(seconds=1)) == localdate(now() + timedelta(days=182))


def test_amina_closes_it_and_mies_next_request_is_404(story: Cast) -> None:
    let_in(story)
    amina, mie, url = client_of(story.amina), client_of(story.mie), url_of(story.mies_seat)
    guest_plan = reverse("guest_plan", args=[things_of(story).plan.pk])
    assert "Mie får ikke at vide hvorfor." in words_of(amina.get(url))
    assert amina.post(url, {"room": "plan", "do": "close"}).status_code == 303
    assert mie.get(guest_plan).status_code == 404
    assert mie.get(reverse("guest_table", args=[story.aminas_table.pk])).status_code == 404
    assert open_now(story.mies_seat) == []


def day_of(seat: Seat) -> set[date]:
    """The last day of each room that stands open."""
    return {localdate(until - timedelta(seconds=1)) for until in rooms_of(seat=seat, at=now()).values()}


def test_each_room_has_its_own_switch(story: Cast) -> None:
    amina, url = client_of(story.amina), url_of(story.mies_seat)
    for room in (CONTACTS, DEVELOPMENT):
        amina.post(url, {"room": room, "do": "open"})
    assert sorted(open_now(story.mies_seat)) == [CONTACTS, DEVELOPMENT]
    amina.post(url, {"room": CONTACTS, "do": "close"})
    assert open_now(story.mies_seat) == [DEVELOPMENT]


def test_one_day_holds_for_all_that_is_open_and_for_what_she_opens_next(story: Cast) -> None:
    let_in(story)
    let_in(story, CONTACTS)
    amina, url = client_of(story.amina), url_of(story.mies_seat)
    day = localdate(now()) + timedelta(days=3)
    assert amina.post(url, {"do": "day", "until": day.isoformat()}).status_code == 303
    amina.post(url, {"room": DEVELOPMENT, "do": "open"})
    assert (sorted(open_now(story.mies_seat)), day_of(story.mies_seat)) == ([CONTACTS, DEVELOPMENT, PLAN], {day})
    assert Opening.objects.filter(seat=story.mies_seat, until__gt=now()).count() == 3
    assert words_of(amina.get(url)).count("er åbent til og med") == 1


def test_it_may_stand_open_for_today_only_and_never_for_more_than_a_year(story: Cast) -> None:
    let_in(story)
    amina, url = client_of(story.amina), url_of(story.mies_seat)
    today = localdate(now())
    days = {-1: 422, 0: 303, 364: 303, 366: 422}
    sent = [amina.post(url, {"do": "day", "until": (today + timedelta(days=day)).isoformat()}) for day in days]
    assert [answer.status_code for answer in sent] == list(days.values())


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("written", ["%d-%m-%Y", "%d.%m.%Y", "%d/%m/%Y"])
def test_a_day_typed_by_hand_is_read_day_first_in_both_languages(story: Cast, written: str, language: str) -> None:
    let_in(story)
    amina, url = client_of(story.amina), url_of(story.mies_seat)
    amina.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    day = localdate(now()).replace(day=1) + timedelta(days=70)
    assert amina.post(url, {"do": "day", "until": day.strftime(written)}).status_code == 303
    assert day_of(story.mies_seat) == {day}


@pytest.mark.parametrize(("until", "said"), [("", "Vælg en dag."), ("i morgen", "Vælg en dag, for eksempel")])
def test_a_day_that_is_no_day_is_kept_and_met_with_what_to_do(story: Cast, until: str, said: str) -> None:
    let_in(story)
    amina, url = client_of(story.amina), url_of(story.mies_seat)
    before = day_of(story.mies_seat)
    refused = amina.post(url, {"do": "day", "until": until})
    assert refused.status_code == 422
    assert said in words_of(refused)
    html = refused.content.decode()
    assert ('href="#id_until"' in html, 'id="summary" tabindex="-1" autofocus' in html) == (True, True)
    assert form_of(refused, 3) == {"do": "day", "room": "", "until": until}
    assert day_of(story.mies_seat) == before


def test_a_day_for_nothing_is_met_with_what_to_do_first(story: Cast) -> None:
    refused = client_of(story.amina).post(
        url_of(story.mies_seat), {"do": "day", "until": localdate(now()).isoformat()}
    )
    assert (refused.status_code, "Åbn først, og vælg så dagen." in words_of(refused)) == (422, True)


@pytest.mark.parametrize(
    "sent", [{}, {"do": "open"}, {"room": "attic", "do": "open"}, {"room": "plan", "do": "sell"}]
)
def test_a_form_that_is_none_of_ours_opens_nothing(story: Cast, sent: dict[str, str]) -> None:
    assert client_of(story.amina).post(url_of(story.mies_seat), sent).status_code == 422
    assert open_now(story.mies_seat) == []


def test_pressed_twice_it_is_opened_once_and_closed_once(story: Cast) -> None:
    amina, url = client_of(story.amina), url_of(story.mies_seat)
    sent = {**form_of(amina.get(url)), "do": "open"}
    for _twice in range(2):
        amina.post(url, sent)
    assert Opening.objects.filter(seat=story.mies_seat, until__gt=now()).count() == 1
    for _twice in range(2):
        assert amina.post(url, {"room": "plan", "do": "close"}).status_code == 303
    closed = Entry.objects.filter(act="room.close", actor=story.amina.pk).count()
    assert (open_now(story.mies_seat), closed) == ([], 2)  # the story itself closed it once before


def test_for_bo_the_law_is_said_plainly_and_only_the_rest_has_a_switch(story: Cast) -> None:
    page = client_of(story.amina).get(url_of(story.bos_seat))
    said = words_of(page)
    assert said.count("Altid åben") == 2
    assert "Bo skal kunne se det for at gøre sit arbejde." in said
    assert "Noget er åbent, fordi loven siger det." in said
    assert form_of(page, 0)["room"] == "development"


def test_birthe_who_has_left_has_no_switches_and_a_late_click_is_met_kindly(story: Cast) -> None:
    amina, url = client_of(story.amina), url_of(story.birthes_seat)
    page = amina.get(url)
    assert "Birthe sidder ikke ved dit bord mere" in words_of(page)
    assert "Åbn for" not in words_of(page)
    late = amina.post(url, {"room": "plan", "do": "open"})
    assert (late.status_code, open_now(story.birthes_seat)) == (422, [])


def test_her_own_seat_has_no_switches(story: Cast) -> None:
    own = Seat.objects.get(table=story.aminas_table, person=story.amina)
    assert client_of(story.amina).get(url_of(own)).status_code == 404


def test_one_head_of_a_table_cannot_be_shut_out_by_the_other(story: Cast) -> None:
    lones = Seat.objects.get(table=story.holms_table, person=story.lone)
    assert client_of(story.jens).get(url_of(lones)).status_code == 404


@pytest.mark.parametrize("name", NOT_AMINA)
def test_nobody_else_opens_or_closes_at_her_table(story: Cast, name: str) -> None:
    let_in(story)
    other, url = client_of(getattr(story, name)), url_of(story.mies_seat)
    sent = [
        {"room": "contacts", "do": "open"},
        {"room": "plan", "do": "close"},
    ]
    answers = [other.get(url), *(other.post(url, fields) for fields in sent)]
    assert ([answer.status_code for answer in answers], open_now(story.mies_seat)) == ([404] * 3, [PLAN])


def test_the_page_of_a_seat_at_another_table_is_404(story: Cast) -> None:
    foreign = Seat.objects.get(table=story.karims_table, person=story.ole)
    assert client_of(story.amina).get(url_of(foreign)).status_code == 404


def test_leaving_the_table_closes_every_room_with_it(story: Cast) -> None:
    let_in(story)
    pathways.leave_seat(seat=story.mies_seat, by=story.amina, at=now())
    assert open_now(story.mies_seat) == []
