"""Min telefon og træffetid: Bo writes it once, Amina reads it, and until then Bo is reminded."""

import pytest
from django.urls import reverse

from bordenden.audit.models import Entry
from bordenden.people.actions import set_hours
from tests.cast import MONDAY, Cast, client_of
from tests.web.pages import queries_of, text_of
from tests.web.reading import form_of, words_of

URL, CASELOAD = "/sagsbehandler/mig/", "/sagsbehandler/"
REMINDED = "Dine borgere kan ikke ringe til dig endnu"


@pytest.mark.requirement("R163")
def test_bo_is_reminded_until_he_has_written_it_and_amina_reads_it(cast: Cast) -> None:
    cast.bo.phone = cast.bo.reachable = ""
    cast.bo.save()
    bo = client_of(cast.bo)
    assert REMINDED in text_of(bo, CASELOAD)
    answer = bo.post(URL, {"phone": " 20 00  00 77 ", "reachable": "tirs–fre 10–12"})
    assert (answer.status_code, answer["Location"]) == (303, CASELOAD)
    assert REMINDED not in text_of(bo, CASELOAD)
    hers = text_of(client_of(cast.amina), reverse("table", args=[cast.aminas_table.pk]))
    assert "Tal med Bo 20 00 00 77 tirs–fre 10–12" in hers
    assert Entry.objects.filter(act="hours.set", actor=cast.bo.pk, thing=cast.bo.pk, kind="write").count() == 1


def test_the_form_shows_what_stands_and_sent_unchanged_changes_nothing(cast: Cast) -> None:
    bo = client_of(cast.bo)
    filled = form_of(bo.get(URL))
    shown = {"phone": "20 00 00 02", "reachable": "man–tors 9–12"}
    assert filled == {**shown, "seen": "20 00 00 02 · man–tors 9–12"}
    before = Entry.objects.filter(act="hours.set", kind="write").count()
    assert bo.post(URL, filled).status_code == 303
    assert Entry.objects.filter(act="hours.set", kind="write").count() == before


@pytest.mark.parametrize(
    ("phone", "reachable", "said"),
    [
        ("", "man–fre", "Skriv dit telefonnummer."),
        ("20 00 00 02", " ", "Skriv, hvornår du tager telefonen."),
        ("1234", "man–fre", "mindst otte cifre"),
        ("ring 12345678", "man–fre", "mindst otte cifre"),
    ],
)
def test_what_nobody_can_call_is_met_with_what_to_write(cast: Cast, phone: str, reachable: str, said: str) -> None:
    refused = client_of(cast.bo).post(URL, {"phone": phone, "reachable": reachable})
    assert (refused.status_code, said in words_of(refused)) == (422, True)
    cast.bo.refresh_from_db()
    assert (cast.bo.phone, cast.bo.reachable) == ("20 00 00 02", "man–tors 9–12")


def test_everybody_meets_their_own_and_nobody_elses(cast: Cast) -> None:
    assert form_of(client_of(cast.ole).get(URL))["phone"] == "20 00 00 06"
    client_of(cast.ole).post(URL, {"phone": "20 00 00 66", "reachable": "fre 8–9"})
    cast.bo.refresh_from_db()
    assert cast.bo.phone == "20 00 00 02"


def test_the_page_costs_few_queries(cast: Cast) -> None:
    assert queries_of(client_of(cast.bo), URL) <= 12


def test_what_somebody_else_wrote_of_the_same_telephone_is_not_written_over_unseen(cast: Cast) -> None:
    bo = client_of(cast.bo)
    shown = form_of(bo.get(URL))
    set_hours(person=cast.bo, phone="20 00 00 88", reachable="aften", by=cast.lis, at=MONDAY)
    refused = bo.post(URL, {**shown, "reachable": "morgen"})
    said = words_of(refused)
    assert (refused.status_code, "20 00 00 02 · morgen" in said, "20 00 00 88 · aften" in said) == (422, True, True)
    cast.bo.refresh_from_db()
    assert cast.bo.reachable == "aften"
    assert bo.post(URL, form_of(refused)).status_code == 303
    cast.bo.refresh_from_db()
    assert cast.bo.reachable == "morgen"
