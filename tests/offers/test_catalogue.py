"""The keeper's side: Lis writes Fjordby's catalogue, opens it, changes it and takes things out of it again."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest

from bordenden.audit.models import Entry
from bordenden.foundation.rules import NotPossible, Stale
from bordenden.offers import actions, queries
from bordenden.offers.models import Offer, Waiting
from bordenden.offers.words import NEVER_EMPTY, Area
from bordenden.pathways.models import Table
from bordenden.pathways.queries import at_the_head
from bordenden.people.models import Person
from bordenden.plans import actions as plans
from bordenden.plans.models import Chosen, ChosenMark
from bordenden.plans.words import ChosenStatus
from bordenden.post.models import Letter
from tests.cast import MONDAY, Cast
from tests.offers.kept import WALK, begun, draft, fill, opened, published
from tests.offers.made import tables_of

DAY = timedelta(days=1)


def names(cast: Cast) -> list[str]:
    return [offer.name for offer in queries.published(municipality=cast.fjordby, at=MONDAY)]


@pytest.mark.requirement("R7")
@pytest.mark.parametrize("empty", NEVER_EMPTY)
def test_the_catalogue_is_not_published_while_an_area_is_empty(cast: Cast, empty: Area) -> None:
    catalogue = begun(cast)
    fill(cast, [area for area in NEVER_EMPTY if area != empty])
    with pytest.raises(NotPossible, match=str(empty.label)):
        actions.open_catalogue(catalogue=catalogue, by=cast.lis, at=MONDAY)
    assert names(cast) == []
    fill(cast, [empty])
    actions.open_catalogue(catalogue=catalogue, by=cast.lis, at=MONDAY)
    assert sorted(names(cast)) == sorted(f"Noget om {area}" for area in NEVER_EMPTY)


def test_education_may_be_empty_and_an_open_catalogue_stays_open(cast: Cast) -> None:
    opened(cast)
    assert queries.empty_areas(municipality=cast.fjordby, at=MONDAY) == [Area.EDUCATION]
    again = actions.open_catalogue(catalogue=begun(cast), by=cast.lis, at=MONDAY + DAY)
    assert again.opened_at == MONDAY


@pytest.mark.requirement("R7")
def test_the_last_offer_of_an_area_stays_until_there_is_another(cast: Cast) -> None:
    last = next(offer for offer in opened(cast) if offer.area == Area.HEALTH)
    with pytest.raises(NotPossible, match="Det er det sidste tilbud under Sundhed"):
        actions.withdraw(offer=last, by=cast.lis, at=MONDAY)
    moved = replace(actions.as_said(last), area=Area.SOCIAL, category="network")
    with pytest.raises(NotPossible, match="Det er det sidste tilbud under Sundhed"):
        actions.change_offer(offer=last, said=moved, version=1, by=cast.lis, at=MONDAY)
    published(cast)
    actions.withdraw(offer=last, by=cast.lis, at=MONDAY)
    assert names(cast) == ["Gåtur om morgenen", "Noget om employment", "Noget om social"]


@pytest.mark.requirement("R132")
@pytest.mark.parametrize(
    ("field", "label"),
    [
        ("about", "Hvad det er"),
        ("provider", "Hvem der står for det"),
        ("place", "Sted"),
        ("times", "Tider"),
        ("legal_basis", "Lovgrundlag"),
        ("contact_phone", "Telefon"),
        ("contact_hours", "Telefontid"),
    ],
)
def test_nothing_is_published_before_everything_is_said(cast: Cast, field: str, label: str) -> None:
    begun(cast)
    offer = draft(cast, **{field: ""})
    with pytest.raises(NotPossible, match=f"Skriv også: {label}"):
        actions.publish(offer=offer, by=cast.lis, at=MONDAY)
    actions.change_offer(offer=offer, said=WALK, version=1, by=cast.lis, at=MONDAY)
    assert actions.publish(offer=offer, by=cast.lis, at=MONDAY).published_at == MONDAY
    nothing: dict[str, Any] = {field: ""}
    emptied = replace(WALK, **nothing)
    with pytest.raises(NotPossible, match=f"Skriv også: {label}"):
        actions.change_offer(offer=offer, said=emptied, version=2, by=cast.lis, at=MONDAY)


@pytest.mark.requirement("R132")
def test_every_published_offer_of_the_story_says_everything_in_four_areas(story: Cast) -> None:
    offers = list(queries.published(municipality=story.fjordby, at=MONDAY))
    assert [queries.lacking(offer) for offer in offers] == [[]] * 18
    assert {offer.area for offer in offers} == set(Area.values)


def test_the_price_is_said_even_when_it_is_nothing(cast: Cast) -> None:
    begun(cast)
    with pytest.raises(NotPossible, match="Pris for kommunen"):
        published(cast, cost=None)
    assert published(cast, cost=0).cost == 0


def test_the_same_form_again_gives_the_first_draft(cast: Cast) -> None:
    begun(cast)
    key = uuid4()
    first, again = (
        actions.write_offer(municipality=cast.fjordby, said=WALK, form_key=key, by=cast.lis, at=MONDAY) for _ in "ab"
    )
    assert (first.pk, Offer.objects.count()) == (again.pk, 1)
    assert Entry.objects.filter(act="offer.write").count() == 1


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"name": "  "}, "Giv tilbuddet et navn"),
        ({"category": "housing"}, "hører til området"),
        ({"capacity": 0}, "mindst 1 plads"),
        ({"starts": tuple(date(2026, 4, day) for day in range(1, 14))}, "plads til 12 datoer"),
    ],
)
def test_what_makes_no_sense_is_refused(cast: Cast, changes: dict[str, object], words: str) -> None:
    begun(cast)
    with pytest.raises(NotPossible, match=words):
        draft(cast, **changes)
    assert not Offer.objects.exists()


def test_two_who_change_it_at_once_are_both_told(cast: Cast) -> None:
    begun(cast)
    offer = draft(cast)
    actions.change_offer(offer=offer, said=replace(WALK, place="Skoven"), version=1, by=cast.lis, at=MONDAY)
    with pytest.raises(Stale) as told:
        actions.change_offer(offer=offer, said=replace(WALK, place="Havnen"), version=1, by=cast.lis, at=MONDAY)
    assert "Sted: Skoven" in told.value.saved
    assert told.value.version == 2
    assert Offer.objects.get(pk=offer.pk).place == "Skoven"


def test_start_dates_come_and_go_with_the_text(cast: Cast) -> None:
    begun(cast)
    may, june = date(2026, 5, 4), date(2026, 6, 1)
    offer = draft(cast, starts=(may,))
    said = replace(WALK, starts=(may, june))
    actions.change_offer(offer=offer, said=said, version=1, by=cast.lis, at=MONDAY)
    assert actions.as_said(offer) == said
    assert queries.starts_of(offers=[offer], on=june) == {offer.pk: [june]}


def test_fewer_places_than_people_takes_none_from_anybody(cast: Cast) -> None:
    begun(cast)
    offer = published(cast, capacity=2)
    rows = [
        actions.join(offer=offer, table=table, form_key=uuid4(), by=head, at=MONDAY + place * DAY)
        for place, (head, table) in enumerate(tables_of(cast, 3))
    ]
    actions.take(waiting=rows[0], by=tables_head(rows[0]), at=MONDAY + 3 * DAY)
    fewer = replace(actions.as_said(offer), capacity=1)
    actions.change_offer(offer=offer, said=fewer, version=1, by=cast.lis, at=MONDAY + 3 * DAY)
    assert states(offer) == ["taken", "offered", "waiting"]
    actions.decline(waiting=rows[1], by=tables_head(rows[1]), at=MONDAY + 4 * DAY)
    assert states(offer) == ["taken", "declined", "waiting"]
    more = replace(fewer, capacity=2)
    actions.change_offer(offer=offer, said=more, version=2, by=cast.lis, at=MONDAY + 5 * DAY)
    assert states(offer) == ["taken", "declined", "offered"]


def test_who_waits_is_told_when_it_is_withdrawn_and_keeps_the_wish(cast: Cast) -> None:
    begun(cast)
    offer = published(cast, capacity=1)
    (karin, karins), (lars, hans) = tables_of(cast, 2)
    holds = actions.join(offer=offer, table=karins, form_key=uuid4(), by=karin, at=MONDAY)
    actions.take(waiting=holds, by=karin, at=MONDAY)
    waits = actions.join(offer=offer, table=hans, form_key=uuid4(), by=lars, at=MONDAY + DAY)
    chosen = wished(hans, offer, waits, lars)
    assert plans.withdraw_offer(offer=offer, by=cast.lis, at=MONDAY + 2 * DAY) == 1
    assert states(offer) == ["taken", "withdrawn"]
    letters = Letter.objects.filter(kind="offer_withdrawn").order_by("pk")
    assert [letter.person for letter in letters] == [lars.pk]
    assert Chosen.objects.get(pk=chosen.pk).status == ChosenStatus.WISH
    assert ChosenMark.objects.get(chosen=chosen).why == "Tilbuddet findes ikke mere"
    assert plans.withdraw_offer(offer=offer, by=cast.lis, at=MONDAY + 3 * DAY) == 0


def test_more_room_is_seen_on_the_plan_of_whoever_was_first(cast: Cast) -> None:
    begun(cast)
    offer = published(cast, capacity=1)
    (karin, karins), (lars, hans) = tables_of(cast, 2)
    actions.join(offer=offer, table=karins, form_key=uuid4(), by=karin, at=MONDAY)
    waits = actions.join(offer=offer, table=hans, form_key=uuid4(), by=lars, at=MONDAY + DAY)
    chosen = wished(hans, offer, waits, lars)
    more = replace(actions.as_said(offer), capacity=2)
    plans.change_offer(offer=offer, said=more, version=1, by=cast.lis, at=MONDAY + 2 * DAY)
    assert Chosen.objects.get(pk=chosen.pk).status == ChosenStatus.OFFERED
    assert [one.person for one in Letter.objects.filter(kind="place_offered", thing=waits.pk)] == [lars.pk]


def test_a_draft_is_not_withdrawn_and_what_was_withdrawn_can_come_back(cast: Cast) -> None:
    opened(cast)
    with pytest.raises(NotPossible, match="kladde"):
        actions.withdraw(offer=draft(cast), by=cast.lis, at=MONDAY)
    offer = published(cast)
    actions.withdraw(offer=offer, by=cast.lis, at=MONDAY)
    assert "Gåtur om morgenen" not in names(cast)
    actions.publish(offer=offer, by=cast.lis, at=MONDAY)
    assert "Gåtur om morgenen" in names(cast)


def test_a_neighbours_catalogue_is_another(story: Cast) -> None:
    assert queries.published(municipality=story.bakkeby, at=MONDAY).count() == 0


def states(offer: Offer) -> list[str]:
    return list(Waiting.objects.filter(offer=offer).order_by("since").values_list("state", flat=True))


def tables_head(waiting: Waiting) -> Person:
    return at_the_head(table=waiting.table, at=MONDAY)[0]


def wished(table: Table, offer: Offer, waiting: Waiting, by: Person) -> Chosen:
    plan = plans.begin(table=table, by=by, at=MONDAY)
    return Chosen.objects.create(
        table_id=waiting.table_id,
        municipality_id=waiting.municipality_id,
        plan=plan,
        offer=offer,
        waiting=waiting,
        area=offer.area,
        position=1,
        status=ChosenStatus.WAITING,
        status_at=MONDAY,
        chosen_by=by,
        chosen_at=MONDAY,
        form_key=uuid4(),
    )
