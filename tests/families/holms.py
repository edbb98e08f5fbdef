"""Familien Holm for tests: two grown-ups, three children, consents given, nothing said and nothing opened yet."""

from dataclasses import dataclass
from datetime import date

from bordenden.families import actions
from bordenden.families.models import Family, Member
from bordenden.foundation.ids import new_id
from tests.cast import MONDAY, Cast

# Fifteen, thirteen and eight when the story stands still.
BORN = {"freja": date(2010, 9, 14), "anton": date(2013, 1, 20), "alma": date(2017, 11, 3)}
WHO = ("jens", "lone", "freja", "anton", "alma")


@dataclass(frozen=True, slots=True)
class Holms:
    """The family with everybody's stay in it."""

    family: Family
    jens: Member
    lone: Member
    freja: Member
    anton: Member
    alma: Member

    def of(self, name: str) -> Member:
        """By name."""
        member: Member = getattr(self, name)
        return member


def seat_the_holms(cast: Cast) -> Holms:
    """Both parents are guardians of all three, and Lone has said yes."""
    family = actions.begin_family(table=cast.holms_table, name="Familien Holm", by=cast.jens, at=MONDAY)
    lone = actions.join(family=family, by=cast.lone, at=MONDAY)
    jens = Member.objects.get(person=cast.jens)
    children = {
        name: actions.add_child(
            family=family,
            given_name=name.capitalize(),
            born_on=born,
            guardians=[jens],
            consents=True,
            form_key=new_id(),
            by=cast.lone,
            at=MONDAY,
        )
        for name, born in BORN.items()
    }
    return Holms(family, jens, lone, **children)
