"""Skift adgangskode: only with the old one, and then nobody comes in by it any more."""

import pytest
from axes.models import AccessAttempt
from django.test import Client

from bordenden.audit.models import Entry
from bordenden.people import actions as people
from tests.cast import MONDAY, Cast, client_of
from tests.web.entry.logins import PASSWORD, browser, hidden, log_in, with_password
from tests.web.reading import words_of

URL, NEW = "/adgangskode/", "min-søster-bor-i-Esbjerg"


@pytest.fixture
def amina(cast: Cast) -> Client:
    """Logged in with a password, on her telephone."""
    with_password(cast.amina, "amina")
    return logged_in()


def logged_in() -> Client:
    client = browser()
    assert log_in(client, "amina").status_code == 302
    return client


def change(client: Client, old: str = PASSWORD, new: str = NEW, again: str = "") -> tuple[int, str]:
    """What it answers, and what its page says."""
    token = hidden(client.get(URL))["csrfmiddlewaretoken"]
    fields = {"old": old, "new": new, "again": again or new, "csrfmiddlewaretoken": token}
    answer = client.post(URL, fields)
    return answer.status_code, words_of(client.get(answer["Location"])) if answer.status_code == 303 else words_of(
        answer
    )


def test_amina_changes_it_stays_here_and_is_out_on_the_library_machine(cast: Cast, amina: Client) -> None:
    library = logged_in()
    status, said = change(amina)
    assert (status, "Din adgangskode er skiftet." in said) == (303, True)
    assert amina.get("/hjem/").status_code == 302
    assert amina.get("/hjem/")["Location"].startswith("/bord/")
    assert library.get("/hjem/")["Location"].startswith("/log-ind/")
    assert [log_in(browser(), "amina", word).status_code for word in (PASSWORD, NEW)] == [422, 302]
    entry = Entry.objects.get(act="password.change", kind="write")
    assert (entry.actor, entry.thing) == (cast.amina.pk, cast.amina.pk)
    cast.amina.login.refresh_from_db()
    assert cast.amina.login.password.startswith("argon2$")


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"old": "noget-helt-andet"}, "Det er ikke den adgangskode, du har nu."),
        ({"new": "kort"}, "for kort"),
        ({"new": PASSWORD}, "Det er den, du har nu. Vælg en anden."),
        ({"again": "min-søster-bor-i-Ribe"}, "De to er ikke ens."),
        ({"new": ""}, "Skriv din nye adgangskode."),
    ],
)
def test_what_will_not_do_is_said_and_the_old_one_still_opens(amina: Client, sent: dict[str, str], said: str) -> None:
    status, page = change(amina, **sent)
    assert (status, said in page, PASSWORD in page, NEW in page) == (422, True, False, False)
    assert log_in(browser(), "amina").status_code == 302
    assert Entry.objects.filter(act="password.change", kind="write").count() == 0


def test_whoever_finds_her_telephone_open_cannot_guess_on_and_nothing_typed_is_kept(amina: Client) -> None:
    answers = [change(amina, old=f"gæt-nummer-{number}") for number in range(6)]
    assert [status for status, _said in answers] == [422, 422, 422, 422, 429, 429]
    assert "Der er prøvet for mange gange på kort tid. Vent 15 minutter." in answers[-1][1]
    assert change(amina)[0] == 429
    kept = "".join(attempt.post_data for attempt in AccessAttempt.objects.all())
    assert [word for word in ("gæt", NEW, PASSWORD) if word in kept] == []
    AccessAttempt.objects.all().delete()
    assert change(amina)[0] == 303


def test_who_came_in_without_a_password_has_none_to_change(cast: Cast) -> None:
    bo = client_of(cast.bo)
    assert "Du er kommet ind uden adgangskode." in words_of(bo.get(URL))
    assert bo.post(URL, {"old": "x", "new": NEW, "again": NEW}).status_code == 422
    assert Client().get(URL)["Location"].startswith("/log-ind/")
    for page in ("/sagsbehandler/mig/", f"/bord/{cast.aminas_table.pk}/"):
        person = cast.bo if "mig" in page else cast.amina
        assert f'href="{URL}"' in client_of(person).get(page).content.decode()


def test_who_reads_an_old_table_changes_the_one_password_there_is(cast: Cast, amina: Client) -> None:
    there = people.register(municipality=cast.bakkeby, given_name="Amina", made_up=True)
    people.follow_login(old=cast.amina, new=there, by=cast.niels, at=MONDAY)
    session = amina.session
    session["earlier_self"] = str(cast.amina.pk)
    session.save()
    assert "Du bliver logget ud alle andre steder." in words_of(amina.get(URL))
    assert change(amina, old="noget-helt-andet")[0] == 422
    assert change(amina)[0] == 303
    assert [log_in(browser(), "amina", word).status_code for word in (PASSWORD, NEW)] == [422, 302]
    assert Entry.objects.get(act="password.change", kind="write").municipality == cast.bakkeby.pk
