"""Amina looks in Fjordby's catalogue: what she finds by which word, what is free, and what she keeps for herself."""

from datetime import timedelta
from uuid import uuid4

import pytest

from bordenden.access import acts
from bordenden.access.acts import all_acts
from bordenden.foundation.alphabet import sort_key
from bordenden.foundation.rules import NotPossible
from bordenden.offers import actions, queries
from bordenden.offers.models import Attending, Catalogue, Event, Offer, Saved, StartDate, Waiting, found_by
from bordenden.offers.queries import Sought
from bordenden.offers.words import Area, OfferKind, WaitingState
from bordenden.people.models import Municipality
from bordenden.plans.models import Chosen
from tests.cast import MONDAY, Cast

LATER = MONDAY + timedelta(hours=1)


def offer_in(municipality: Municipality, name: str, **more: object) -> Offer:
    """Published in a catalogue that is open."""
    Catalogue.objects.get_or_create(municipality=municipality, defaults={"begun_at": MONDAY, "opened_at": MONDAY})
    columns: dict[str, object] = {"area": Area.HEALTH, "department": "health", "place": "Sundhedshuset", **more}
    offer = Offer(
        municipality=municipality,
        name=name,
        sort_key=sort_key(name),
        written_at=MONDAY,
        published_at=MONDAY,
        form_key=uuid4(),
        made_up=True,
        **columns,
    )
    for column, key in found_by(offer).items():
        setattr(offer, column, key)
    offer.save()
    return offer


def names(cast: Cast, **sought: object) -> list[str]:
    found = queries.found(table=cast.aminas_table, sought=Sought(**sought), at=MONDAY)  # type: ignore[arg-type]
    return [offer.name for offer in found]


def stand_in_line(cast: Cast, offer: Offer, state: WaitingState) -> None:
    Waiting.objects.create(
        table=cast.karims_table,
        municipality=cast.fjordby,
        offer=offer,
        state=state,
        since=MONDAY,
        changed_at=MONDAY,
        answer_by=LATER,
        form_key=uuid4(),
    )


def test_each_filter_narrows_and_they_combine(cast: Cast) -> None:
    offer_in(cast.fjordby, "Åben rådgivning", area=Area.SOCIAL, kind=OfferKind.PERSON)
    offer_in(cast.fjordby, "Gåhold", in_a_group=True)
    offer_in(cast.fjordby, "Ældre og unge sammen", area=Area.SOCIAL, in_a_group=True, for_families=True)
    assert names(cast) == ["Gåhold", "Ældre og unge sammen", "Åben rådgivning"]
    assert names(cast, area=Area.SOCIAL) == ["Ældre og unge sammen", "Åben rådgivning"]
    assert names(cast, kind=OfferKind.PERSON) == names(cast, in_a_group=False) == ["Åben rådgivning"]
    assert names(cast, area=Area.SOCIAL, for_families=True) == ["Ældre og unge sammen"]
    assert names(cast, area=Area.EMPLOYMENT) == []


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("GÅHOLD", ["Gåhold"]),
        ("gaahold", ["Gåhold"]),
        ("skoven sammen", ["Gåhold"]),
        ("sammen skoven", ["Gåhold"]),
        ("sø", ["Gåhold"]),
        ("so", []),
        ("%", []),
        ("_", []),
        ("skoven cykel", []),
        ("dcafe", []),
    ],
)
def test_a_search_matches_as_danes_spell_and_nothing_between_two_words(
    cast: Cast, typed: str, found: list[str]
) -> None:
    offer_in(cast.fjordby, "Gåhold", about="Vi går sammen i Skoven ved søen. Med café.")
    offer_in(cast.fjordby, "Kor", about="Vi synger.")
    assert names(cast, words=typed) == found


def test_near_looks_at_the_place_only(cast: Cast) -> None:
    offer_in(cast.fjordby, "Gåhold", place="Ærøgade 3, Fjordby")
    offer_in(cast.fjordby, "Kor", about="Vi øver i Ærøgade.", place="Hallen")
    assert names(cast, place="ærøgade") == ["Gåhold"]
    assert names(cast, words="ærøgade") == ["Gåhold", "Kor"]


def test_only_what_her_own_open_catalogue_shows(cast: Cast) -> None:
    offer_in(cast.bakkeby, "Naboens hold")
    draft, gone = offer_in(cast.fjordby, "Kladde"), offer_in(cast.fjordby, "Lukket")
    offer_in(cast.fjordby, "Gåhold")
    Offer.objects.filter(pk=draft.pk).update(published_at=None)
    Offer.objects.filter(pk=gone.pk).update(withdrawn_at=MONDAY)
    assert names(cast) == ["Gåhold"]
    Catalogue.objects.filter(municipality=cast.fjordby).update(opened_at=None)
    assert names(cast) == []


def test_free_now_counts_who_holds_a_place_and_who_waits(cast: Cast) -> None:
    full, room = offer_in(cast.fjordby, "Fuldt", capacity=1), offer_in(cast.fjordby, "Plads", capacity=2)
    offer_in(cast.fjordby, "Uden grænse")
    stand_in_line(cast, full, WaitingState.TAKEN)
    stand_in_line(cast, room, WaitingState.ENDED)
    assert names(cast, free=True) == ["Plads", "Uden grænse"]
    rows = {
        offer.name: queries.room_now(offer)
        for offer in queries.found(table=cast.aminas_table, sought=Sought(), at=MONDAY)
    }
    assert rows == {"Fuldt": 0, "Plads": 2, "Uden grænse": None}


