"""Udgivne tal: the list, for everybody who is logged in."""

from django.test import Client
from django.urls import reverse

from bordenden.worlds.aalborg import Aalborg
from tests.cast import Cast, client_of


def test_everybody_at_a_table_and_in_an_office_may_read_what_is_published(jobcenter: Aalborg) -> None:
    """A participant, an adviser and the project leader see the same line."""
    for person in (jobcenter.courses[0].person, jobcenter.advisers[0], jobcenter.lis):
        html = client_of(person).get(reverse("releases")).content.decode()
        assert "3. kvartal 2016" in html
        assert reverse("release", args=[jobcenter.release.pk]) in html


def test_an_empty_list_says_so_and_a_stranger_logs_in_first(cast: Cast) -> None:
    """Published is for those who are in."""
    assert "Der er ikke udgivet noget endnu" in client_of(cast.amina).get(reverse("releases")).content.decode()
    assert Client().get(reverse("releases")).status_code == 302
