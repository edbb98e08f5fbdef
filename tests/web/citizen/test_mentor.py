"""En mentor: Amina chooses, Mie leaves in the same moment, and nothing is open before Amina opens it."""

import pytest
from django.urls import reverse

from bordenden.mentors import actions
from bordenden.pathways.models import Seat
from bordenden.pathways.queries import rooms_of
from bordenden.plans.models import Decision, Statement
from tests.cast import MONDAY, Cast, client_of
from tests.web.citizen.mentor_stories import at_hers, mentor_now, profile
from tests.web.reading import form_of, words_of
from tests.web.talking import page, refused, stand_at


@pytest.fixture(autouse=True)
def monday(monkeypatch: pytest.MonkeyPatch) -> None:
    stand_at(monkeypatch)


def url(cast: Cast, name: str) -> str:
    return at_hers(cast, "mentor", profile(cast, name).pk)


@pytest.mark.requirement("R42")
@pytest.mark.requirement("R131")
def test_amina_chooses_aisha_and_decides_next_what_aisha_may_see(story: Cast) -> None:
    read = page(story.amina, url(story, "Aisha"))
    assert "Nu er Mie din mentor. Vælger du Aisha, slutter det med Mie." in read
    sent = client_of(story.amina).post(url(story, "Aisha"), {})
    seat = Seat.objects.get(table=story.aminas_table, person=profile(story, "Aisha").person)
    assert (sent.status_code, sent["Location"]) == (303, reverse("rooms", args=[seat.pk]))
    assert (mentor_now(story.aminas_table), rooms_of(seat=seat, at=MONDAY)) == ("Aisha", {})
    decision = Decision.objects.get(plan__table=story.aminas_table, thing=seat.pk)
    assert (decision.about, decision.decided_by) == ("mentor", story.amina)
    client_of(story.amina).post(url(story, "Aisha"), {})
    assert Seat.objects.filter(table=story.aminas_table, person=seat.person).count() == 1


def test_nobody_is_asked_for_a_reason(story: Cast) -> None:
    answer = client_of(story.amina).get(url(story, "Aisha"))
    assert (form_of(answer), "Du behøver ikke sige hvorfor." in words_of(answer)) == ({}, True)


def test_karim_has_said_nothing_yet_and_is_asked_for_a_few_words_first(story: Cast) -> None:
    karim = client_of(story.karim)
    his = reverse("mentor", args=[story.karims_table.pk, profile(story, "Aisha").pk])
    empty = karim.post(his, {"words": "  "})
    assert (empty.status_code, mentor_now(story.karims_table)) == (422, "")
    assert "Skriv et par ord. Du kan altid rette dem." in words_of(empty)
    assert karim.post(his, {"words": "Jeg vil gerne ud at gå"}).status_code == 303
    assert mentor_now(story.karims_table) == "Aisha"
    assert Statement.objects.get(plan__table=story.karims_table).words == "Jeg vil gerne ud at gå"


def test_tove_is_full_and_the_last_room_is_taken_once(story: Cast) -> None:
    assert "Tove har ikke plads lige nu." in page(story.amina, url(story, "Tove"))
    tried = client_of(story.amina).post(url(story, "Tove"), {})
    assert (
        tried.status_code,
        "Den sidste plads hos Tove er lige blevet taget. Vælg en anden." in words_of(tried),
    ) == (
        422,
        True,
    )
    assert mentor_now(story.aminas_table) == "Mie"


def test_hidden_gone_or_another_municipalitys_is_not_there(story: Cast) -> None:
    aisha = profile(story, "Aisha")
    refused(story, url(story, "Aisha"), {}, "bo", "karim")
    actions.hide(profile=aisha, by=story.lis, at=MONDAY)
    amina = client_of(story.amina)
    assert [amina.get(url(story, "Aisha")).status_code, amina.post(url(story, "Aisha"), {}).status_code] == [404, 404]
    actions.show(profile=aisha, by=story.lis, at=MONDAY)
    aisha.municipality = story.niels.municipality
    aisha.save(update_fields=["municipality"])
    assert amina.get(at_hers(story, "mentor", aisha.pk)).status_code == 404


def test_two_heads_are_told_that_it_counts_for_both(story: Cast) -> None:
    address = reverse("mentor", args=[story.holms_table.pk, profile(story, "Aisha").pk])
    assert "I er to for bordenden. Valget gælder for jer begge." in page(story.lone, address)
    assert "I er to for bordenden" not in page(story.amina, url(story, "Aisha"))
