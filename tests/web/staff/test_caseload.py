"""Mine borgere: Bo's own citizens and nobody else's, in Danish order, found as people write."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localdate, localtime

from bordenden.audit.models import Entry as AuditEntry
from bordenden.contactlog.queries import quiet_days
from bordenden.contactlog.words import Channel, Direction, Outcome
from bordenden.foundation.clock import now
from bordenden.pathways import actions as pathways
from bordenden.pathways.models import Table
from bordenden.pathways.words import Decider, ExitReason, SeatRole
from bordenden.people import actions as people
from bordenden.people.models import Person
from tests.cast import MONDAY, Cast, client_of
from tests.web.pages import queries_of, text_of, words_in
from tests.web.staff.cases import many_citizens, noted

URL = "/sagsbehandler/"


def listed(person: Person, **search: str) -> list[str]:
    """The names on the page, in order."""
    client = client_of(person)
    page = client.post(URL, search) if search else client.get(URL)
    assert page.status_code == 200
    return re.findall(r'case-name"><a[^>]*>([^<]+)<', page.content.decode())


def newcomer(cast: Cast, given: str, family: str) -> None:
    """Somebody new at a table with Bo."""
    head = people.register(municipality=cast.fjordby, given_name=given, family_name=family, made_up=True)
    table = pathways.lay_table(head=head, by=cast.bo, at=MONDAY)
    pathways.seat(table=table, person=cast.bo, role=SeatRole.COORDINATOR, by=cast.bo, at=MONDAY)


def test_each_caseworker_sees_the_tables_of_own_seats_only(cast: Cast) -> None:
    assert listed(cast.bo) == ["Amina Yusuf"]
    assert listed(cast.ole) == ["Jens Holm og Lone Holm", "Karim Aziz"]
    for person in (cast.birthe, cast.mie, cast.sara, cast.amina, cast.lis, cast.niels, cast.stine):
        assert listed(person) == []


def test_the_list_is_in_danish_order(cast: Cast) -> None:
    for given, family in [("Åse", "Berg"), ("Ærling", "C"), ("Øjvind", "A"), ("Zoë", "D")]:
        newcomer(cast, given, family)
    assert listed(cast.bo) == ["Amina Yusuf", "Zoë D", "Ærling C", "Øjvind A", "Åse Berg"]


@pytest.mark.parametrize("search", ["åse", "AASE", "Åse Kjær", "kjær", "kjaer "])
def test_a_search_finds_aase_kjaer_as_people_write(cast: Cast, search: str) -> None:
    newcomer(cast, "Åse", "Kjær")
    found = listed(cast.bo, search=search)
    assert found == ([] if search == "kjaer " else ["Åse Kjær"])


def test_a_search_finds_nobody_at_tables_of_others_and_never_says_how_many_there_are(cast: Cast) -> None:
    page = client_of(cast.bo).post(URL, {"search": "karim"})
    read = words_in(page.content.decode())
    assert "0 borgere fundet" in read
    assert "Ingen af dine borgere passer" in read
    assert "Aziz" not in read


def test_a_name_that_was_searched_for_stands_in_no_address(cast: Cast) -> None:
    page = client_of(cast.bo).post(URL, {"search": "Amina"}).content.decode()
    assert not re.search(r'(href|action)="[^"]*amina', page, re.IGNORECASE)
    assert re.search(r'name="search"[^>]* value="Amina"', page)


def test_a_name_in_the_address_searches_for_nothing(cast: Cast) -> None:
    assert len(re.findall("case-line ?", client_of(cast.bo).get(URL + "?search=karim").content.decode())) > 0


def test_last_contact_and_whose_turn_it_is(cast: Cast) -> None:
    at = now()
    noted(cast, happened_at=at - timedelta(days=3), at=at)
    noted(cast, channel=Channel.TEXT, direction=Direction.IN, summary="Hvornår ses vi?", happened_at=at, at=at)
    read = text_of(client_of(cast.bo), URL)
    assert "Seneste kontakt: i dag kl." in read
    assert "Amina venter på svar fra dig" in read


def test_a_try_that_failed_does_not_count_as_contact(cast: Cast) -> None:
    at = now()
    noted(cast, happened_at=at - timedelta(days=20), at=at)
    noted(cast, outcome=Outcome.NO_ANSWER, happened_at=at - timedelta(days=1), at=at)
    read = text_of(client_of(cast.bo), URL)
    assert "for 20 dage siden" in read
    assert "Prøv igen" in read


def test_nobody_asks_for_a_call_once_the_course_is_over(cast: Cast) -> None:
    noted(cast, outcome=Outcome.ABSENT)
    pathways.end_course(
        enrolment=cast.aminas_course,
        on=MONDAY.date(),
        reason=ExitReason.ORDINARY_JOB,
        decided_by=Decider.CITIZEN,
        by=cast.bo,
        at=MONDAY,
    )
    assert "Ring og hør" not in text_of(client_of(cast.bo), URL)


def test_without_any_contact_it_says_so(cast: Cast) -> None:
    assert "Ingen kontakt endnu" in text_of(client_of(cast.bo), URL)


def test_an_empty_list_says_what_will_come(cast: Cast) -> None:
    assert "Du har ingen borgere endnu" in text_of(client_of(cast.birthe), URL)


def test_the_list_is_cut_in_pages_of_25_and_each_citizen_stands_once(cast: Cast) -> None:
    many_citizens(cast, 30)
    bo = client_of(cast.bo)
    pages = [re.findall(r'case-name"><a[^>]*>([^<]+)<', bo.get(f"{URL}?side={n}").content.decode()) for n in (1, 2)]
    assert [len(page) for page in pages] == [25, 6]
    assert len(set(pages[0] + pages[1])) == 31
    assert 'href="?side=2"' in bo.get(URL).content.decode()
    assert [len(re.findall("case-name", bo.get(f"{URL}?side={n}").content.decode())) for n in ("9", "x")] == [6, 25]


def test_one_citizen_and_fifty_cost_the_same_queries(cast: Cast) -> None:
    noted(cast)
    bo = client_of(cast.bo)
    one = queries_of(bo, URL)
    many_citizens(cast, 49)
    fifty = queries_of(bo, URL)
    assert fifty == one <= 12


def test_who_was_listed_is_in_the_audit_and_who_was_not_is_not(cast: Cast) -> None:
    listed(cast.ole)
    looked = set(AuditEntry.objects.filter(kind="list").values_list("table", "act"))
    assert looked == {(cast.karims_table.pk, "case.read"), (cast.holms_table.pk, "case.read")}


def test_the_way_to_a_citizen_and_to_a_new_contact(cast: Cast) -> None:
    page = client_of(cast.bo).get(URL).content.decode()
    for name in ("case", "contact_new"):
        assert f'href="{reverse(name, args=[cast.aminas_table.pk])}"' in page
    assert 'href="tel:+4520000001"' in page


def quiet_since(cast: Cast, days: int, table: Table | None = None) -> None:
    """They last spoke that many days ago."""
    at = now()
    # By the clock on the wall: after the hour is put back, as many times 24 hours ago may be a day less.
    noted(cast, table, happened_at=localtime(at) - timedelta(days=days), at=at)


def filtered(person: Person, address: str) -> list[str]:
    """The names on the page at this address."""
    page = client_of(person).get(URL + address)
    assert page.status_code == 200
    return re.findall(r'case-name"><a[^>]*>([^<]+)<', page.content.decode())


@pytest.mark.requirement("R38")
def test_who_has_been_quiet_for_two_weeks_or_a_month_is_found_and_met_with_a_call(cast: Cast) -> None:
    long_ago, lately, just_now = aged(cast, 3)
    for table, days in ((cast.aminas_table, 14), (long_ago, 30), (lately, 13), (just_now, 0)):
        quiet_since(cast, days, table)
    assert filtered(cast.bo, "?stille=14") == ["Amina Yusuf", "Borger000"]
    assert filtered(cast.bo, "?stille=30") == ["Borger000"]
    read = text_of(client_of(cast.bo), URL + "?stille=14")
    assert "Ring og hør, hvordan Amina har det" in read
    for word in ("sanktion", "advarsel", "udeblivelse", "pligt", "frist"):
        assert word not in read.lower()


def aged(cast: Cast, number: int) -> list[Table]:
    """New citizens whose only contact was when they came, long ago by the clock of the wall."""
    tables = many_citizens(cast, number)
    assert quiet_days(since=MONDAY, at=now()) > 100
    return tables


def test_a_try_is_no_contact_in_the_list_of_the_quiet_either(cast: Cast) -> None:
    quiet_since(cast, 20)
    at = now()
    noted(cast, outcome=Outcome.NO_ANSWER, happened_at=at - timedelta(days=1), at=at)
    assert filtered(cast.bo, "?stille=14") == ["Amina Yusuf"]
    assert filtered(cast.bo, "?stille=30") == []


def test_whose_turn_it_is_and_how_long_it_is_ago_combine_with_a_name(cast: Cast) -> None:
    one, two = aged(cast, 2)
    at = now()
    for table in (cast.aminas_table, one):
        noted(cast, table, happened_at=at - timedelta(days=20), at=at)
    noted(cast, two, happened_at=at - timedelta(days=1), at=at)
    for table in (cast.aminas_table, one, two):
        noted(cast, table, happened_at=at, at=at, channel=Channel.TEXT, direction=Direction.OUT)
    assert filtered(cast.bo, "?tur=waiting") == ["Amina Yusuf", "Borger000", "Borger001"]
    assert filtered(cast.bo, "?tur=waiting&stille=14") == ["Amina Yusuf", "Borger000"]
    assert filtered(cast.bo, "?tur=care&stille=14") == []
    assert listed(cast.bo, search="borger", tur="waiting") == ["Borger000", "Borger001"]
    assert listed(cast.bo, search="borger", tur="waiting", stille="14") == ["Borger000"]
    assert listed(cast.bo, search="borger", tur="ours") == []


def test_filters_without_a_name_get_an_address_and_a_name_never_does(cast: Cast) -> None:
    bo = client_of(cast.bo)
    answer = bo.post(URL, {"search": " ", "tur": "care", "stille": "14"})
    assert (answer.status_code, answer["Location"]) == (303, URL + "?tur=care&stille=14")
    assert bo.post(URL, {"search": "Amina", "tur": ""}).status_code == 200


def test_an_address_changed_by_hand_shows_everybody(cast: Cast) -> None:
    assert filtered(cast.bo, "?tur=x&stille=15%27") == ["Amina Yusuf"]


def test_a_course_that_is_over_waits_for_nobody_and_is_not_quiet(cast: Cast) -> None:
    noted(cast, outcome=Outcome.ABSENT)
    assert filtered(cast.bo, "?tur=care") == ["Amina Yusuf"]
    pathways.end_course(
        enrolment=cast.aminas_course,
        on=MONDAY.date(),
        reason=ExitReason.ORDINARY_JOB,
        decided_by=Decider.CITIZEN,
        by=cast.bo,
        at=MONDAY,
    )
    assert filtered(cast.bo, "?tur=care") == filtered(cast.bo, "?stille=14") == []
    assert filtered(cast.bo, "") == ["Amina Yusuf"]


@pytest.mark.parametrize("search", ["F-1", "f1", "f 1", "F.1", "-1"])
def test_a_case_number_is_found_as_people_write_it(cast: Cast, search: str) -> None:
    assert listed(cast.bo, search=search) == ["Amina Yusuf"]


@pytest.mark.parametrize("search", ["F-2", "-", "…", "%", "_"])
def test_the_number_of_another_caseworkers_citizen_and_mere_marks_find_nobody(cast: Cast, search: str) -> None:
    assert listed(cast.bo, search=search) == []


def test_a_long_answer_to_a_search_is_paged_by_buttons_that_send_the_name_again(cast: Cast) -> None:
    many_citizens(cast, 30)
    bo = client_of(cast.bo)
    first = bo.post(URL, {"search": "borger"}).content.decode()
    assert len(re.findall('case-name"', first)) == 25
    assert re.search(r'<button [^>]*form="find" name="side" value="2"', first)
    second = bo.post(URL, {"search": "borger", "side": "2"}).content.decode()
    assert len(re.findall('case-name"', second)) == 5
    assert "borger" not in "".join(re.findall(r'href="[^"]*side[^"]*"', first + second))


def test_pages_of_a_filtered_list_keep_the_filter(cast: Cast) -> None:
    many_citizens(cast, 30)
    page = client_of(cast.bo).get(URL + "?stille=14").content.decode()
    assert 'href="?side=2&amp;stille=14"' in page
    assert len(filtered(cast.bo, "?side=2&stille=14")) == 6


def test_a_substitute_reads_for_whom_and_until_when_and_bo_reads_who(cast: Cast) -> None:
    at = now()
    last = localdate(at) + timedelta(days=5)
    pathways.stand_in(
        tables=[cast.aminas_table], colleague=cast.ole, first=localdate(at), last=last, by=cast.bo, at=at
    )
    day = date_format(last, "MONTH_DAY_FORMAT")
    assert f"Vikar for Bo til og med {day}" in text_of(client_of(cast.ole), URL)
    assert f"Ole Brandt er vikar til og med {day}" in text_of(client_of(cast.bo), URL)
    assert listed(cast.ole) == ["Amina Yusuf", "Jens Holm og Lone Holm", "Karim Aziz"]


@pytest.mark.once
def test_three_ninety_and_five_hundred_citizens_cost_the_same_queries(cast: Cast) -> None:
    bo = client_of(cast.bo)
    addresses = ("", "?tur=waiting&stille=14", "?stille=14")
    counts: dict[str, list[int]] = {address: [] for address in addresses}
    noted(cast, channel=Channel.TEXT)
    for more in (2, 87, 410):
        many_citizens(cast, more, waits=True)
        for address in addresses:
            counts[address].append(queries_of(bo, URL + address))
    assert [len(set(cost)) for cost in counts.values()] == [1, 1, 1], counts
    assert max(cost for costs in counts.values() for cost in costs) <= 12
