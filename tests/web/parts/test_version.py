"""What is new since last time, as a layman reads it; and the kinds of plan by the name she knows."""

from typing import Any

import pytest

from bordenden.plans.queries import NATIONAL
from bordenden.plans.words import PlanKind, PrintPart
from bordenden.web.parts.version import changes, heading_of, version_part
from bordenden.web.parts.version_said import how_often
from bordenden.web.parts.version_sample import sample


def told(before: dict[str, Any], now: dict[str, Any]) -> list[str]:
    return [f"{one.part} / {one.lead} {one.text}" for one in changes(before, now)]


def test_the_first_version_has_nothing_to_be_compared_with() -> None:
    assert changes(None, sample()) == ()
    assert changes(sample(), sample()) == ()


def test_new_changed_gone_and_another_order_are_said_in_words() -> None:
    before, now = sample(), sample()
    now["goals"][1]["words"] = "At sove hele natten"
    now["steps"] = [*now["steps"][1:], {**now["steps"][0], "id": "s9", "words": "Cykle"}]
    now["chosen"] = [now["chosen"][1], now["chosen"][0], *now["chosen"][2:]]
    now["contacts"][0]["phone"] = "20 00 00 99"
    assert told(before, now) == [
        "Mine mål / Ændret: før “At sove bedre (Om nogle uger)”, nu “At sove hele natten (Om nogle uger)”",
        "Mine små skridt / Nyt siden sidst: Cykle · Mig selv · Senest 10. marts 2026",
        "Mine små skridt / Ikke mere med: Ringe til børnehaven og spørge, om jeg må komme på besøg · Mig selv"
        " · Senest 10. marts 2026",
        "Det, jeg har valgt at være med i / Ny rækkefølge: før “Besøg i en børnehave, Søvnskole, Praktik med en mentor,"
        " Dansk på Fjordby Sprogcenter, Gåholdet ved fjorden, Råd om penge”, nu “Søvnskole, Besøg i en børnehave,"
        " Praktik med en mentor, Dansk på Fjordby Sprogcenter, Gåholdet ved fjorden, Råd om penge”",
        "Dem kan jeg ringe til / Ændret: før “Bo Lund, Min sagsbehandler, Beskæftigelse, 20 00 00 02, man–tors 9–12”,"
        " nu “Bo Lund, Min sagsbehandler, Beskæftigelse, 20 00 00 99, man–tors 9–12”",
    ]


def test_what_was_refused_stands_beneath_with_its_reason_and_takes_no_number() -> None:
    content = sample()
    content["chosen"][1] |= {"status": "not_granted", "refused_why": "Holdet er kun for unge."}
    # A version from before the reason was kept with it.
    content["chosen"][2] |= {"status": "not_granted"}
    (drawn,) = (one for one in version_part(content, NATIONAL).sections if one.sort == PrintPart.CHOSEN)
    assert drawn.table is not None
    assert [row.head.text.split(":")[0] for row in drawn.table.rows] == [
        "1. Besøg i en børnehave",
        "2. Dansk på Fjordby Sprogcenter",
        "3. Gåholdet ved fjorden",
        "4. Råd om penge",
    ]
    assert [(item.lead, item.text) for item in drawn.items] == [
        ("Søvnskole", "Kommunen sagde nej, fordi: “Holdet er kun for unge.”"),
        ("Praktik med en mentor", "Kommunen sagde nej."),
    ]


def test_her_plan_in_a_resource_course_has_no_office_name() -> None:
    assert [heading_of(kind) for kind in PlanKind] == ["Min plan", "Min plan i ressourceforløbet", "Familiens plan"]


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (1, "hver dag"),
        (7, "hver uge"),
        (3, "et par gange om ugen"),
        (14, "hver 14. dag"),
        (60, "hver anden måned"),
        (30, "hver måned"),
        (10, "hver 10. dag"),
    ],
)
def test_how_often_is_said_as_people_say_it(days: int, words: str) -> None:
    assert how_often(days) == words
