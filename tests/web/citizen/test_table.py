"""Mit bord: one thing at a time, Bo's telephone, and the rest below."""

from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse

from bordenden.assessments.actions import answer, finish, start
from bordenden.assessments.words import AnswerKind
from bordenden.foundation.ids import new_id
from bordenden.pathways.actions import leave_seat
from bordenden.pathways.models import Seat
from bordenden.plans import actions as plans
from bordenden.plans.models import Plan
from bordenden.worlds.cast.assessments import build_assessments
from tests.cast import MONDAY, Cast, client_of
from tests.web.pages import queries_of, text_of


@pytest.fixture
def told(cast: Cast) -> Cast:
    """The cast with their rounds, and not a word of a plan."""
    build_assessments(cast)
    return cast


@pytest.fixture
def plan(told: Cast) -> Plan:
    """Amina's plan, begun and empty."""
    return plans.begin(table=told.aminas_table, by=told.amina, at=MONDAY)


def page(cast: Cast) -> str:
    """What Amina reads on Mit bord."""
    return text_of(client_of(cast.amina), reverse("table", args=[cast.aminas_table.pk]))


def one_thing(cast: Cast) -> str:
    """The words of the one card."""
    return page(cast).split("I dag kan du nøjes med én ting:")[1].split("Tal med Bo")[0].strip()


def begin_a_round(cast: Cast) -> None:
    """Amina answers one question and stops."""
    sheet = start(table=cast.aminas_table, by=cast.amina, at=MONDAY)
    item = sheet.version.items.order_by("position")[0]
    answer(sheet=sheet, item=item, kind=AnswerKind.RATED, value=4, by=cast.amina, at=MONDAY)


@pytest.mark.requirement("R163")
def test_amina_sits_at_the_head_and_reads_bos_telephone_and_hours(told: Cast) -> None:
    read = page(told)
    assert "Hej Amina. Du sidder for bordenden." in read
    assert "Tal med Bo 20 00 00 02 man–tors 9–12" in read
    html = client_of(told.amina).get(reverse("table", args=[told.aminas_table.pk])).content.decode()
    assert 'href="tel:+4520000002"' in html


def test_an_open_round_comes_first(told: Cast, plan: Plan) -> None:
    begin_a_round(told)
    assert one_thing(told) == ("Svar videre på Min vurdering Du er i gang. Vi har gemt det, du har svaret. Gå videre")


def test_without_a_goal_it_is_her_goal(told: Cast, plan: Plan) -> None:
    assert one_thing(told) == "Skriv dit mål Hvad vil du gerne? Skriv det med dine egne ord. Skriv mit mål"


def test_with_a_goal_it_is_her_next_small_step(told: Cast, plan: Plan) -> None:
    plans.set_goal(plan=plan, words="Et job med dyr", form_key=new_id(), by=told.amina, at=MONDAY)
    step = plans.set_step(plan=plan, words="Gå en tur", form_key=new_id(), by=told.amina, at=MONDAY)
    assert one_thing(told) == "Gå en tur Det er dit næste lille skridt. Se mit skridt"
    plans.mark_step(step=step, done=True, by=told.amina, at=MONDAY)
    assert one_thing(told) == "Sig, hvordan du har det nu Du må springe over, og du kan stoppe når som helst. Begynd"


