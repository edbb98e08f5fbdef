"""Pia's list: paged, searched by name in the body, filtered by the answer; every name on it is a look."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localdate

from bordenden.audit.models import Entry
from bordenden.audit.words import Kind
from bordenden.foundation.clock import now
from bordenden.intake.models import BenefitPeriod, Candidate
from bordenden.people.models import Person
from tests.cast import MONDAY, Cast, client_of
from tests.intake.history import written_up
from tests.web.pages import queries_of, text_of, words_in
from tests.web.staff.cases import body


def url(cast: Cast) -> str:
    return reverse("candidates", args=[cast.project.pk])


def many(cast: Cast, number: int) -> list[Candidate]:
    """So many who might join, each on kontanthjælp for three years."""
    first = Candidate.objects.count()
    people = Person.objects.bulk_create(
        Person(
            municipality=cast.fjordby,
            given_name=f"Nr {first + one:03}",
            sort_key=f"nr {first + one:03}",
            cpr=f"{1 + one % 28:02}0270{2000 + first + one:04}",
            made_up=True,
        )
        for one in range(number)
    )
    BenefitPeriod.objects.bulk_create(
        BenefitPeriod(municipality=cast.fjordby, person=one, benefit="cash_benefit", starts_on=able_since())
        for one in people
    )
    return Candidate.objects.bulk_create(
        Candidate(municipality=cast.fjordby, project=cast.project, person=one, registered_at=MONDAY) for one in people
    )


def able_since() -> date:
    return localdate(now()) - timedelta(days=1100)


def test_pia_reads_who_may_join_and_why_and_each_of_them_is_a_look(cast: Cast) -> None:
    (able,) = many(cast, 1)
    unknown = written_up(cast)
    page = text_of(client_of(cast.pia), url(cast))
    assert f"Nr 000 Hjælp uden afbrydelse siden {date_format(able_since())}. Kan være med" in page
    assert "Vera Lind Ingen hjælp, der tæller, i denne måned eller måneden før. Kan ikke være med" in page
    seen = Entry.objects.filter(act="candidates.read", actor=cast.pia.pk, kind=Kind.LIST).order_by("thing_type")
    assert {one.thing for one in seen if one.thing_type == "candidate"} == {able.pk, unknown.pk}


def test_a_name_is_searched_in_the_body_and_never_stands_in_an_address(cast: Cast) -> None:
    written_up(cast, name="Ægir Åkær")
    many(cast, 2)
    found = client_of(cast.pia).post(url(cast), {"search": "ægir å", "svar": ""})
    assert found.status_code == 200
    assert "1 borger fundet." in body(found)
    assert "Nr 000" not in body(found)
    empty = client_of(cast.pia).post(url(cast), {"search": " ", "svar": "ja"})
    assert (empty.status_code, empty["Location"]) == (303, f"{url(cast)}?svar=ja")


def test_the_answer_filters_and_the_pages_keep_it(cast: Cast) -> None:
    many(cast, 30)
    written_up(cast)
    pia = client_of(cast.pia)
    page = pia.get(f"{url(cast)}?svar=ja").content.decode()
    assert "30 borgere fundet." in words_in(page)
    assert ("?side=2&amp;svar=ja" in page, "Vera Lind" in page) == (True, False)
    assert words_in(pia.get(f"{url(cast)}?svar=ja&side=2").content.decode()).count("Nr 0") == 5
    assert "1 borger fundet. Vera Lind" in text_of(pia, f"{url(cast)}?svar=nej")
    assert "31" not in text_of(pia, f"{url(cast)}?svar=forkert").partition("Mulige deltagere i")[2][:60]


def test_fifty_cost_what_one_costs(cast: Cast) -> None:
    pia = client_of(cast.pia)
    many(cast, 1)
    few, filtered = queries_of(pia, url(cast)), queries_of(pia, f"{url(cast)}?svar=ja")
    many(cast, 49)
    assert (queries_of(pia, url(cast)), queries_of(pia, f"{url(cast)}?svar=ja")) == (few, filtered)
    assert max(few, filtered) <= 12
    assert len(pia.get(url(cast)).content) < 40_000


@pytest.mark.parametrize("name", ["amina", "mie", "bo", "ole", "lis", "niels", "eva", "stine"])
def test_nobody_else_finds_the_list(cast: Cast, name: str) -> None:
    stranger = client_of(getattr(cast, name))
    assert (stranger.get(url(cast)).status_code, stranger.post(url(cast), {"search": "a"}).status_code) == (404, 404)
