"""How a municipality prints: the national order without one, its own with one, and what it can never leave out."""

import pytest

from bordenden.foundation.rules import NotPossible, Stale
from bordenden.plans import actions, queries
from bordenden.plans.models import PlanLayout
from bordenden.plans.queries import NATIONAL, PartOf
from bordenden.plans.words import NEVER_LEFT_OUT, NOT_BY_DEFAULT, PrintPart
from tests.cast import MONDAY, Cast

SHORT = [PartOf(part) for part in PrintPart if part in NEVER_LEFT_OUT]


def lay_out(cast: Cast, parts: list[PartOf], version: int = 0, intro: str = "") -> queries.Layout:
    return actions.lay_out(
        municipality=cast.fjordby, parts=parts, intro=intro, version=version, by=cast.lis, at=MONDAY
    )


@pytest.mark.requirement("R67", "R156")
def test_fjordby_prints_in_its_own_order_and_bakkeby_in_the_nations(cast: Cast) -> None:
    own = [PartOf(PrintPart.CONTACTS, "Ring bare"), *[one for one in SHORT if one.part != PrintPart.CONTACTS]]
    made = lay_out(cast, own, intro=" Velkommen til din plan. ")
    assert queries.layout_of(municipality=cast.fjordby) == made
    assert (made.parts, made.intro, made.version) == (tuple(own), "Velkommen til din plan.", 1)
    assert [one.title for one in made.parts][:2] == ["Ring bare", "Mine mål"]
    assert queries.layout_of(municipality=cast.bakkeby) == NATIONAL
    assert {one.part for one in NATIONAL.parts} == set(PrintPart) - NOT_BY_DEFAULT


@pytest.mark.parametrize("part", sorted(NEVER_LEFT_OUT))
def test_what_the_plan_must_hold_is_never_left_out(part: PrintPart) -> None:
    with pytest.raises(NotPossible, match=str(part.label)):
        actions.checked(parts=[one for one in SHORT if one.part != part], intro="")


def test_twice_the_same_part_and_too_many_words_are_refused() -> None:
    for parts, intro in (
        ([*SHORT, SHORT[0]], ""),
        (SHORT, "x" * 401),
        ([*SHORT[1:], PartOf(SHORT[0].part, "x" * 61)], ""),
    ):
        with pytest.raises(NotPossible):
            actions.checked(parts=parts, intro=intro)


def test_the_same_again_is_nothing_new_and_two_at_once_are_told(cast: Cast) -> None:
    lay_out(cast, SHORT)
    assert lay_out(cast, SHORT, version=0).version == 1
    with pytest.raises(Stale) as refused:
        lay_out(cast, SHORT, version=0, intro="Hej")
    assert (refused.value.version, PlanLayout.objects.count()) == (1, 1)
    assert lay_out(cast, SHORT, version=1, intro="Hej").version == 2
