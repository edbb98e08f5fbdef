"""The whole permission matrix as one drawing: who of the cast may do what with Amina's things and Lis' project.

`x` may; `o` may once Amina has opened the room for that very person; `.` may not. A new act is a new line here.
"""

from bordenden.access import acts, gate
from bordenden.access.acts import Act
from bordenden.pathways import actions as pathways
from bordenden.pathways.models import Seat
from bordenden.pathways.words import Room
from tests.cast import MONDAY, Cast, viewer_of
from tests.house.test_urls import things_of

PEOPLE = ("amina", "bo", "birthe", "mie", "sara", "ole", "karim", "jens", "lis", "niels", "eva", "stine")

DRAWING = """
                    amina  bo     birthe mie    sara   ole    karim  jens   lis    niels  eva    stine
table.read          x      .      .      .      .      .      .      .      .      .      .      .
case.read           .      x      .      .      .      .      .      .      .      .      .      .
table.visit         .      .      .      o      o      .      .      .      .      .      .      .
plan.read           x      x      .      o      o      .      .      .      .      .      .      .
statement.write     x      .      .      .      .      .      .      .      .      .      .      .
statement.comment   .      x      .      o      .      .      .      .      .      .      .      .
goal.set            x      .      .      .      .      .      .      .      .      .      .      .
goal.reword         x      .      .      .      .      .      .      .      .      .      .      .
step.set            x      .      .      .      .      .      .      .      .      .      .      .
step.mark           x      .      .      .      .      .      .      .      .      .      .      .
sheet.start         x      .      .      .      .      .      .      .      .      .      .      .
sheet.answer        x      .      .      .      .      .      .      .      .      .      .      .
development.read    x      o      .      o      o      .      .      .      .      .      .      .
room.open           x      .      .      .      .      .      .      .      .      .      .      .
seat.preview        x      .      .      .      .      .      .      .      .      .      .      .
looks.read          x      .      .      .      .      .      .      .      .      .      .      .
contacts.read       x      x      .      o      o      .      .      .      .      .      .      .
contact.write       .      x      .      .      .      .      .      .      .      .      .      .
contact.correct     .      x      .      .      .      .      .      .      .      .      .      .
help.ask            x      .      .      .      .      .      .      .      .      .      .      .
help.read           x      x      .      .      .      .      .      .      .      .      .      .
help.take_back      x      .      .      .      .      .      .      .      .      .      .      .
help.answer         .      x      .      .      .      .      .      .      .      .      .      .
course.end          .      x      .      .      .      .      .      .      .      .      .      .
project.figures     .      .      .      .      .      .      .      .      x      .      .      .
programme.figures   .      .      .      .      .      .      .      .      .      .      x      x
release.publish     .      .      .      .      .      .      .      .      .      .      .      x
release.read        x      x      x      x      x      x      x      x      x      x      x      x
hours.set           .      x      .      .      .      .      .      .      .      .      .      .
"""


def test_the_matrix_is_the_drawing(story: Cast) -> None:
    closed = drawn(story)
    for seat in Seat.objects.filter(table=story.aminas_table, ends_at=None).exclude(role="head").order_by("pk"):
        for room in Room:
            pathways.open_room(seat=seat, room=room, by=story.amina, at=MONDAY)
    opened = drawn(story)
    lines = [f"{'':<20}" + "".join(f"{name:<7}" for name in PEOPLE).rstrip()]
    for code, before in closed.items():
        cells = [cell(was, now) for was, now in zip(before, opened[code], strict=True)]
        lines.append(f"{code:<20}" + "".join(f"{mark:<7}" for mark in cells).rstrip())
    assert "\n".join(lines) == DRAWING.strip("\n")


def drawn(cast: Cast) -> dict[str, list[bool]]:
    things = things_of(cast)
    return {act.code: [allowed(cast, name, act, things) for name in PEOPLE] for _name, act in acts.all_acts()}


def allowed(cast: Cast, name: str, act: Act, things: dict) -> bool:  # type: ignore[type-arg]
    viewer, thing = viewer_of(getattr(cast, name)), things[act.on]
    answer = gate.may(viewer, act, thing, at=MONDAY)
    assert answer == gate.reachable(viewer, act, at=MONDAY).filter(pk=thing.pk).exists()
    return answer


def cell(before: bool, after: bool) -> str:
    return "x" if before else "o" if after else "."
