"""Tilføj en borger: written up in one form; what is missing is asked for; that she is another's stays a secret."""

import pytest
from django.urls import reverse

from bordenden.audit.models import Entry
from bordenden.audit.words import Kind
from bordenden.intake.models import Candidate
from bordenden.people.models import Person
from tests.cast import Cast, client_of
from tests.intake.history import VERA
from tests.web.staff.cases import body

SENT = {"given_name": "Vera", "family_name": "Lind", "cpr": VERA, "target_group": "", "vocational_education": "nej"}


def url(cast: Cast) -> str:
    return reverse("candidate_new", args=[cast.project.pk])


def test_pia_writes_vera_up_with_a_group_from_the_rules_and_is_led_to_her(cast: Cast) -> None:
    pia = client_of(cast.pia)
    assert "§ 1 nr. 3: kontanthjælp, aktivitetsparat" in body(pia.get(url(cast)))
    answer = pia.post(url(cast), {**SENT, "target_group": "§ 1 nr. 3"})
    vera = Candidate.objects.get()
    assert (answer.status_code, answer["Location"]) == (303, reverse("candidate", args=[vera.pk]))
    assert (vera.person.name, vera.target_group, vera.vocational_education) == ("Vera Lind", "§ 1 nr. 3", False)
    assert pia.post(url(cast), SENT)["Location"] == answer["Location"], "sent twice"
    again = pia.post(url(cast), {**SENT, "given_name": "Eva"})
    assert (again.status_code, "Nummeret står allerede på jeres liste." in body(again)) == (422, True)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"given_name": ""}, "Skriv fornavnet."),
        ({"cpr": "310290-1234"}, "Datoen i CPR-nummeret findes ikke."),
        ({"cpr": "12"}, "Skriv alle ti cifre"),
        ({"vocational_education": ""}, "Vælg et svar."),
        ({"target_group": "opfundet"}, "Vælg en målgruppe på listen."),
    ],
)
def test_what_is_missing_is_asked_for_and_the_rest_is_kept(cast: Cast, change: dict[str, str], says: str) -> None:
    answer = client_of(cast.pia).post(url(cast), {**SENT, **change})
    assert (answer.status_code, says in body(answer), "Lind" in body(answer)) == (422, True, True)
    assert not Candidate.objects.exists()


def test_amina_sees_that_pia_found_out_she_is_here(cast: Cast) -> None:
    Person.objects.filter(pk=cast.amina.pk).update(cpr=VERA)
    answer = client_of(cast.pia).post(url(cast), SENT)
    assert (answer.status_code, "Personen kan ikke skrives op her." in body(answer)) == (422, True)
    assert "Amina" not in body(answer)
    (look,) = Entry.objects.filter(act="candidate.register", kind=Kind.LIST, table__isnull=False)
    assert (look.actor, look.table) == (cast.pia.pk, cast.aminas_table.pk)


@pytest.mark.parametrize("name", ["amina", "bo", "ole", "lis", "niels", "stine"])
def test_nobody_else_writes_anybody_up(cast: Cast, name: str) -> None:
    stranger = client_of(getattr(cast, name))
    assert (stranger.get(url(cast)).status_code, stranger.post(url(cast), SENT).status_code) == (404, 404)
