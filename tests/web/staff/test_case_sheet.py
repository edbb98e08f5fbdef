"""Bo reads what Amina sent him: words, numbers and what she will work on; never a shielded answer."""

import pytest
from django.urls import reverse

from bordenden.assessments.actions import answer, choose, finish, next_step, send, start, start_together
from bordenden.assessments.models import Sheet
from bordenden.assessments.words import AnswerKind, Purpose
from bordenden.audit.models import Entry
from tests.assessments.twenty import SHIELDED_WORDS, named, publish, publish_wellbeing
from tests.cast import MONDAY, Cast, client_of
from tests.web.citizen.rounds import over
from tests.web.pages import queries_of, text_of


@pytest.fixture
def sheet(cast: Cast) -> Sheet:
    """A round with 3, 6, one skipped and a shielded 2, sent to Bo, who sits there."""
    sheet = over(cast, soevn=3, venner=6, bolig=None, tillid=2)
    (choice,) = choose(sheet=sheet, items=[named(sheet.version, "soevn")], by=cast.amina, at=MONDAY)
    next_step(choice=choice, words="I seng kl. 22", wish=5, by=cast.amina, at=MONDAY)
    return send(sheet=sheet, to=cast.bos_seat, by=cast.amina, at=MONDAY)


def address(sheet: Sheet) -> str:
    return reverse("case_sheet", args=[sheet.pk])


def test_he_reads_her_numbers_and_what_she_will_work_on(cast: Cast, sheet: Sheet) -> None:
    read = text_of(client_of(cast.bo), address(sheet))
    assert "Min vurdering fra Amina 2. marts 2026" in read
    assert "Det vil Amina arbejde med Soevn: I seng kl. 22 Ønsker sig 5." in read
    assert "Hvordan går det med soevn? 0 = Det går slet ikke. 10 = Det går godt. 3" in read


def test_why_there_is_no_answer_is_hers(cast: Cast, sheet: Sheet) -> None:
    """Skipped and never opened read the same."""
    read = text_of(client_of(cast.bo), address(sheet))
    assert "Hvordan går det med bolig? Intet svar" in read
    assert "Hvordan går det med oekonomi? Intet svar" in read
    assert "Sprunget" not in read


def test_the_shielded_questions_are_not_there_at_all(cast: Cast, sheet: Sheet) -> None:
    html = client_of(cast.bo).get(address(sheet)).content.decode().lower()
    assert [word for word in SHIELDED_WORDS if word.lower() in html] == []


def test_she_can_see_that_he_read_it(cast: Cast, sheet: Sheet) -> None:
    text_of(client_of(cast.bo), address(sheet))
    look = Entry.objects.get(actor=cast.bo.pk, act="sheet.read")
    assert (look.kind, look.table, look.thing) == ("look", cast.aminas_table.pk, sheet.pk)
    read = text_of(client_of(cast.amina), reverse("looks", args=[cast.aminas_table.pk]))
    assert "Din vurdering, som du har delt" in read


def test_what_he_wrote_himself_is_marked_until_she_has_said_yes(cast: Cast) -> None:
    version = publish(at=MONDAY)
    penned = start_together(table=cast.aminas_table, seat=cast.bos_seat, by=cast.amina, at=MONDAY)
    item = named(version, "soevn")
    answer(sheet=penned, item=item, kind=AnswerKind.RATED, value=3, by=cast.amina, pen=cast.bo, at=MONDAY)
    finish(sheet=penned, by=cast.amina, pen=cast.bo, at=MONDAY)
    assert "Amina har ikke bekræftet svarene endnu" in text_of(client_of(cast.bo), address(penned))


def test_min_trivsel_is_shared_as_its_number(cast: Cast) -> None:
    version = publish_wellbeing(at=MONDAY)
    mine = start(table=cast.aminas_table, by=cast.amina, at=MONDAY, purpose=Purpose.WELLBEING)
    for item in version.items.order_by("position"):
        answer(sheet=mine, item=item, kind=AnswerKind.RATED, value=4, by=cast.amina, at=MONDAY)
    finish(sheet=mine, by=cast.amina, at=MONDAY)
    send(sheet=mine, to=cast.bos_seat, by=cast.amina, at=MONDAY)
    assert "Tallet er 40 af 100." in text_of(client_of(cast.bo), address(mine))


@pytest.mark.requirement("R211")
@pytest.mark.parametrize("who", ["birthe", "mie", "sara", "ole", "karim", "lis", "niels", "eva", "stine"])
def test_nobody_she_did_not_send_it_to_reads_it(cast: Cast, sheet: Sheet, who: str) -> None:
    assert client_of(getattr(cast, who)).get(address(sheet)).status_code == 404
    assert client_of(cast.bo).get(address(sheet)).status_code == 200


def test_it_costs_at_most_twelve_queries(cast: Cast, sheet: Sheet) -> None:
    assert queries_of(client_of(cast.bo), address(sheet)) <= 12


def test_she_has_her_own_pages_and_none_at_his_door(cast: Cast, sheet: Sheet) -> None:
    hers = client_of(cast.amina)
    assert hers.get(address(sheet)).status_code == 404
    assert hers.get(reverse("sheet_list", args=[sheet.pk])).status_code == 200
