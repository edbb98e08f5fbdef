"""Jeg er væk: two taps and Ole takes over everywhere; one tap and Bo is back."""

import re
from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from bordenden.foundation.clock import now
from bordenden.foundation.days import end_of
from bordenden.pathways.models import Seat
from bordenden.pathways.words import SeatRole
from bordenden.web.staff.absence import usual_last
from tests.cast import Cast, client_of
from tests.web.pages import queries_of, text_of
from tests.web.reading import words_of
from tests.web.staff.cases import body, fill, many_citizens

URL = "/sagsbehandler/vaek/"
CASE = "/sagsbehandler/"


def go_away(cast: Cast, **days: str) -> None:
    """Bo opens the page and presses Ole's button: two taps."""
    bo = client_of(cast.bo)
    answer = bo.post(URL, fill(bo, URL, colleague=str(cast.ole.pk), **days))
    assert (answer.status_code, answer["Location"]) == (303, URL)


def stand_ins() -> list[Seat]:
    return list(Seat.objects.filter(role=SeatRole.SUBSTITUTE).order_by("pk"))


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(2026, 3, 2), date(2026, 3, 6)),
        (date(2026, 3, 4), date(2026, 3, 6)),
        (date(2026, 3, 5), date(2026, 3, 13)),
        (date(2026, 3, 7), date(2026, 3, 13)),
        (date(2026, 3, 8), date(2026, 3, 13)),
    ],
)
def test_the_usual_absence_ends_on_a_friday(first: date, last: date) -> None:
    assert usual_last(first) == last


def test_two_taps_and_ole_sits_at_all_of_bos_tables(cast: Cast) -> None:
    others = many_citizens(cast, 2)
    go_away(cast)
    today = localdate(now())
    seats = stand_ins()
    assert {seat.table_id for seat in seats} == {cast.aminas_table.pk, *(table.pk for table in others)}
    assert {seat.person_id for seat in seats} == {cast.ole.pk}
    assert {seat.ends_at for seat in seats} == {end_of(usual_last(today))}
    assert "Ole Brandt:" in text_of(client_of(cast.bo), URL)
    assert "hos 3 borgere" in text_of(client_of(cast.bo), URL)


def test_from_that_moment_ole_finds_amina_and_from_bos_return_he_does_not(cast: Cast) -> None:
    case = reverse("case", args=[cast.aminas_table.pk])
    ole, bo = client_of(cast.ole), client_of(cast.bo)
    assert ole.get(case).status_code == 404
    go_away(cast)
    assert ole.get(case).status_code == 200
    assert "Amina Yusuf" in body(ole.get(CASE))
    answer = bo.post(URL, {"do": "end"})
    assert (answer.status_code, answer["Location"]) == (303, URL)
    assert ole.get(case).status_code == 404
    assert "Amina" not in body(ole.get(CASE))
    assert bo.get(case).status_code == 200


def test_ole_does_the_public_task_and_nothing_else(story: Cast) -> None:
    go_away(story)
    ole, table = client_of(story.ole), story.aminas_table.pk
    opens = {
        name: ole.get(reverse(name, args=[table])).status_code for name in ("case", "contact_new", "case_contacts")
    }
    closed = {
        reverse("case_development", args=[table]),
        reverse("substitute", args=[table]),
        reverse("course_end", args=[story.aminas_course.pk]),
        reverse("table", args=[table]),
        reverse("looks", args=[table]),
    }
    assert opens == {"case": 200, "contact_new": 200, "case_contacts": 200}
    assert {ole.get(address).status_code for address in closed} == {404}
    assert "Afslut forløbet" not in body(ole.get(reverse("case", args=[table])))


def test_a_substitute_names_no_substitute(cast: Cast) -> None:
    """Ole goes away too: his own tables get Birthe, Amina keeps Ole."""
    go_away(cast)
    ole = client_of(cast.ole)
    ole.post(URL, fill(ole, URL, colleague=str(cast.birthe.pk)))
    assert {seat.person_id for seat in stand_ins() if seat.table_id == cast.aminas_table.pk} == {cast.ole.pk}
    assert {seat.table_id for seat in stand_ins() if seat.person_id == cast.birthe.pk} == {
        cast.karims_table.pk,
        cast.holms_table.pk,
    }


