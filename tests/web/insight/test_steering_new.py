"""Giv en plads: Lis seats a colleague or somebody new; never a citizen, never too many, and nobody but Lis does."""

import pytest
from django.urls import reverse

from bordenden.audit.models import Entry
from bordenden.foundation.rules import NotPossible
from bordenden.people.models import Person
from bordenden.programmes import actions
from bordenden.programmes.actions import Called
from bordenden.programmes.models import Office
from bordenden.programmes.queries import steering_of
from bordenden.programmes.words import MOST_FROM_AN_AREA, Department
from tests.cast import MONDAY, Cast, client_of

NEW = {"area": "health", "person": "", "given_name": "Ruth", "family_name": "Dam", "title": "Sundhedschef"}


def url(cast: Cast) -> str:
    """Lis' form."""
    return reverse("steering_new", args=[cast.project.pk])


def test_lis_seats_somebody_new_and_a_colleague_each_once(cast: Cast) -> None:
    lis = client_of(cast.lis)
    chosen = {**NEW, "area": "employment", "person": str(cast.ole.pk), "given_name": "", "family_name": ""}
    for said in (NEW, NEW, chosen, chosen):
        answer = lis.post(url(cast), said)
        assert (answer.status_code, answer["Location"]) == (303, reverse("areas", args=[cast.project.pk]))
    seats = [(one.department, one.person.name, one.person.title) for one in steering_of(project=cast.project)]
    assert seats == [("employment", "Ole Brandt", "Sagsbehandler"), ("health", "Ruth Dam", "Sundhedschef")]
    assert (
        list(
            Entry.objects.filter(act="steering.set", kind="write").order_by("pk").values_list("actor", "municipality")
        )
        == [(cast.lis.pk, cast.fjordby.pk)] * 2
    )


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"area": ""}, "Vælg noget på listen."),
        ({"given_name": ""}, "Vælg en medarbejder, eller skriv et fornavn."),
        ({"person": "bo"}, "Ikke begge dele."),
        ({"person": "amina", "given_name": ""}, "Vælg noget på listen."),
    ],
)
def test_what_is_missing_is_asked_for_and_a_citizen_is_no_choice(
    cast: Cast, change: dict[str, str], words: str
) -> None:
    named = {key: str(getattr(cast, value).pk) if key == "person" else value for key, value in change.items()}
    before = Person.objects.count()
    answer = client_of(cast.lis).post(url(cast), {**NEW, **named})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert words in page
    assert "Sundhedschef" in page
    assert "Amina" not in page
    assert (Person.objects.count(), Office.objects.filter(role="steering").count()) == (before, 0)


def test_an_area_has_five_seats_and_no_sixth(cast: Cast) -> None:
    def seated(number: int) -> Office:
        whom = Called(f"Chef {number}")
        area = Department.HEALTH
        return actions.seat_in_steering(project=cast.project, department=area, whom=whom, by=cast.lis, at=MONDAY)

    first, *_others = [seated(number) for number in range(MOST_FROM_AN_AREA)]
    with pytest.raises(NotPossible, match="Der sidder allerede fem"):
        seated(MOST_FROM_AN_AREA)
    actions.end_steering(project=cast.project, office=first, by=cast.lis, at=MONDAY)
    assert seated(MOST_FROM_AN_AREA).person.name == "Chef 5"


@pytest.mark.parametrize("name", ["amina", "bo", "niels", "eva", "stine"])
def test_nobody_else_gives_seats(cast: Cast, name: str) -> None:
    stranger = client_of(getattr(cast, name))
    assert [stranger.get(url(cast)).status_code, stranger.post(url(cast), NEW).status_code] == [404, 404]
    assert not Office.objects.filter(role="steering").exists()
