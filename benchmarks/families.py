"""The scene's family: the head with so many children, words, openings and common lines."""

from dataclasses import dataclass
from datetime import date, datetime

from bordenden.families import actions
from bordenden.families.actions.sitting import LARGEST
from bordenden.families.models import Family, Part, Undertaking
from bordenden.families.words import PartKind
from bordenden.foundation.ids import new_id
from bordenden.pathways.models import Seat, Table
from bordenden.pathways.words import SeatRole
from bordenden.people.models import Person

SAID = "Jeg håber, at vi får ro på om morgenen. Det ville gøre en forskel."
SMALL = date(2019, 5, 1)


@dataclass(frozen=True, slots=True)
class FamilyScene:
    """A family, the head's part of it, a small child's, and one common step."""

    family: Family
    part: Part
    childs: Part
    line: Undertaking


def gather(rows: int, table: Table, head: Person, mentors_seat: Seat, at: datetime) -> FamilyScene:
    """A table takes no more than twenty: with fifty rows there are nineteen children."""
    family = actions.begin_family(table=table, name="Familien Måling", by=head, at=at)
    part = Part.objects.get(member__person=head)
    children = [
        actions.add_child(
            family=family,
            given_name=f"Barn {number}",
            born_on=SMALL,
            consents=True,
            form_key=new_id(),
            by=head,
            at=at,
        )
        for number in range(min(rows, LARGEST - 1))
    ]
    for one in (part, *(child.part for child in children)):
        _say(rows if one == part else 1, one, head, at)
    his = Seat.objects.get(table=family.table, role=SeatRole.COORDINATOR)
    for child in children:
        actions.open_part(part=child.part, to=his, by=head, at=at)
    for seat in (his, mentors_seat):
        actions.open_part(part=part, to=seat, by=head, at=at)
    for number in range(rows):
        for words, set_line in (
            (f"Mål {number}", actions.set_family_goal),
            (f"Skridt {number}", actions.set_family_step),
        ):
            line = set_line(
                family=family, words=words, member=part.member, supporters="Mormor", form_key=new_id(), by=head, at=at
            )
    return FamilyScene(family, part, children[0].part, line)


def _say(times: int, part: Part, by: Person, at: datetime) -> None:
    for version in range(times):
        for kind in PartKind:
            actions.write_part(
                part=part, kind=kind, words=f"{SAID} {version}", only_mine=False, version=version, by=by, at=at
            )
