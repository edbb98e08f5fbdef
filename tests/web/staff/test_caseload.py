"""Mine borgere: Bo's own citizens and nobody else's, in Danish order, found as people write."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from bordenden.audit.models import Entry as AuditEntry
from bordenden.contactlog.words import Channel, Direction, Outcome
from bordenden.foundation.clock import now
from bordenden.pathways import actions as pathways
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
    assert "Ingen af dine borgere hedder det" in read
    assert "Aziz" not in read


def test_a_name_that_was_searched_for_stands_in_no_address(cast: Cast) -> None:
    page = client_of(cast.bo).post(URL, {"search": "Amina"}).content.decode()
    assert not re.search(r'(href|action)="[^"]*amina', page, re.IGNORECASE)
    assert 'name="search" value="Amina"' in page


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
    assert "20 dage siden" in read
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
    assert "Seneste kontakt: Ingen kontakt endnu" in text_of(client_of(cast.bo), URL)


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
