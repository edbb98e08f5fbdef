"""Events, materials, what was gone through with her, and what she misses."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest

from bordenden.evaluation.catalogue import NeedLine, needs_ranking
from bordenden.foundation.rules import NotPossible, Stale
from bordenden.offers import actions, queries
from bordenden.offers.actions import EventSaid
from bordenden.offers.models import Event, Material, Need, Offer, Presentation
from bordenden.offers.words import Area, Category
from tests.cast import MONDAY, Cast
from tests.offers.kept import begun, draft, opened
from tests.offers.made import tables_of

DAY, TODAY = timedelta(days=1), MONDAY.date()
FAIR = EventSaid(
    name="Messe",
    area=Area.EDUCATION,
    place="Fjordhallen",
    starts_at=MONDAY + 7 * DAY,
    ends_at=MONDAY + 7 * DAY + timedelta(hours=3),
    about="Mød skolerne.",
    for_whom="Alle, der er nysgerrige.",
)


def fair(cast: Cast, said: EventSaid = FAIR) -> Event:
    return actions.write_event(municipality=cast.fjordby, said=said, form_key=uuid4(), by=cast.lis, at=MONDAY)


def coming(cast: Cast, at: timedelta = timedelta()) -> list[tuple[str, bool]]:
    rows = queries.coming_events(municipality=cast.fjordby, at=MONDAY + at)
    return [(event.name, event.cancelled_at is not None) for event in rows]


@pytest.mark.requirement("R137")
def test_an_event_is_seen_from_when_it_is_published_until_it_is_over(cast: Cast) -> None:
    event = fair(cast)
    assert coming(cast) == []
    actions.publish_event(event=event, by=cast.lis, at=MONDAY)
    assert coming(cast) == [("Messe", False)]
    actions.cancel_event(event=event, by=cast.lis, at=MONDAY + DAY)
    assert (coming(cast), coming(cast, 8 * DAY)) == ([("Messe", True)], [])
    with pytest.raises(NotPossible, match="aflyst"):
        actions.change_event(event=event, said=replace(FAIR, place="Skolen"), version=1, by=cast.lis, at=MONDAY)


def test_an_event_that_makes_no_sense_is_refused(cast: Cast) -> None:
    with pytest.raises(NotPossible, match="slutte, efter"):
        fair(cast, replace(FAIR, ends_at=FAIR.starts_at))
    with pytest.raises(NotPossible, match="hvor det er"):
        fair(cast, replace(FAIR, place=" "))
    with pytest.raises(NotPossible, match="hvem det er for"):
        actions.publish_event(event=fair(cast, replace(FAIR, for_whom="")), by=cast.lis, at=MONDAY)
    with pytest.raises(NotPossible, match="Tiden er gået"):
        actions.publish_event(event=fair(cast), by=cast.lis, at=MONDAY + 8 * DAY)
    with pytest.raises(NotPossible, match="kladde"):
        actions.cancel_event(event=fair(cast), by=cast.lis, at=MONDAY)


def test_two_who_change_an_event_or_a_text_at_once_are_told(cast: Cast) -> None:
    event = fair(cast)
    actions.change_event(event=event, said=replace(FAIR, place="Skolen"), version=1, by=cast.lis, at=MONDAY)
    with pytest.raises(Stale, match="mens du skrev") as told:
        actions.change_event(event=event, said=replace(FAIR, place="Havnen"), version=1, by=cast.lis, at=MONDAY)
    assert "Skolen" in told.value.saved
    text = material(cast)
    actions.change_material(material=text, title="Nyt", text="Ord.", area="", version=1, by=cast.lis, at=MONDAY)
    with pytest.raises(Stale) as again:
        actions.change_material(material=text, title="X", text="Y.", area="", version=1, by=cast.lis, at=MONDAY)
    assert again.value.saved == "Nyt\n\nOrd."


def material(cast: Cast, text: str = "Tag en ven med.") -> Material:
    return actions.write_material(
        municipality=cast.fjordby, title="Samtale", text=text, area="", form_key=uuid4(), by=cast.lis, at=MONDAY
    )


def readable(cast: Cast) -> list[str]:
    return [one.title for one in queries.to_read(municipality=cast.fjordby, at=MONDAY)]


@pytest.mark.requirement("R24")
def test_a_text_is_read_while_it_is_published(cast: Cast) -> None:
    text = material(cast)
    assert readable(cast) == []
    with pytest.raises(NotPossible, match="kladde"):
        actions.withdraw_material(material=text, by=cast.lis, at=MONDAY)
    actions.publish_material(material=text, by=cast.lis, at=MONDAY)
    assert readable(cast) == ["Samtale"]
    actions.withdraw_material(material=text, by=cast.lis, at=MONDAY)
    assert readable(cast) == []


@pytest.mark.parametrize("text", ["", "  \r\n ", "ord " * 126, "afsnit\n\n" * 600])
def test_a_text_is_short_and_in_short_paragraphs(cast: Cast, text: str) -> None:
    with pytest.raises(NotPossible):
        material(cast, text)
    assert not Material.objects.exists()


def test_the_national_texts_are_copied_once(story: Cast) -> None:
    catalogue = actions.begin_catalogue(municipality=story.bakkeby, by=story.niels, at=MONDAY)
    came = [actions.copy_materials(catalogue=catalogue, by=story.niels, at=MONDAY) for _ in "ab"]
    assert came == [5, 0]
    assert queries.to_read(municipality=story.bakkeby, at=MONDAY).count() == 0


@pytest.mark.requirement("R94")
def test_what_was_gone_through_is_noted_alone_and_in_a_group(cast: Cast) -> None:
    offers = opened(cast)
    on, key = MONDAY.date(), uuid4()
    for group in (False, True, True):
        actions.show_offers(
            table=cast.aminas_table,
            offers=offers[:2],
            on=on,
            in_a_group=group,
            form_key=key,
            by=cast.bo,
            at=MONDAY,
        )
    rows = queries.presented(table=cast.aminas_table)
    assert sorted((row.offer.name, row.in_a_group, row.by.given_name, row.on) for row in rows) == sorted(
        (offer.name, group, "Bo", on) for offer in offers[:2] for group in (False, True)
    )


def test_what_cannot_have_been_shown_is_refused(cast: Cast) -> None:
    offers = opened(cast)

    def show(shown: list[Offer], on: date = TODAY) -> None:
        actions.show_offers(
            table=cast.aminas_table,
            offers=shown,
            on=on,
            in_a_group=False,
            form_key=uuid4(),
            by=cast.bo,
            at=MONDAY,
        )

    with pytest.raises(NotPossible, match="kryds"):
        show([])
    with pytest.raises(NotPossible, match="ikke kommet endnu"):
        show(list(offers), (MONDAY + DAY).date())
    with pytest.raises(NotPossible, match="ikke udgivet"):
        show([draft(cast)])
    assert not Presentation.objects.exists()


def miss(cast: Cast, number: int, category: Category, area: Area = Area.SOCIAL) -> None:
    for head, table in tables_of(cast, number):
        actions.say_need(
            table=table,
            words="Mine helt egne ord",
            area=area,
            category=category,
            form_key=uuid4(),
            by=head,
            at=MONDAY,
        )


@pytest.mark.requirement("R40")
def test_what_is_missed_is_ranked_and_few_never_stand_alone(cast: Cast) -> None:
    miss(cast, 5, Category.NETWORK)
    miss(cast, 8, Category.HOUSING)
    miss(cast, 4, Category.ECONOMY)
    assert needs_ranking(municipality=cast.fjordby).others is None
    miss(cast, 1, Category.BODY, Area.HEALTH)
    ranking = needs_ranking(municipality=cast.fjordby)
    assert ranking.lines == (
        NeedLine(Area.SOCIAL, Category.HOUSING, 10),
        NeedLine(Area.SOCIAL, Category.NETWORK, 5),
    )
    assert ranking.others == 5
    assert needs_ranking(municipality=cast.bakkeby) == type(ranking)((), None)


def test_one_person_who_says_it_five_times_is_one(cast: Cast) -> None:
    for place in range(5):
        actions.say_need(
            table=cast.aminas_table,
            words=f"Et sted {place}",
            area=Area.SOCIAL,
            category=Category.NETWORK,
            form_key=uuid4(),
            by=cast.amina,
            at=MONDAY,
        )
    assert Need.objects.count() == 5
    assert needs_ranking(municipality=cast.fjordby) == type(needs_ranking(municipality=cast.fjordby))((), None)


def test_only_she_says_what_she_misses_and_takes_it_back(cast: Cast) -> None:
    said: dict[str, Any] = {
        "table": cast.aminas_table,
        "words": "Et sted",
        "area": Area.SOCIAL,
        "category": Category.NETWORK,
    }
    with pytest.raises(NotPossible, match="bordenden"):
        actions.say_need(**said, form_key=uuid4(), by=cast.bo, at=MONDAY)
    need = actions.say_need(**said, form_key=uuid4(), by=cast.amina, at=MONDAY)
    again = actions.say_need(**said, form_key=uuid4(), by=cast.amina, at=MONDAY)
    assert (again.pk, Need.objects.count()) == (need.pk, 1)
    with pytest.raises(NotPossible, match="tage tilbage"):
        actions.take_back_need(need=need, by=cast.bo, at=MONDAY)
    actions.take_back_need(need=need, by=cast.amina, at=MONDAY)
    assert list(queries.needs_of(table=cast.aminas_table)) == []


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"words": " "}, "hvad du mangler"),
        ({"words": "x" * 501}, "kortere"),
        ({"category": Category.BODY}, "området"),
    ],
)
def test_a_need_says_something_of_its_area(cast: Cast, change: dict[str, object], words: str) -> None:
    said: dict[str, Any] = {"words": "Et sted", "area": Area.SOCIAL, "category": Category.NETWORK, **change}
    with pytest.raises(NotPossible, match=words):
        actions.say_need(table=cast.aminas_table, **said, form_key=uuid4(), by=cast.amina, at=MONDAY)
    assert not Need.objects.exists()


def test_nothing_can_be_kept_where_no_catalogue_was_begun(cast: Cast) -> None:
    offer = draft(cast)
    with pytest.raises(NotPossible, match="ikke et katalog"):
        actions.withdraw(offer=offer, by=cast.lis, at=MONDAY)
    begun(cast)
    with pytest.raises(NotPossible, match="kladde"):
        actions.withdraw(offer=offer, by=cast.lis, at=MONDAY)
