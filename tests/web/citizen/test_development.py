"""Min udvikling: her words first, a fall met and not marked, how it is now, a line and its numbers for each question."""

import re
from datetime import timedelta
from importlib.resources import files

import pytest
from django.urls import reverse

from bordenden.assessments.actions import answer, finish, import_instrument, start
from bordenden.assessments.queries import asked
from bordenden.assessments.words import AnswerKind, Purpose
from bordenden.foundation.clock import now
from bordenden.pathways.actions import open_room
from bordenden.pathways.words import Room
from bordenden.worlds.cast.assessments import build_assessments
from bordenden.worlds.cast.development import build_development
from tests.assessments.histories import Asked, a_round, published, twenty
from tests.cast import MONDAY, Cast, client_of
from tests.house.test_plain_danish import too_hard
from tests.web.pages import queries_of, text_of, words_in

MIN_VURDERING = files("bordenden.assessments") / "instruments" / "min-vurdering.toml"


@pytest.fixture
def told(cast: Cast) -> Cast:
    """The cast with their rounds."""
    build_assessments(cast)
    build_development(cast)
    return cast


def address(cast: Cast) -> str:
    return reverse("development", args=[cast.aminas_table.pk])


def another_round(cast: Cast, value: int, at: timedelta) -> None:
    """Amina gives every question the same number."""
    sheet = start(table=cast.aminas_table, by=cast.amina, at=MONDAY + at)
    for item in asked(sheet=sheet):
        answer(sheet=sheet, item=item, kind=AnswerKind.RATED, value=value, by=cast.amina, at=MONDAY + at)
    finish(sheet=sheet, by=cast.amina, at=MONDAY + at)


def test_her_own_words_come_before_every_picture(told: Cast) -> None:
    read = text_of(client_of(told.amina), address(told))
    words, pictures = read.split("Sådan er det nu", 1)
    assert "Sidst sagde du 3 om helbred. Nu siger du 6." in words
    assert "Sidst sagde du 7 om venner og netværk. Nu siger du 5." in words
    assert "Sidst sagde du" not in pictures


def test_a_fall_is_met_and_not_marked(told: Cast) -> None:
    response = client_of(told.amina).get(address(told))
    html = response.content.decode()
    read = words_in(html)
    assert read.count("Sidst sagde du 7 om venner og netværk. Nu siger du 5.") == 1
    assert read.count("Tak, fordi du siger det.") == 1
    met = read[read.index("Tak, fordi du siger det.") : read.index("Vis mig ord")]
    assert met == (
        "Tak, fordi du siger det. Vil du tale med nogen om det? Du bestemmer selv. Tal med Bo 20 00 00 02"
        " man–tors 9–12 Ring til mig Skriv det på dagsordenen Så står der: Venner og netværk ."
        " Tallene står der ikke. Ikke nu "
    )
    main = html[html.index("<main") : html.index("</main>")]
    assert not re.search("[↓↘▼⬇]|alert|warning|error|gennemsnit|i alt", main)
    assert set(re.findall(r'(?:fill|stroke)="(#\w+)"', main)) == set()


def test_without_a_fall_nobody_is_pressed_to_talk(told: Cast) -> None:
    another_round(told, 10, timedelta(days=1))
    read = text_of(client_of(told.amina), address(told))
    assert "Tak, fordi du siger det." not in read
    assert "Tal med Bo" not in read


def test_what_fell_about_trust_is_met_and_never_put_on_the_agenda_bo_reads(cast: Cast) -> None:
    version = published(twenty(), number=1, at=MONDAY)
    for place, value in enumerate((8, 2)):
        said = {"emne-1": value, "emne-20": value}
        a_round(cast.aminas_table, version, said, at=MONDAY + timedelta(days=place))
    html = client_of(cast.amina).get(address(cast)).content.decode()
    assert "Sidst sagde du 8 om emne-20. Nu siger du 2." in words_in(html)
    assert "Så står der: Emne-1 . Tallene" in words_in(html)


def test_every_line_has_its_numbers_beside_it_with_unanswered_as_words(told: Cast) -> None:
    read = text_of(client_of(told.amina), address(told))
    assert "Som tabel : Helbred Dag Svar 3. sept. 25 3 1. dec. 25 3 16. feb. 26 6" in read
    assert "Som tabel : Kræfter og koncentration Dag Svar 3. sept. 25 2 1. dec. 25 Intet svar 16. feb. 26 4" in read


@pytest.mark.requirement("R12")
def test_a_finished_assessment_is_a_new_point_of_every_line(told: Cast) -> None:
    another_round(told, 9, timedelta(days=1))
    html = client_of(told.amina).get(address(told)).content.decode()
    health = next(one for one in re.findall(r'<figure class="spark">.*?</figure>', html, re.S) if "Helbred" in one)
    line = re.search(r'class="spark-line" d="([^"]+)"', health)
    assert line is not None
    heights = [float(point.split()[1]) for point in re.split("[ML]", line[1])[1:]]
    assert heights == [40, 40, 25, 10]


