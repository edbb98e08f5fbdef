"""Bo reads what Amina has sent him of her development once she has opened the room, and only then."""

from datetime import timedelta

import pytest
from django.urls import reverse

from bordenden.assessments.actions import answer, start
from bordenden.assessments.models import Precision, Sheet
from bordenden.assessments.words import AnswerKind, Area, Sharing
from bordenden.audit.models import Entry
from bordenden.foundation.clock import now
from bordenden.pathways.actions import close_room, leave_seat, open_room
from bordenden.pathways.words import Room
from bordenden.worlds.cast.assessments import build_assessments
from bordenden.worlds.cast.development import build_development
from tests.assessments.histories import a_round, published, twenty
from tests.cast import MONDAY, Cast, client_of
from tests.web.pages import queries_of, text_of


@pytest.fixture
def told(cast: Cast) -> Cast:
    """The cast with their rounds; the room is closed."""
    build_assessments(cast)
    build_development(cast)
    return cast


@pytest.fixture
def opened(told: Cast) -> Cast:
    """Amina has opened the room for Bo."""
    open_room(seat=told.bos_seat, room=Room.DEVELOPMENT, by=told.amina, at=now() - timedelta(minutes=1))
    return told


def address(cast: Cast) -> str:
    return reverse("case_development", args=[cast.aminas_table.pk])


def test_the_room_is_closed_until_amina_opens_it(told: Cast) -> None:
    assert client_of(told.bo).get(address(told)).status_code == 404
    open_room(seat=told.bos_seat, room=Room.DEVELOPMENT, by=told.amina, at=now() - timedelta(minutes=1))
    assert client_of(told.bo).get(address(told)).status_code == 200
    close_room(seat=told.bos_seat, room=Room.DEVELOPMENT, by=told.amina, at=now())
    assert client_of(told.bo).get(address(told)).status_code == 404


def test_it_is_told_about_amina_and_a_fall_gets_no_comment(opened: Cast) -> None:
    read = text_of(client_of(opened.bo), address(opened))
    assert "Aminas udvikling" in read
    assert "Sidst sagde Amina 3 om helbred. Nu siger Amina 6." in read
    assert "sept. 25" not in read
    assert "Sidst sagde Amina 7 om venner og netværk. Nu siger Amina 5. " in read
    assert "Tak, fordi" not in read
    assert "Kræfter og koncentration Dag Svar 1. dec. 25 Intet svar 16. feb. 26 4" in read


def test_an_unfinished_round_is_nobodys_to_see(opened: Cast) -> None:
    before = text_of(client_of(opened.bo), address(opened))
    sheet = start(table=opened.aminas_table, by=opened.amina, at=MONDAY)
    item = sheet.version.items.order_by("position")[0]
    answer(sheet=sheet, item=item, kind=AnswerKind.RATED, value=1, by=opened.amina, at=MONDAY)
    assert text_of(client_of(opened.bo), address(opened)) == before


def test_amina_can_see_that_bo_looked(opened: Cast) -> None:
    text_of(client_of(opened.bo), address(opened))
    look = Entry.objects.get(actor=opened.bo.pk, act="development.read")
    assert (look.kind, look.table) == ("look", opened.aminas_table.pk)


def test_without_a_round_there_is_nothing_to_see(cast: Cast) -> None:
    open_room(seat=cast.bos_seat, room=Room.DEVELOPMENT, by=cast.amina, at=now() - timedelta(minutes=1))
    assert "Der er ikke noget at se endnu Her kommer det, Amina vælger at sende." in text_of(
        client_of(cast.bo), address(cast)
    )


def test_a_seat_that_is_left_closes_it_at_once(opened: Cast) -> None:
    leave_seat(seat=opened.bos_seat, by=opened.amina, at=now())
    assert client_of(opened.bo).get(address(opened)).status_code == 404


@pytest.mark.parametrize("who", ["birthe", "sara", "ole", "karim", "lis", "niels", "eva", "stine"])
def test_nobody_without_the_room_comes_in(opened: Cast, who: str) -> None:
    assert client_of(getattr(opened, who)).get(address(opened)).status_code == 404


