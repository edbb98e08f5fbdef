"""Her next small step about one choice; in the plan with one tick and never without it."""

import pytest
from django.test import Client
from django.urls import reverse

from bordenden.assessments.actions import choose
from bordenden.assessments.models import Sheet, WorkOn
from bordenden.plans.models import SmallStep
from tests.assessments.twenty import named
from tests.cast import MONDAY, Cast, client_of
from tests.web.citizen.rounds import STRANGERS, begun, said
from tests.web.pages import queries_of, text_of
from tests.web.reading import form_of


@pytest.fixture
def sheet(cast: Cast) -> Sheet:
    """She has chosen sleep, then friends."""
    sheet = begun(cast)
    said(cast, sheet, soevn=3, venner=6)
    items = [named(sheet.version, code) for code in ("soevn", "venner")]
    choose(sheet=sheet, items=items, by=cast.amina, at=MONDAY)
    return sheet


@pytest.fixture
def amina(cast: Cast) -> Client:
    return client_of(cast.amina)


def address(sheet: Sheet, code: str = "soevn") -> str:
    return reverse("work_step", args=[sheet.pk, named(sheet.version, code).pk])


def send(client: Client, sheet: Sheet, code: str = "soevn", **fields: str) -> str:
    """The form as the page gave it, with what she typed."""
    response = client.post(address(sheet, code), {**form_of(client.get(address(sheet, code))), **fields})
    assert response.status_code == 303
    return response["Location"]


def test_her_words_and_her_wish_are_kept_and_the_next_choice_follows(sheet: Sheet, amina: Client) -> None:
    assert send(amina, sheet, words="I seng kl. 22", wish="5") == address(sheet, "venner")
    assert send(amina, sheet, "venner", words="", wish="7") == reverse("sheet_done", args=[sheet.pk])
    assert list(WorkOn.objects.order_by("place").values_list("step_words", "wish")) == [("I seng kl. 22", 5), ("", 7)]


def test_without_the_tick_nothing_stands_in_the_plan(sheet: Sheet, amina: Client) -> None:
    send(amina, sheet, words="I seng kl. 22")
    assert SmallStep.objects.count() == 0


def test_with_the_tick_it_does_and_twice_is_once(cast: Cast, sheet: Sheet, amina: Client) -> None:
    form = {**form_of(amina.get(address(sheet))), "words": "I seng kl. 22", "into_plan": "on"}
    for _time in range(2):
        assert amina.post(address(sheet), form).status_code == 303
    [step] = SmallStep.objects.all()
    assert (step.words, step.table, step.owner) == ("I seng kl. 22", cast.aminas_table, "citizen")


def test_the_second_is_put_first(sheet: Sheet, amina: Client) -> None:
    assert "Gem. Det her er vigtigst" not in text_of(amina, address(sheet))
    assert "Gem. Det her er vigtigst" in text_of(amina, address(sheet, "venner"))
    send(amina, sheet, "venner", first="1", words="Ringe til Sara")
    assert list(WorkOn.objects.order_by("place").values_list("item__code", flat=True)) == ["venner", "soevn"]


@pytest.mark.parametrize("fields", [{"wish": "11"}, {"wish": "x"}, {"words": "x" * 201}])
def test_what_cannot_be_is_refused_and_her_words_stay(sheet: Sheet, amina: Client, fields: dict[str, str]) -> None:
    form = {**form_of(amina.get(address(sheet))), "words": "I seng kl. 22", **fields}
    response = amina.post(address(sheet), form)
    assert response.status_code == 422
    assert form["words"] in response.content.decode()
    assert set(WorkOn.objects.values_list("step_words", flat=True)) == {""}


def test_what_she_has_not_chosen_has_no_page(sheet: Sheet, amina: Client) -> None:
    assert amina.get(address(sheet, "bolig")).status_code == 404
    assert amina.post(address(sheet, "bolig"), form_of(amina.get(address(sheet)))).status_code == 404


@pytest.mark.parametrize("who", STRANGERS)
def test_nobody_else_writes_it(cast: Cast, sheet: Sheet, amina: Client, who: str) -> None:
    stranger = client_of(getattr(cast, who))
    sent = stranger.post(address(sheet), form_of(amina.get(address(sheet))))
    assert (stranger.get(address(sheet)).status_code, sent.status_code) == (404, 404)


def test_it_costs_at_most_twelve_queries(sheet: Sheet, amina: Client) -> None:
    assert queries_of(amina, address(sheet)) <= 12