def test_in_words_no_number_of_hers_is_on_the_page_and_her_choice_is_remembered(told: Cast) -> None:
    client = client_of(told.amina)
    answer_ = client.post(address(told), {"vis": "ord"})
    cookie = answer_.cookies["vis"]
    assert (answer_.status_code, cookie["path"], cookie["httponly"], cookie["samesite"]) == (
        303,
        address(told),
        True,
        "Lax",
    )
    read = text_of(client, address(told))
    assert (
        "Om helbred sagde du sidst: næsten »Det går op og ned«. Nu siger du: lidt bedre end »Det går op og ned«."
        in read
    )
    assert not re.search(r"(siger|sagde) du \d", read)
    assert (
        "Helbred Svar Dag lidt bedre end »Det går op og ned« 16. feb. 26 næsten »Det går op og ned« 3. sept. 25, 1. dec. 25"
        in read
    )
    client.post(address(told), {"vis": "tal"})
    assert "Nu siger du 6." in text_of(client, address(told))


def test_the_sentences_in_words_are_plain_too(told: Cast) -> None:
    client = client_of(told.amina)
    client.post(address(told), {"vis": "ord"})
    assert too_hard(client.get(address(told)).content.decode()) == []


def test_min_trivsel_is_a_line_of_its_own(told: Cast) -> None:
    five = published(
        [Asked(f"trivsel-{number}") for number in range(1, 6)], number=9, at=MONDAY, purpose=Purpose.WELLBEING
    )
    for place, value in enumerate((4, 6)):
        said = {f"trivsel-{number}": value for number in range(1, 6)}
        a_round(told.aminas_table, five, said, at=MONDAY + timedelta(days=place))
    read = text_of(client_of(told.amina), address(told))
    assert "Min trivsel Sidst sagde du 40 ud af 100. Nu siger du 60." in read
    assert "Min trivsel Dag Svar 2. marts 26 40 3. marts 26 60" in read


def test_nothing_on_her_page_weighs_one_part_of_her_life_against_another(told: Cast) -> None:
    """No mean, no sum, no reliable change: those are for the caseworker, and only when she has opened the room."""
    read = text_of(client_of(told.amina), address(told))
    assert not re.search("Områder|Gennemsnit|måden at måle|samlet|score", read)


def test_before_the_first_round_there_is_a_way_to_begin(cast: Cast) -> None:
    html = client_of(cast.amina).get(address(cast)).content.decode()
    assert "Her er tomt endnu" in html
    assert reverse("sheet_start", args=[cast.aminas_table.pk]) in html
    assert "<figure" not in html


def test_an_open_room_leads_to_another_door_than_her_own(told: Cast) -> None:
    at = now() - timedelta(minutes=1)
    for seat in (told.mies_seat, told.bos_seat, told.saras_seat):
        open_room(seat=seat, room=Room.DEVELOPMENT, by=told.amina, at=at)
    for person in (told.mie, told.bo, told.sara):
        assert client_of(person).get(address(told)).status_code == 404
    assert client_of(told.amina).get(address(told)).status_code == 200


@pytest.mark.parametrize("who", ["bo", "birthe", "mie", "sara", "ole", "karim", "lis", "niels", "eva", "stine"])
def test_nobody_else_comes_in(told: Cast, who: str) -> None:
    assert client_of(getattr(told, who)).get(address(told)).status_code == 404


def test_the_page_costs_the_same_with_two_rounds_and_with_twenty_and_is_small(cast: Cast) -> None:
    """Twenty questions, twenty rounds."""
    version = published(twenty("Det er svært at sige"), number=1, at=MONDAY)
    costs = []
    for place in range(20):
        said = {f"emne-{number}": (number + place) % 11 for number in range(1, 21)}
        a_round(cast.aminas_table, version, said, at=MONDAY + timedelta(days=90 * place))
        if place in {1, 19}:
            costs.append(queries_of(client_of(cast.amina), address(cast)))
    assert costs[0] == costs[1] <= 12
    assert len(client_of(cast.amina).get(address(cast)).content) <= 40_000


def test_in_words_the_page_of_twenty_rounds_of_min_vurdering_is_small_too(cast: Cast) -> None:
    """The words of the scale are long; each answer stands once, with its days."""
    import_instrument(content=MIN_VURDERING.read_bytes(), by=cast.stine, at=MONDAY)
    for number in range(20):
        at = MONDAY + timedelta(days=90 * number)
        sheet = start(table=cast.aminas_table, by=cast.amina, at=at)
        for place, item in enumerate(asked(sheet=sheet)):
            value = (number + place) % 11
            answer(sheet=sheet, item=item, kind=AnswerKind.RATED, value=value, by=cast.amina, at=at)
        finish(sheet=sheet, by=cast.amina, at=at)
    client = client_of(cast.amina)
    client.post(address(cast), {"vis": "ord"})
    read = client.get(address(cast)).content
    assert (read.count(b'<figure class="spark">'), "lidt bedre end »" in read.decode()) == (20, True)
    assert len(read) <= 40_000