def test_it_costs_at_most_twelve_queries(opened: Cast) -> None:
    assert queries_of(client_of(opened.bo), address(opened)) <= 12


def test_the_shielded_two_are_nowhere_on_the_page_nor_is_what_she_kept(opened: Cast) -> None:
    address_ = address(opened)
    before = text_of(client_of(opened.bo), address_)
    version = published(twenty(), number=9, at=MONDAY)
    table = opened.aminas_table
    a_round(table, version, {"emne-19": 2, "emne-20": 9}, at=MONDAY, sharing=Sharing.SENT, shared_to=opened.bos_seat)
    a_round(table, version, {"emne-1": 7}, at=MONDAY)
    assert text_of(client_of(opened.bo), address_) == before
    a_round(
        table, version, {"emne-1": 7}, at=MONDAY + timedelta(days=1), sharing=Sharing.SENT, shared_to=opened.bos_seat
    )
    assert "Amina siger 7 om emne-1." in text_of(client_of(opened.bo), address_)


def test_what_birthe_was_sent_is_not_bos_to_read(opened: Cast) -> None:
    version = published(twenty(), number=9, at=MONDAY)
    said = {"emne-1": 7}
    a_round(opened.aminas_table, version, said, at=MONDAY, sharing=Sharing.SENT, shared_to=opened.birthes_seat)
    assert "emne-1" not in text_of(client_of(opened.bo), address(opened))


@pytest.mark.parametrize(
    ("spread", "note"),
    [
        (None, "Vi ved ikke nok om måden at måle på til at sige, hvad forskellen betyder."),
        (0.8, "Forskellen er større end det, måden at måle på kan forklare."),
        (5.0, "Forskellen er så lille, at den kan skyldes måden at måle på. Den kan stadig være vigtig."),
    ],
)
def test_the_means_of_areas_say_no_more_than_the_arithmetic_knows(
    opened: Cast, spread: float | None, note: str
) -> None:
    """Helbred is of four questions, 3 at first and 6 at last; what is known of its precision is made up."""
    version = published(twenty(), number=9, at=MONDAY)
    health = [f"emne-{number}" for number in range(6, 10)]
    for place, value in enumerate((3, 6)):
        said = dict.fromkeys(health, value)
        a_round(
            opened.aminas_table,
            version,
            said,
            at=MONDAY + timedelta(days=place),
            sharing=Sharing.SENT,
            shared_to=opened.bos_seat,
        )
    if spread is not None:
        Precision.objects.create(
            instrument=version.instrument,
            area=Area.HEALTH,
            made_of=" ".join(sorted(health)),
            people=60,
            spread=spread,
            alpha=0.8,
            counted_at=MONDAY,
        )
    Sheet.objects.filter(table=opened.aminas_table, finished_at__lt=MONDAY).update(sharing=Sharing.KEPT)
    read = text_of(client_of(opened.bo), address(opened))
    assert f"Helbred: 3,0 den 2. marts 26, 6,0 den 3. marts 26. {note}" in read


def test_mie_reads_no_means_of_areas(opened: Cast) -> None:
    open_room(seat=opened.mies_seat, room=Room.DEVELOPMENT, by=opened.amina, at=now() - timedelta(minutes=1))
    version = published(twenty(), number=9, at=MONDAY)
    for place in range(2):
        at, said = MONDAY + timedelta(days=place), {"emne-16": 3, "emne-17": 4}
        a_round(opened.aminas_table, version, said, at=at, sharing=Sharing.SENT, shared_to=opened.bos_seat)
    page = reverse("guest_development", args=[opened.aminas_table.pk])
    assert "Områder" not in text_of(client_of(opened.mie), page)
    assert "Områder" in text_of(client_of(opened.bo), address(opened))


def test_one_question_is_no_area(opened: Cast) -> None:
    assert "Områder" not in text_of(client_of(opened.bo), address(opened))