def test_soon_is_within_thirty_days_and_not_before_today(cast: Cast) -> None:
    for name, day in (("I går", -1), ("I dag", 0), ("Om 29 dage", 29), ("Om 30 dage", 30)):
        StartDate.objects.create(offer=offer_in(cast.fjordby, name), on=MONDAY.date() + timedelta(days=day))
    assert names(cast, soon=True) == ["I dag", "Om 29 dage"]


def test_she_keeps_and_compares_three_and_nothing_is_left_when_she_lets_go(cast: Cast) -> None:
    table, her = cast.aminas_table, cast.amina
    laid = [offer_in(cast.fjordby, name) for name in ("Et", "To", "Tre")]
    fourth = offer_in(cast.fjordby, "Fire")
    for step, offer in enumerate([*laid, laid[0]]):
        actions.lay_beside(table=table, offer=offer, by=her, at=MONDAY + timedelta(minutes=step))
    with pytest.raises(NotPossible, match="tre ad gangen"):
        actions.lay_beside(table=table, offer=fourth, by=her, at=LATER)
    assert list(queries.side_by_side(table=table, person=her, at=LATER)) == laid
    actions.lay_back(table=table, offer=laid[1], by=her, at=LATER)
    actions.lay_beside(table=table, offer=fourth, by=her, at=LATER)
    assert [o.name for o in queries.side_by_side(table=table, person=her, at=LATER)] == ["Et", "Tre", "Fire"]
    for _twice in range(2):
        actions.unsave(table=table, offer=laid[0], by=her, at=LATER)
    assert Saved.objects.filter(offer=laid[0]).count() == 0
    assert queries.saved_by(table=table, person=her).count() == 3


def test_nobody_else_keeps_anything_at_her_table_and_she_nothing_of_the_neighbours(cast: Cast) -> None:
    walk, other = offer_in(cast.fjordby, "Gåhold"), offer_in(cast.bakkeby, "Naboens")
    for person in (cast.bo, cast.mie, cast.ole, cast.niels):
        with pytest.raises(NotPossible):
            actions.save(table=cast.aminas_table, offer=walk, by=person, at=MONDAY)
    with pytest.raises(NotPossible):
        actions.save(table=cast.aminas_table, offer=other, by=cast.amina, at=MONDAY)
    actions.save(table=cast.aminas_table, offer=walk, by=cast.amina, at=MONDAY)
    assert queries.saved_by(table=cast.aminas_table, person=cast.bo).count() == 0
    assert Saved.objects.count() == 1


def test_no_act_of_anybody_reaches_what_she_keeps_or_where_she_goes() -> None:
    assert [code for code, act in all_acts() if act.on in {Saved, Attending}] == []
    only_hers = (acts.OFFERS_BROWSE, acts.OFFER_SAVE, acts.EVENT_ATTEND)
    assert {act.who for act in only_hers} == {(acts.head,)}
    assert acts.CHOSEN_DROP.on is Chosen


def event_in(municipality: Municipality, *, days: int = 7, **more: object) -> Event:
    starts = MONDAY + timedelta(days=days)
    return Event.objects.create(
        municipality=municipality,
        area=Area.EDUCATION,
        name="Aften om uddannelse",
        place="Torvet 1",
        starts_at=starts,
        ends_at=starts + timedelta(hours=2),
        written_at=MONDAY,
        published_at=MONDAY,
        form_key=uuid4(),
        **more,
    )


def test_she_comes_to_an_event_or_not_after_all_and_karim_sees_only_himself(cast: Cast) -> None:
    table, her, evening = cast.aminas_table, cast.amina, event_in(cast.fjordby)

    def goes(coming: bool) -> bool:
        actions.attend(table=table, event=evening, coming=coming, by=her, at=MONDAY)
        return queries.events_of(table=table, person=her, at=MONDAY).exists()

    assert [goes(True), goes(True), goes(False), goes(False), goes(True)] == [True, True, False, False, True]
    assert Attending.objects.count() == 1
    karims = queries.events_for(table=cast.karims_table, person=cast.karim, at=MONDAY)
    assert [vars(row)["going"] for row in karims] == [False]


@pytest.mark.parametrize(
    ("more", "why"),
    [({"cancelled_at": MONDAY}, "aflyst"), ({"days": -1}, "slut"), ({"published_at": None}, "findes")],
)
def test_what_is_over_called_off_or_not_out_cannot_be_gone_to(cast: Cast, more: dict[str, object], why: str) -> None:
    evening = event_in(cast.fjordby, **{k: v for k, v in more.items() if k != "published_at"})  # type: ignore[arg-type]
    if "published_at" in more:
        evening.published_at = None
        evening.save()
    with pytest.raises(NotPossible, match=why):
        actions.attend(table=cast.aminas_table, event=evening, coming=True, by=cast.amina, at=LATER)
    assert Attending.objects.count() == 0
