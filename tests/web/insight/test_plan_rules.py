"""Rundt om planerne: Lis decides about the team and the limit, and reads how many lack what; never who."""

import pytest
from django.urls import reverse

from bordenden.people.models import Person
from bordenden.plans import queries
from bordenden.plans.queries import Rules
from tests.cast import Cast, client_of
from tests.web.pages import queries_of
from tests.web.reading import form_of, words_of


def url(story: Cast) -> str:
    return reverse("plan_rules", args=[story.project.pk])


@pytest.mark.requirement("R157")
@pytest.mark.requirement("R97")
def test_lis_decides_for_her_municipality_and_for_no_other(story: Cast) -> None:
    lis = client_of(story.lis)
    opened = form_of(lis.get(url(story)))
    assert lis.post(url(story), {"most_professionals": "3", "version": opened["version"]}).status_code == 303
    assert queries.rules_of(municipality=story.fjordby) == Rules(False, 3, 2)
    assert queries.rules_of(municipality=story.bakkeby) == Rules()
    old = lis.post(url(story), {"most_professionals": "9", "uses_team": "on", "version": opened["version"]})
    assert (old.status_code, form_of(old)["version"]) == (422, "2")
    assert lis.post(url(story), {"most_professionals": "0", "version": "2"}).status_code == 422


@pytest.mark.requirement("R164")
def test_lis_reads_numbers_and_no_names(story: Cast) -> None:
    Person.objects.filter(pk=story.mie.pk).update(reachable="")
    lis = client_of(story.lis)
    read = words_of(lis.get(url(story)))
    assert "Forløb i gang 3" in read
    assert "Uden telefon eller træffetid til mentoren 1" in read
    assert "Med flere fagpersoner end grænsen 1" in read
    assert [name for name in ("Amina", "Mie", "Bo Lund", "Karim", "F-1") if name in read] == []
    assert queries_of(lis, url(story)) <= 12


def test_nobody_else_decides(story: Cast) -> None:
    for name in ("bo", "amina", "mie", "ole", "niels", "eva", "stine"):
        other = client_of(getattr(story, name))
        answer = other.post(url(story), {"most_professionals": "3", "version": "1"})
        assert (name, other.get(url(story)).status_code, answer.status_code) == (name, 404, 404)
    assert queries.rules_of(municipality=story.fjordby) == Rules(True, 5, 1)
