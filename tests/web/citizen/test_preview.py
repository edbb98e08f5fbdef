"""Se det, Mie ser: the very same parts as at the guest's door, and no trace of a look that Mie never made."""

import pytest
from django.urls import reverse

from bordenden.audit.models import Entry
from bordenden.foundation.clock import now
from bordenden.pathways import actions as pathways
from bordenden.pathways.models import Seat
from bordenden.pathways.words import Room
from bordenden.plans.words import SPOKEN, StatementKind
from tests.cast import Cast, client_of
from tests.web.citizen.plan_stories import NOT_AMINA, let_in, things_of
from tests.web.pages import queries_of
from tests.web.reading import words_of


def seen_by(story: Cast, seat: Seat) -> str:
    page = client_of(story.amina).get(reverse("preview", args=[seat.pk]))
    assert page.status_code == 200
    return words_of(page)


def test_with_nothing_opened_mie_sees_nothing(story: Cast) -> None:
    said = seen_by(story, story.mies_seat)
    assert "Mie kan ikke se noget" in said
    assert "børnehave" not in said


def test_what_amina_is_shown_is_what_mie_reads_word_for_word(story: Cast) -> None:
    let_in(story)
    hers = words_of(client_of(story.mie).get(reverse("guest_plan", args=[things_of(story).plan.pk])))
    begins = "Aminas egne ord"
    mies_words = hers[hers.index(begins) :]
    # The ways to write beside them are Mie's buttons: whoever looks over her shoulder has none.
    for kind in SPOKEN:
        mies_words = mies_words.replace(f"Skriv ved siden af : {StatementKind(kind).label} ", "")
    assert "Skriv ved siden af" not in mies_words
    assert "Fortælle Mie om min drøm" in mies_words
    assert mies_words in seen_by(story, story.mies_seat)


@pytest.mark.parametrize(
    ("room", "shown"), [(Room.DEVELOPMENT, "Aminas udvikling"), (Room.CONTACTS, "Kontakt med Amina")]
)
def test_only_the_open_room_is_shown(story: Cast, room: Room, shown: str) -> None:
    let_in(story, room)
    said = seen_by(story, story.mies_seat)
    headings = ("Aminas plan", "Aminas udvikling", "Kontakt med Amina")
    assert [heading for heading in headings if heading in said] == [shown]


def test_bo_sees_what_the_law_lets_him_see_and_not_her_development(story: Cast) -> None:
    said = seen_by(story, story.bos_seat)
    headings = ("Aminas plan", "Aminas udvikling", "Kontakt med Amina")
    assert [heading for heading in headings if heading in said] == ["Aminas plan", "Kontakt med Amina"]


def test_birthe_who_has_left_sees_nothing(story: Cast) -> None:
    assert "Birthe kan ikke se noget" in seen_by(story, story.birthes_seat)


def test_the_look_is_aminas_own_and_none_of_mies(story: Cast) -> None:
    let_in(story)
    before = Entry.objects.filter(actor=story.mie.pk).count()
    seen_by(story, story.mies_seat)
    assert Entry.objects.filter(actor=story.mie.pk).count() == before
    newest = Entry.objects.filter(table=story.aminas_table.pk, kind="look").order_by("-id")[0]
    assert (newest.actor, newest.act) == (story.amina.pk, "seat.preview")


def test_her_own_seat_has_no_preview(story: Cast) -> None:
    own = Seat.objects.get(table=story.aminas_table, person=story.amina)
    assert client_of(story.amina).get(reverse("preview", args=[own.pk])).status_code == 404


@pytest.mark.parametrize("name", NOT_AMINA)
def test_nobody_else_can_look_through_a_seat(story: Cast, name: str) -> None:
    let_in(story)
    other = client_of(getattr(story, name))
    seats = (story.mies_seat, story.bos_seat, story.saras_seat)
    assert [other.get(reverse("preview", args=[seat.pk])).status_code for seat in seats] == [404] * 3


def test_closed_while_she_looks_it_is_gone_at_the_next_request(story: Cast) -> None:
    let_in(story)
    assert "Aminas plan" in seen_by(story, story.mies_seat)
    pathways.close_room(seat=story.mies_seat, room=Room.PLAN, by=story.amina, at=now())
    assert "Aminas plan" not in seen_by(story, story.mies_seat)


def test_one_room_a_page_and_the_others_a_link_away_for_at_most_twelve_queries(story: Cast) -> None:
    for room in Room:
        let_in(story, room)
    amina, address = client_of(story.amina), reverse("preview", args=[story.mies_seat.pk])
    for room in Room:
        assert queries_of(amina, f"{address}?rum={room}") <= 12, room
        page = amina.get(f"{address}?rum={room}").content.decode()
        assert [other for other in Room if f"?rum={other}" in page] == [other for other in Room if other != room]
