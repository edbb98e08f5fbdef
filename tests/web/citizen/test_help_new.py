"""Ring til mig and Spørg: who answers and when is said first; sent twice it is asked once."""

from datetime import timedelta

import pytest
from django.urls import reverse

from bordenden.audit import writer
from bordenden.audit.models import Entry as Look
from bordenden.contactlog.models import HelpRequest
from bordenden.contactlog.words import HelpKind
from bordenden.pathways.actions import leave_seat
from bordenden.pathways.models import Seat
from bordenden.pathways.words import SeatRole
from bordenden.plans.models import Plan
from tests.cast import MONDAY, Cast, client_of
from tests.house.office_words import NOT_TO_HER
from tests.house.test_plain_danish import everything, too_hard
from tests.web.citizen.plan_stories import NOT_AMINA
from tests.web.pages import queries_of
from tests.web.reading import form_of, words_of
from tools.readability import office_words

WISHES = ("ring", "spoerg", "undrer")


@pytest.fixture(autouse=True)
def on_monday(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bordenden.web.threshold.opens.now", lambda: MONDAY)


def url_of(cast: Cast, wish: str) -> str:
    return reverse("help_new", args=[cast.aminas_table.pk, wish])


def a_look(cast: Cast, table: object = None) -> Look:
    """Bo read the plan on Monday, as the door would have written it."""
    place = table or cast.aminas_table
    look = Look(
        municipality=cast.fjordby.pk,
        at=MONDAY,
        actor=cast.bo.pk,
        act="plan.read",
        kind="look",
        thing_type="plan",
        thing=place.pk,  # type: ignore[attr-defined]
        table=place.pk,  # type: ignore[attr-defined]
    ).with_digest()
    writer.insert([look])
    return Look.objects.get(act="plan.read", table=place.pk)  # type: ignore[attr-defined]


@pytest.mark.requirement("R104")
def test_amina_asks_to_be_called_in_one_tap_and_knows_when(cast: Cast) -> None:
    amina, url = client_of(cast.amina), url_of(cast, "ring")
    page = amina.get(url)
    assert "Bo ringer til dig senest tirsdag den 3. marts." in words_of(page)
    assert "Vi ringer til 20 00 00 01." in words_of(page)
    answer = amina.post(url, form_of(page))
    assert (answer.status_code, answer["Location"]) == (303, reverse("help_requests", args=[cast.aminas_table.pk]))
    (asked,) = HelpRequest.objects.order_by("pk")
    assert (asked.kind, asked.words, asked.asked_by) == (HelpKind.CALL_ME, "", cast.amina)
    amina.post(url, form_of(amina.get(url)))
    assert HelpRequest.objects.count() == 1


def test_a_question_says_who_answers_by_when_and_who_reads_it(cast: Cast) -> None:
    amina, url = client_of(cast.amina), url_of(cast, "spoerg")
    page = amina.get(url)
    said = words_of(page)
    assert "Spørg Bo Bo svarer dig her senest onsdag den 4. marts." in said
    assert "Bo læser det tidligst næste hverdag." in said
    amina.post(url, {**form_of(page), "words": "Må jeg få en kopi af min plan?"})
    assert list(HelpRequest.objects.values_list("kind", "words")) == [("other", "Må jeg få en kopi af min plan?")]


def test_what_she_wonders_about_has_14_days_and_a_way_around_bo(cast: Cast) -> None:
    said = words_of(client_of(cast.amina).get(url_of(cast, "undrer")))
    assert "Spørg her. Bo svarer dig senest mandag den 16. marts." in said
    assert "Handler det om Bo? Så kan du ringe til Lis Krogh, der leder projektet." in said
    assert "20 00 00 07 (man–fre 9–15)" in said


@pytest.mark.requirement("R37")
def test_her_draft_is_hidden_she_sees_who_reads_and_she_has_a_way_around_bo(story: Cast) -> None:
    """Trust against power: three things she has and Bo has not."""
    amina, bo = client_of(story.amina), client_of(story.bo)
    plan = Plan.objects.get(table=story.aminas_table)
    page = reverse("words", args=[plan.pk, "problem"])
    half = {**form_of(amina.get(page)), "words": "Det tør jeg ikke sige til Bo endnu."}
    assert amina.post(f"{page}kladde/", half).status_code == 204
    read = bo.get(reverse("case_plan", args=[plan.pk])).content.decode()
    assert ("Det tør jeg ikke sige" in amina.get(page).content.decode(), "Det tør jeg ikke" in read) == (True, False)
    looks = words_of(amina.get(reverse("looks", args=[story.aminas_table.pk])))
    assert ("Bo Lund, sagsbehandler Din plan" in looks, "Bo 1 dag" in looks) == (True, True)
    around = words_of(amina.get(url_of(story, "undrer")))
    assert "Handler det om Bo? Så kan du ringe til Lis Krogh, der leder projektet. Telefon: 20 00 00 07" in around
    assert "Du må altid klage til Datatilsynet, hvis nogen har set noget, de ikke må se." in around


@pytest.mark.requirement("R77")
def test_from_her_first_page_a_call_is_one_link_and_one_press_away_in_plain_words(story: Cast) -> None:
    amina = client_of(story.amina)
    first = amina.get(reverse("table", args=[story.aminas_table.pk])).content.decode()
    assert f'href="{url_of(story, "ring")}"' in first.partition("<details")[0]
    page = amina.get(url_of(story, "ring"))
    for html in (first, page.content.decode()):
        assert (too_hard(html), office_words(everything(html), NOT_TO_HER)) == ([], [])
    assert amina.post(url_of(story, "ring"), form_of(page)).status_code == 303


def test_she_asks_about_one_look_and_it_is_remembered(cast: Cast) -> None:
    amina, url, look = client_of(cast.amina), url_of(cast, "undrer"), a_look(cast)
    page = amina.get(url, {"om": look.pk})
    assert "Du spørger om Bo Lund, Din plan, 2. marts 2026" in words_of(page)
    amina.post(url, {**form_of(page), "words": "Hvorfor?"})
    (asked,) = HelpRequest.objects.order_by("pk")
    assert (asked.about_act, asked.about_on, asked.about_person) == ("plan.read", MONDAY.date(), cast.bo)


@pytest.mark.parametrize("om", ["0", "-1", "²", "9" * 5000, "x", "1 OR 1=1"])
def test_a_look_that_is_none_is_left_out(cast: Cast, om: str) -> None:
    amina, url = client_of(cast.amina), url_of(cast, "undrer")
    page = amina.get(url, {"om": om})
    assert (page.status_code, "Du spørger om" in words_of(page)) == (200, False)
    assert amina.post(url, {**form_of(page), "om": om, "words": "Hvorfor?"}).status_code == 303
    assert [asked.about_act for asked in HelpRequest.objects.order_by("pk")] == [""]


def test_a_look_at_somebody_elses_table_is_never_shown(cast: Cast) -> None:
    foreign = a_look(cast, cast.karims_table)
    page = client_of(cast.amina).get(url_of(cast, "undrer"), {"om": foreign.pk})
    assert "Du spørger om" not in words_of(page)


@pytest.mark.parametrize("wish", ["spoerg", "undrer"])
def test_a_question_without_words_is_met_with_what_to_do(cast: Cast, wish: str) -> None:
    amina, url = client_of(cast.amina), url_of(cast, wish)
    refused = amina.post(url, {**form_of(amina.get(url)), "words": " "})
    assert (refused.status_code, "Skriv et par ord." in words_of(refused)) == (422, True)
    assert HelpRequest.objects.count() == 0


def test_while_karen_stands_in_it_is_karen_who_answers(cast: Cast) -> None:
    Seat.objects.create(
        table=cast.aminas_table,
        municipality=cast.fjordby,
        person=cast.ole,
        role=SeatRole.SUBSTITUTE,
        starts_at=MONDAY,
        ends_at=MONDAY + timedelta(days=9),
    )
    said = words_of(client_of(cast.amina).get(url_of(cast, "spoerg")))
    assert ("Spørg Ole Ole svarer dig her" in said, "Ole læser det tidligst næste hverdag." in said) == (True, True)


def test_without_a_caseworker_nothing_is_promised_in_anybodys_name(cast: Cast) -> None:
    leave_seat(seat=cast.bos_seat, by=cast.bo, at=MONDAY)
    for wish in WISHES:
        said = words_of(client_of(cast.amina).get(url_of(cast, wish)))
        assert ("Du har ingen sagsbehandler lige nu." in said, "senest" in said) == (True, False), wish


def test_a_wish_there_is_none_of_is_no_page(cast: Cast) -> None:
    assert client_of(cast.amina).get(url_of(cast, "klag")).status_code == 404


@pytest.mark.parametrize("name", NOT_AMINA)
def test_nobody_asks_in_her_name(cast: Cast, name: str) -> None:
    other = client_of(getattr(cast, name))
    answers = [other.get(url_of(cast, "ring")), other.post(url_of(cast, "ring"), {})]
    assert [answer.status_code for answer in answers] == [404, 404]
    assert HelpRequest.objects.count() == 0


@pytest.mark.parametrize("wish", WISHES)
def test_the_page_costs_at_most_twelve_queries(story: Cast, wish: str) -> None:
    assert queries_of(client_of(story.amina), url_of(story, wish)) <= 12
