"""Mentorer: who there is, whether they can be chosen, how many have them; fifty cost what three cost."""

from django.urls import reverse

from bordenden.people import actions as people
from bordenden.programmes.actions import give_office
from bordenden.programmes.words import OfficeRole
from tests.cast import MONDAY, Cast, client_of
from tests.offers.kept import begun
from tests.web.insight.keeping import refused_to_others
from tests.web.insight.mentoring import described
from tests.web.pages import queries_of, text_of


def url(cast: Cast) -> str:
    return reverse("mentors_kept", args=[begun(cast).pk])


def new_mentors(cast: Cast, number: int) -> None:
    for each in range(number):
        person = people.register(municipality=cast.fjordby, given_name=f"Mentor {each:02}", made_up=True)
        described(cast, person, shown=False)


def test_each_stands_there_with_state_languages_and_room(cast: Cast) -> None:
    lis, page = client_of(cast.lis), url(cast)
    assert "1 er mentor for nogen, men er ikke beskrevet endnu." in text_of(lis, page)
    described(cast, capacity=1)
    new_mentors(cast, 1)
    words = text_of(lis, page)
    assert "Mie Toft Fyldt op 1 har mentoren nu, plads til 1 · Dansk, Somali" in words
    assert "Mentor 00 Vises ikke Ingen har mentoren nu, plads til 3" in words
    assert ("ikke beskrevet endnu" in words, "Amina" in words) == (False, False)


def test_fifty_cost_what_three_cost_and_come_twenty_at_a_time(cast: Cast) -> None:
    lis, page = client_of(cast.lis), url(cast)
    new_mentors(cast, 3)
    few = queries_of(lis, page)
    described(cast)
    for each in range(47):
        person = people.register(municipality=cast.fjordby, given_name=f"Nummer {each:02}", made_up=True)
        described(cast, person, shown=False)
    html = lis.get(page).content.decode()
    assert (queries_of(lis, page), few <= 12, html.count('class="tag"')) == (few, True, 20)
    assert (len(html) < 40_000, "?side=2" in html) == (True, True)


def test_it_is_the_own_municipalitys(cast: Cast) -> None:
    """The neighbours' keeper is refused too."""
    give_office(person=cast.niels, role=OfficeRole.KEEPER, municipality=cast.bakkeby, at=MONDAY)
    refused_to_others(cast, url(cast))
