"""Ved mit bord: who sits here, since when, what each can see."""

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from bordenden.foundation.clock import now
from bordenden.pathways import actions as pathways
from bordenden.pathways.words import LeavingReason, SeatRole
from bordenden.people import actions as people
from bordenden.supervision.actions import end
from bordenden.web.citizen.caseworkers import WHY
from bordenden.web.parts.said_when import on_day
from tests.cast import MONDAY, Cast, client_of
from tests.supervision.drawing import PURPOSE, sample_of, supervisor
from tests.web.citizen.plan_stories import NOT_AMINA, let_in
from tests.web.pages import queries_of
from tests.web.reading import words_of


def url_of(story: Cast) -> str:
    return reverse("seats", args=[story.aminas_table.pk])


def test_amina_sees_who_sits_at_her_table_since_when_and_what_each_can_see(story: Cast) -> None:
    let_in(story)
    said = words_of(client_of(story.amina).get(url_of(story)))
    for words in (
        "Sagsbehandler. Ved bordet siden den 31. januar 2026. Telefon: 20 00 00 02 (man–tors 9–12)",
        "Bo kan se: Min plan, Vores kontakt.",
        "Mentor. Ved bordet siden den 1. januar 2026.",
        "Mie kan se: Min plan.",
        "Sara kan ikke se noget.",
        "Hvad må Mie se?",
        "Se det, Mie ser",
    ):
        assert words in said
    assert "Birthe var din sagsbehandler til den 31. januar 2026. Birthe har fået andet arbejde." in said
    assert "De kan ikke se noget ved dit bord mere." in said


@pytest.mark.parametrize("because", LeavingReason)
def test_every_reason_has_words_for_her_and_none_tells_why_somebody_is_away(
    cast: Cast, because: LeavingReason
) -> None:
    pathways.change_coordinator(table=cast.aminas_table, to=cast.ole, because=because, by=cast.lis, at=MONDAY)
    said = words_of(client_of(cast.amina).get(url_of(cast)))
    why = str(WHY[because]) % {"name": "Bo"}
    assert f"Bo var din sagsbehandler til den 2. marts 2026. {why}" in said
    assert str(because.label) not in said or because == LeavingReason.NEW_WORK


def test_who_came_back_as_a_substitute_is_not_said_to_see_nothing(cast: Cast) -> None:
    today = localdate(now())
    pathways.stand_in(
        tables=[cast.aminas_table], colleague=cast.birthe, first=today, last=today, by=cast.bo, at=now()
    )
    said = words_of(client_of(cast.amina).get(url_of(cast)))
    assert ("Birthe var din sagsbehandler" in said, "kan ikke se noget ved dit bord mere" in said) == (True, False)


def test_a_caseworker_who_never_began_is_not_among_those_who_were(cast: Cast) -> None:
    for to in (cast.ole, cast.birthe):
        pathways.change_coordinator(
            table=cast.aminas_table, to=to, because=LeavingReason.OTHER, by=cast.lis, at=MONDAY
        )
    assert "Ole" not in words_of(client_of(cast.amina).get(url_of(cast)))


def test_whoever_has_left_is_gone_from_the_table(story: Cast) -> None:
    pathways.leave_seat(seat=story.mies_seat, by=story.amina, at=now())
    assert "Mie" not in words_of(client_of(story.amina).get(url_of(story)))


def test_a_new_guest_costs_no_new_query(story: Cast) -> None:
    amina = client_of(story.amina)
    before = queries_of(amina, url_of(story))
    for person in (story.karim, story.lone, story.jens):
        pathways.seat(table=story.aminas_table, person=person, role=SeatRole.GUEST, by=story.amina, at=now())
    assert queries_of(amina, url_of(story)) == before
    assert before <= 12


def test_a_long_table_is_cut_into_pages(story: Cast) -> None:
    for number in range(30):
        guest = people.register(municipality=story.fjordby, given_name=f"Gæst {number}", made_up=True)
        pathways.seat(table=story.aminas_table, person=guest, role=SeatRole.GUEST, by=story.amina, at=now())
    amina = client_of(story.amina)
    first = words_of(amina.get(url_of(story)))
    second = words_of(amina.get(f"{url_of(story)}?side=2"))
    assert ("Hvad må Bo se?" in first, "Hvad må Gæst 29 se?" in first) == (True, False)
    assert ("Hvad må Bo se?" in second, "Hvad må Gæst 29 se?" in second) == (False, True)


@pytest.mark.parametrize("name", NOT_AMINA)
def test_nobody_else_sees_who_sits_at_her_table(story: Cast, name: str) -> None:
    let_in(story)
    assert client_of(getattr(story, name)).get(url_of(story)).status_code == 404


def test_karim_reads_who_looks_at_our_work_why_and_until_when(cast: Cast) -> None:
    """On Ved mit bord, in a line on Mit bord, among the looks, and as Ulla sees it; the day after, nowhere."""
    ulla, karim, table = supervisor(cast), client_of(cast.karim), cast.karims_table
    there = {name: reverse(name, args=[table.pk]) for name in ("seats", "table", "looks")}
    line = "Ulla Winther ser efter, om vi gør vores arbejde godt."
    without = queries_of(karim, there["seats"])
    assert line not in words_of(karim.get(there["table"]))
    opened = sample_of(cast, ulla, table)
    client_of(ulla).get(reverse("supervised_contacts", args=[table.pk]))
    assert line in words_of(karim.get(there["table"]))
    assert queries_of(karim, there["seats"]) == without
    said = words_of(karim.get(there["seats"]))
    for words in (
        "Faglig leder. Ved bordet siden",
        "Ulla ser efter, om vi gør vores arbejde godt. Det handler om os og ikke om dig.",
        f"Det ser Ulla efter: {PURPOSE}",
        f"Den sidste dag er den {on_day(opened.last_on)}.",
        "Ulla kan se: Min plan, Vores kontakt. Ulla kan ikke skrive noget.",
        "Se det, Ulla ser",
    ):
        assert words in said
    assert "Hvad må Ulla se?" not in said
    looks = words_of(karim.get(there["looks"] + "?side=1"))
    assert "Ulla Winther, faglig leder Jeres kontakt, for at se efter, om vi gør vores arbejde godt" in looks
    seat = opened.supervised.get().seat
    seen = words_of(karim.get(reverse("preview", args=[seat.pk])))
    assert "Sådan ser dit bord ud for Ulla lige nu." in seen
    assert karim.get(reverse("rooms", args=[seat.pk])).status_code == 404
    end(supervision=opened, by=ulla, at=now())
    assert [name for name in ("table", "seats") if "Ulla" in words_of(karim.get(there[name]))] == []
