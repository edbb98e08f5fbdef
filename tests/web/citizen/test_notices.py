"""Sådan får du besked: she chooses, her address is kept only for mail, and everybody meets their own alone."""

import pytest
from django.urls import reverse

from bordenden.audit.models import Entry
from bordenden.people.models import Notices
from bordenden.post.actions import queue
from bordenden.post.models import Letter
from bordenden.post.words import Kind, State, Way
from tests.cast import MONDAY, Cast, client_of
from tests.web.pages import queries_of, text_of
from tests.web.reading import form_of, words_of

URL = "/besked/"
MAIL = {"way": "email", "email": "amina@fjordby.example", "reminders": "on"}


def chosen(cast: Cast) -> tuple[str, str, bool]:
    kept = Notices.objects.get(person=cast.amina)
    return kept.way, kept.email, kept.reminders


def test_she_chooses_mail_then_paper_and_her_address_is_gone(cast: Cast) -> None:
    amina = client_of(cast.amina)
    assert "Du har ikke valgt endnu. Indtil da får du et brev på papir." in text_of(amina, URL)
    assert (amina.post(URL, MAIL).status_code, chosen(cast)) == (303, ("email", "amina@fjordby.example", True))
    assert "Du får en mail til amina@fjordby.example." in text_of(amina, URL)
    assert form_of(amina.get(URL)) == {**MAIL, "reminders": ""}
    assert "checked" in amina.get(URL).content.decode().partition('name="reminders"')[2].partition(">")[0]
    amina.post(URL, {"way": "paper", "email": "amina@fjordby.example"})
    assert chosen(cast) == ("paper", "", False)
    amina.post(URL, {"way": "paper"})
    acts = Entry.objects.filter(act="notices.set", kind="write", thing=cast.amina.pk, actor=cast.amina.pk)
    assert acts.count() == 2


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({}, "Vælg, hvordan du vil have besked."),
        ({"way": "email", "email": ""}, "Skriv din mailadresse"),
        ({"way": "email", "email": "amina"}, "Skriv din mailadresse"),
        ({"way": "email", "email": "a@b.dk\nBcc: alle@b.dk"}, "Skriv din mailadresse"),
        ({"way": "email", "email": f"{'a' * 300}@b.dk"}, "Skriv lidt kortere"),
        ({"way": "due", "email": ""}, "er ikke en"),
    ],
)
def test_what_is_no_way_and_no_address_is_met_with_what_to_do(cast: Cast, sent: dict[str, str], said: str) -> None:
    refused = client_of(cast.amina).post(URL, sent)
    assert (refused.status_code, said in words_of(refused), Notices.objects.count()) == (422, True, 0)


def test_a_mail_that_failed_is_said_where_she_can_mend_it(cast: Cast) -> None:
    amina = client_of(cast.amina)
    amina.post(URL, MAIL)
    assert "kom ikke frem" not in text_of(amina, URL)
    queue(to=cast.amina, kind=Kind.MESSAGE, about=cast.aminas_table, event="message:1", at=MONDAY)
    Letter.objects.update(way=Way.EMAIL, state=State.FAILED, settled_at=MONDAY)
    assert "En mail til dig kom ikke frem. Se, om adressen er rigtig." in text_of(amina, URL)
    assert "kom ikke frem" not in text_of(client_of(cast.karim), URL)


def test_the_page_is_found_from_her_table_says_where_mails_go_and_costs_few_queries(cast: Cast) -> None:
    amina = client_of(cast.amina)
    table = amina.get(reverse("table", args=[cast.aminas_table.pk])).content.decode()
    assert f'href="{URL}"' in table
    assert "Her bliver mails kun gemt i en mappe. Ingen mails bliver sendt." in text_of(amina, URL)
    assert queries_of(amina, URL) <= 12