def test_a_second_substitute_for_the_same_days_is_refused_in_a_sentence(cast: Cast) -> None:
    go_away(cast)
    bo = client_of(cast.bo)
    refused = bo.post(URL, fill(bo, URL, colleague=str(cast.birthe.pk)))
    assert refused.status_code == 422
    assert "Ole Brandt er allerede vikar fra" in body(refused)
    assert len(stand_ins()) == 1


def test_pressed_twice_is_once(cast: Cast) -> None:
    go_away(cast)
    go_away(cast)
    assert len(stand_ins()) == 1


@pytest.mark.parametrize(
    ("days", "says"),
    [
        ({"first": "2020-01-01"}, "Den første dag er gået"),
        ({"last": ""}, "Vælg en dag."),
        ({"last": "32-13-2026"}, "Skriv en dag, der findes"),
    ],
)
def test_impossible_days_keep_what_was_typed_and_say_what_to_do(cast: Cast, days: dict[str, str], says: str) -> None:
    bo = client_of(cast.bo)
    refused = bo.post(URL, fill(bo, URL, colleague=str(cast.ole.pk), **days))
    assert refused.status_code == 422
    assert says in body(refused)
    assert stand_ins() == []


@pytest.mark.parametrize("name", ["niels", "mie", "bo"])
def test_somebody_who_is_no_colleague_cannot_be_sent_in(cast: Cast, name: str) -> None:
    bo = client_of(cast.bo)
    refused = bo.post(URL, fill(bo, URL, colleague=str(getattr(cast, name).pk)))
    assert refused.status_code == 422
    assert stand_ins() == []


def test_the_buttons_are_bos_colleagues_in_danish_order(cast: Cast) -> None:
    page = body(client_of(cast.bo).get(URL))
    assert re.findall(r'name="colleague" value="[^"]+">([^<]+) tager over<', page) == ["Birthe Holst", "Ole Brandt"]


def test_who_has_no_tables_has_nobody_to_hand_over(cast: Cast) -> None:
    assert "Du har ingen borgere endnu" in text_of(client_of(cast.birthe), URL)


def test_one_table_and_fifty_cost_the_same_queries(cast: Cast) -> None:
    go_away(cast)
    bo = client_of(cast.bo)
    one = queries_of(bo, URL)
    many_citizens(cast, 49)
    bo.post(URL, {"do": "end"})
    go_away(cast)
    assert queries_of(bo, URL) == one <= 12


def test_amina_reads_who_takes_over_with_telephone_and_last_day(cast: Cast) -> None:
    go_away(cast)
    said = words_of(client_of(cast.amina).get(reverse("seats", args=[cast.aminas_table.pk])))
    for words in (
        "Bo er væk lige nu",
        "Ole Brandt tager over til og med",
        "Tal med Ole",
        "20 00 00 06 man–fre 8–10",
        "Ole kan se: Min plan, Vores kontakt.",
        "Hvad må Bo se?",
    ):
        assert words in said
    assert "Hvad må Ole se?" not in said


def test_amina_reads_it_some_days_before(cast: Cast) -> None:
    first = localdate(now()) + timedelta(days=10)
    go_away(cast, first=first.isoformat(), last=first.isoformat())
    said = words_of(client_of(cast.amina).get(reverse("seats", args=[cast.aminas_table.pk])))
    assert "Bo er snart væk" in said
    assert "Ole Brandt tager over fra" in said
    assert "Tal med Ole" not in said


def test_amina_sees_what_ole_sees_and_has_no_switch_for_him(story: Cast) -> None:
    go_away(story)
    (seat,) = (one for one in stand_ins() if one.person_id == story.ole.pk)
    amina = client_of(story.amina)
    assert "Sådan ser dit bord ud for Ole lige nu." in body(amina.get(reverse("preview", args=[seat.pk])))
    assert amina.get(reverse("rooms", args=[seat.pk])).status_code == 404
