"""Who may do what with a family's plan: the Holms, their coordinator, a stranger, and a father who has moved out.

The rows are acts on one part or on the family; the columns people. `x` may; `o` may once the owner has opened the
part for that very person (or seat); `.` may not.
"""

from datetime import timedelta
from typing import Any

import pytest

from bordenden.access import acts, gate
from bordenden.access.acts import Act
from bordenden.families import actions
from bordenden.families.models import Member, Part
from bordenden.families.queries import readers
from bordenden.foundation.ids import new_id
from bordenden.pathways import actions as pathways
from bordenden.pathways.words import SeatRole
from bordenden.people import actions as people
from bordenden.people.models import Person
from tests.cast import MONDAY, Cast, viewer_of
from tests.families.holms import Holms, seat_the_holms

PEOPLE = ("jens", "lone", "freja", "anton", "alma", "ole", "bo", "mie", "per")
PART_ACTS = (acts.PART_READ, acts.PART_WRITE, acts.PART_OPEN, acts.CONSENT_SAY, acts.FAMILY_LEAVE, acts.MEMBER_CARE)
FAMILY_ACTS = (acts.FAMILY_READ, acts.FAMILY_WRITE, acts.FAMILY_JOIN, acts.FAMILY_INVITE)

# Per is the children's father of before, who has left the family; his own part is still his.
DRAWING = """
                    jens  lone  freja anton alma  ole   bo    mie   per
family.read         x     x     x     x     x     x     .     .     .
family.write        x     x     x     x     x     .     .     .     .
family.join         x     x     x     x     x     .     .     .     .
family.invite       .     .     .     .     .     x     .     .     .
family.mark         x     x     x     x     x     .     .     .     .
jens part.read      x     o     o     o     o     o     .     o     .
jens part.write     x     .     .     .     .     .     .     .     .
jens part.open      x     .     .     .     .     .     .     .     .
jens consent.say    .     .     .     .     .     .     .     .     .
jens family.leave   x     .     .     .     .     .     .     .     .
jens family.care    .     .     .     .     .     x     .     .     .
freja part.read     o     o     x     o     o     o     .     o     .
freja part.write    .     .     x     .     .     .     .     .     .
freja part.open     .     .     x     .     .     .     .     .     .
freja consent.say   x     x     .     .     .     .     .     .     .
freja family.leave  x     x     x     .     .     .     .     .     .
freja family.care   .     .     .     .     .     x     .     .     .
alma part.read      x     x     o     o     x     o     .     o     .
alma part.write     x     x     .     .     .     .     .     .     .
alma part.open      x     x     .     .     .     .     .     .     .
alma consent.say    x     x     .     .     .     .     .     .     .
alma family.leave   x     x     .     .     .     .     .     .     .
alma family.care    .     .     .     .     .     x     .     .     .
per part.read       .     .     .     .     .     .     .     .     x
per part.write      .     .     .     .     .     .     .     .     .
per part.open       .     .     .     .     .     .     .     .     .
per consent.say     .     .     .     .     .     .     .     .     .
per family.leave    .     .     .     .     .     .     .     .     .
per family.care     .     .     .     .     .     x     .     .     .
"""


@pytest.mark.once
@pytest.mark.requirement("R209")
def test_the_matrix_of_a_family_is_the_drawing(cast: Cast) -> None:
    holms = seat_the_holms(cast)
    per = left_before(cast, holms)
    pathways.seat(table=cast.holms_table, person=cast.mie, role=SeatRole.MENTOR, by=cast.jens, at=MONDAY)
    parts = {name: holms.of(name).part for name in ("jens", "freja", "alma")}
    everybody = {**{name: holms.of(name).person for name in ("jens", "lone", "freja", "anton", "alma")}}
    everybody |= {"ole": cast.ole, "bo": cast.bo, "mie": cast.mie, "per": per.person}
    line = actions.set_family_step(
        family=holms.family,
        words="Gå en tur",
        member=holms.jens,
        supporters="",
        form_key=new_id(),
        by=cast.lone,
        at=MONDAY,
    )
    rows: list[tuple[str, Act[Any], Any]] = [(act.code, act, holms.family) for act in FAMILY_ACTS] + [
        ("family.mark", acts.UNDERTAKING_MARK, line)
    ]
    rows += [
        (f"{name} {act.code}", act, part) for name, part in {**parts, "per": per.part}.items() for act in PART_ACTS
    ]
    closed = {name: [allowed(one, act, thing) for one in everybody.values()] for name, act, thing in rows}
    for name, part in parts.items():
        by = holms.lone.person if name == "alma" else part.member.person
        for reader in readers(part=part, at=MONDAY):
            actions.open_part(part=part, to=reader.to, by=by, at=MONDAY)
    opened = {name: [allowed(one, act, thing) for one in everybody.values()] for name, act, thing in rows}
    lines = [f"{'':<20}" + "".join(f"{name:<6}" for name in PEOPLE).rstrip()]
    for name, before in closed.items():
        cells = ["x" if was else "o" if now else "." for was, now in zip(before, opened[name], strict=True)]
        lines.append(f"{name:<20}" + "".join(f"{cell:<6}" for cell in cells).rstrip())
    order = DRAWING.strip("\n").splitlines()
    assert [lines[0], *sorted(lines[1:])] == [order[0], *sorted(order[1:])]


def left_before(cast: Cast, holms: Holms) -> Member:
    """Per, guardian of the little one too, left a moment ago, with a part opened both ways."""
    per = people.register(municipality=cast.fjordby, given_name="Per", made_up=True)
    actions.invite(family=holms.family, person=per, by=cast.ole, at=MONDAY - timedelta(days=2))
    member = actions.join(family=holms.family, by=per, at=MONDAY - timedelta(days=2))
    actions.name_guardian(child=holms.alma, guardian=member, by=cast.ole, at=MONDAY)
    actions.open_part(part=member.part, to=holms.lone, by=per, at=MONDAY)
    actions.open_part(part=holms.freja.part, to=member, by=holms.freja.person, at=MONDAY)
    return actions.leave_family(member=member, by=per, at=MONDAY)


def allowed(person: Person, act: Act, thing: object) -> bool:  # type: ignore[type-arg]
    viewer = viewer_of(person)
    assert hasattr(thing, "pk")
    answer = gate.may(viewer, act, thing, at=MONDAY)  # type: ignore[arg-type]
    assert answer == gate.reachable(viewer, act, at=MONDAY).filter(pk=thing.pk).exists()
    assert isinstance(thing, Part) or act not in PART_ACTS
    return answer