@pytest.mark.requirement("R133")
def test_one_line_asks_how_it_goes_with_a_step_whose_day_came_and_leads_to_it(
    told: Cast, plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    step = plans.set_step(
        plan=plan,
        words="Ringe til skolen",
        form_key=new_id(),
        around=plans.Around(due_on=MONDAY.date()),
        by=told.amina,
        at=MONDAY,
    )
    for days, asked in ((0, False), (1, True), (15, False)):
        monkeypatch.setattr("bordenden.web.threshold.opens.now", lambda days=days: MONDAY + timedelta(days=days))
        assert ("Hvordan går det med Ringe til skolen ?" in page(told)) == asked, days
        html = client_of(told.amina).get(reverse("table", args=[told.aminas_table.pk])).content.decode()
        assert (
            f'<a class="as-written" href="{reverse("step", args=[step.pk])}">Ringe til skolen</a>?' in html
        ) == asked


def test_with_no_plan_begun_she_may_say_how_she_is(told: Cast) -> None:
    assert one_thing(told) == "Sig, hvordan du har det nu Du må springe over, og du kan stoppe når som helst. Begynd"


def test_the_rest_stands_under_more(told: Cast, plan: Plan) -> None:
    assert page(told).split("Mere")[1].split("Har du det rigtig dårligt")[0].strip() == (
        "Min plan Hele min plan Rundt om mig Muligheder Det har jeg klaret Familiens plan"
        " Sådan har jeg det Min vurdering Min trivsel Min udvikling Mine vurderinger"
        " Sådan ser din sagsbehandler det"
        " Hjælp og kontakt Få hjælp Min mentor Vores kontakt Beskeder Når vi ikke har hørt fra hinanden Mine filer"
        " Det, vi har set på Til at læse og printe"
        " Jeg bestemmer Ved mit bord Hvem har set min sag Sådan får du besked Skift adgangskode"
        " Jeg vil ikke være med mere"
    )
    html = client_of(told.amina).get(reverse("table", args=[told.aminas_table.pk])).content.decode()
    assert '<details class="fold more"><summary>Mere</summary>' in html


def test_between_two_caseworkers_it_says_so(told: Cast) -> None:
    leave_seat(seat=told.bos_seat, by=told.bo, at=MONDAY + timedelta(minutes=1))
    read = page(told)
    assert "Du har ingen sagsbehandler lige nu. Du får en ny." in read
    assert "Du kan også ringe til Lis Krogh, der leder projektet. Telefon: 20 00 00 07 (man–fre 9–15)" in read
    assert "om at ringe" not in read


@pytest.mark.requirement("R163")
@pytest.mark.parametrize("missing", ["phone", "reachable"])
def test_without_a_number_or_hours_it_says_what_she_can_do_instead(told: Cast, missing: str) -> None:
    """Bo took his seat before the rule was there."""
    setattr(told.bo, missing, "")
    told.bo.save()
    read = page(told)
    assert "Vi ved ikke endnu, hvornår du kan ringe til Bo. Du kan bede Bo om at ringe til dig." in read
    assert ("Du kan også ringe til Lis Krogh" in read, "Bed Bo om at ringe" in read) == (True, True)
    assert "Tal med Bo" not in read


def stands_in(cast: Cast, **dates: datetime) -> None:
    """Ole stands in for Bo."""
    Seat.objects.create(
        table=cast.aminas_table, municipality=cast.fjordby, person=cast.ole, role="substitute", **dates
    )


def test_while_somebody_stands_in_she_reads_who_takes_the_telephone_and_until_when(
    told: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bordenden.web.threshold.opens.now", lambda: MONDAY)
    stands_in(told, starts_at=MONDAY, ends_at=datetime(2026, 3, 12, 23, tzinfo=UTC))
    read = page(told)
    assert "Bo er væk til 12. marts. Ole tager telefonen: Tal med Ole 20 00 00 06 man–fre 8–10" in read
    assert ("Bed Ole om at ringe" in read, "Tal med Bo" in read) == (True, False)


def test_before_and_after_it_is_bo_again(told: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    stands_in(told, starts_at=MONDAY, ends_at=MONDAY + timedelta(days=3))
    for moment in (MONDAY - timedelta(minutes=1), MONDAY + timedelta(days=3)):
        monkeypatch.setattr("bordenden.web.threshold.opens.now", lambda at=moment: at)
        assert ("Tal med Bo" in page(told), "tager telefonen" in page(told)) == (True, False)


@pytest.mark.parametrize("who", ["bo", "birthe", "mie", "sara", "ole", "karim", "lis", "niels", "eva", "stine"])
def test_nobody_else_comes_in(told: Cast, who: str) -> None:
    response = client_of(getattr(told, who)).get(reverse("table", args=[told.aminas_table.pk]))
    assert response.status_code == 404


def test_a_missing_table_is_the_same_404(told: Cast) -> None:
    assert client_of(told.amina).get(reverse("table", args=[new_id()])).status_code == 404


def test_the_page_costs_the_same_with_one_round_and_with_many(told: Cast, plan: Plan) -> None:
    address = reverse("table", args=[told.aminas_table.pk])
    few = queries_of(client_of(told.amina), address)
    for day in range(1, 8):
        begin_a_round(told)
        sheet = start(table=told.aminas_table, by=told.amina, at=MONDAY)
        finish(sheet=sheet, by=told.amina, at=MONDAY + timedelta(days=day))
        goal = plans.set_goal(plan=plan, words=f"Mål {day}", form_key=new_id(), by=told.amina, at=MONDAY)
        plans.set_step(plan=plan, goal=goal, words=f"Skridt {day}", form_key=new_id(), by=told.amina, at=MONDAY)
    many = queries_of(client_of(told.amina), address)
    assert max(few, many) <= 12
    assert many - few == 1  # the step, which is only looked for once there is a goal
