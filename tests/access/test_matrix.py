"""The whole permission matrix as one drawing: who of the cast may do what with Amina's things and Lis' project.

`vera` is a colleague who is Bo's substitute at Amina's table; whoever supervises has not drawn it, so nobody here may read it so.
`x` may; `o` may once Amina has opened the room for
that very person; `.` may not. A new act is a new line here.
"""

import pytest

from bordenden.access import acts, gate
from bordenden.access.acts import Act
from bordenden.assessments.models import Sheet
from bordenden.assessments.words import Sharing
from bordenden.pathways import actions as pathways
from bordenden.pathways.models import Seat
from bordenden.pathways.words import Room
from bordenden.people import actions as people
from bordenden.people.models import Person
from bordenden.programmes import actions as programmes
from bordenden.programmes.words import OfficeRole
from tests.cast import MONDAY, Cast, viewer_of
from tests.house.test_urls import things_of

PEOPLE = ("amina", "bo", "birthe", "mie", "sara", "ole", "karim", "jens", "lis", "niels", "eva", "stine", "vera")

DRAWING = """
                    amina  bo     birthe mie    sara   ole    karim  jens   lis    niels  eva    stine  vera
table.read          x      .      .      .      .      .      .      .      .      .      .      .      .
case.read           .      x      .      .      .      .      .      .      .      .      .      .      x
table.visit         .      .      .      o      o      .      .      .      .      .      .      .      .
plan.read           x      x      .      o      o      .      .      .      .      .      .      .      x
statement.write     x      .      .      .      .      .      .      .      .      .      .      .      .
statement.comment   .      x      .      o      .      .      .      .      .      .      .      .      .
goal.set            x      .      .      .      .      .      .      .      .      .      .      .      .
goal.reword         x      .      .      .      .      .      .      .      .      .      .      .      .
step.set            x      .      .      .      .      .      .      .      .      .      .      .      .
step.mark           x      .      .      .      .      .      .      .      .      .      .      .      .
goal.check          x      .      .      .      .      .      .      .      .      .      .      .      .
barrier.set         x      .      .      .      .      .      .      .      .      .      .      .      .
barrier.change      x      .      .      .      .      .      .      .      .      .      .      .      .
proposal.make       .      x      .      o      .      .      .      .      .      .      .      .      .
proposal.take_back  .      x      .      o      .      .      .      .      .      .      .      .      .
proposal.answer     x      .      .      .      .      .      .      .      .      .      .      .      .
plan.pen            .      x      .      .      .      .      .      .      .      .      .      .      .
penned.answer       x      .      .      .      .      .      .      .      .      .      .      .      .
penned.paper        .      x      .      .      .      .      .      .      .      .      .      .      .
own_step.set        .      x      .      o      .      .      .      .      .      .      .      .      x
own_step.mark       .      x      .      o      .      .      .      .      .      .      .      .      x
plan_contact.set    x      x      .      .      .      .      .      .      .      .      .      .      .
plan_contact.order  x      .      .      .      .      .      .      .      .      .      .      .      .
contact_form.set    x      .      .      .      .      .      .      .      .      .      .      .      .
contact.propose     .      x      .      .      .      .      .      .      .      .      .      .      .
mentor_role.write   .      x      .      .      .      .      .      .      .      .      .      .      .
guidance.note       .      x      .      .      .      .      .      .      .      .      .      .      .
team.advise         .      x      .      .      .      .      .      .      .      .      .      .      .
part.approve        .      x      .      o      o      .      .      .      .      .      .      .      .
sheet.start         x      .      .      .      .      .      .      .      .      .      .      .      .
sheet.answer        x      .      .      .      .      .      .      .      .      .      .      .      .
sheet.read          x      x      .      .      .      .      .      .      .      .      .      .      .
sheet.pen           .      x      .      .      .      .      .      .      .      .      .      .      .
talk.decline        x      .      .      .      .      .      .      .      .      .      .      .      .
development.read    x      o      .      o      o      .      .      .      .      .      .      .      .
room.open           x      .      .      .      .      .      .      .      .      .      .      .      .
seat.preview        x      .      .      .      .      .      .      .      .      .      .      .      .
looks.read          x      .      .      .      .      .      .      .      .      .      .      .      .
contacts.read       x      x      .      o      o      .      .      .      .      .      .      .      x
contact.write       .      x      .      .      .      .      .      .      .      .      .      .      x
contact.correct     .      x      .      .      .      .      .      .      .      .      .      .      x
own_view.say        .      x      .      .      .      .      .      .      .      .      .      .      .
own_view.read       x      .      .      .      .      .      .      .      .      .      .      .      .
help.ask            x      .      .      .      .      .      .      .      .      .      .      .      .
help.read           x      x      .      .      .      .      .      .      .      .      .      .      x
help.take_back      x      .      .      .      .      .      .      .      .      .      .      .      .
help.answer         .      x      .      .      .      .      .      .      .      .      .      .      x
substitute.set      .      x      .      .      .      .      .      .      .      .      .      .      .
journal.copy        .      x      .      .      .      .      .      .      .      .      .      .      .
journal.copy_new    .      x      .      .      .      .      .      .      .      .      .      .      .
case_list.take      .      x      .      .      .      .      .      .      .      .      .      .      .
conversations.read  x      x      .      .      .      .      .      .      .      .      .      .      x
conversation.read   x      x      .      .      .      .      .      .      .      .      .      .      x
conversation.set    x      x      .      .      .      .      .      .      .      .      .      .      x
conversation.cancel x      x      .      .      .      .      .      .      .      .      .      .      x
agenda.write        x      x      .      .      .      .      .      .      .      .      .      .      x
agenda.order        x      .      .      .      .      .      .      .      .      .      .      .      .
agenda.withdraw     .      x      .      .      .      .      .      .      .      .      .      .      x
boundary.write      x      .      .      .      .      .      .      .      .      .      .      .      .
conversation.note   .      x      .      .      .      .      .      .      .      .      .      .      x
conversation.check  .      x      .      .      .      .      .      .      .      .      .      .      x
agreement.mark      x      x      .      .      .      .      .      .      .      .      .      .      x
conversation.helped x      x      .      .      .      .      .      .      .      .      .      .      x
offers.show         .      x      .      .      .      .      .      .      .      .      .      .      x
offers.shown        x      .      .      .      .      .      .      .      .      .      .      .      .
materials.read      x      .      .      .      .      .      .      .      .      .      .      .      .
chosen.order        x      .      .      .      .      .      .      .      .      .      .      .      .
chosen.steer        x      .      .      .      .      .      .      .      .      .      .      .      .
chosen.answer       .      x      .      .      .      .      .      .      .      .      .      .      x
ruling.read         x      x      .      .      .      .      .      .      .      .      .      .      x
line.read           x      .      .      .      .      .      .      .      .      .      .      .      .
place.answer        x      .      .      .      .      .      .      .      .      .      .      .      .
offers.browse       x      .      .      .      .      .      .      .      .      .      .      .      .
offer.save          x      .      .      .      .      .      .      .      .      .      .      .      .
event.attend        x      .      .      .      .      .      .      .      .      .      .      .      .
chosen.wish         x      .      .      .      .      .      .      .      .      .      .      .      .
chosen.drop         x      .      .      .      .      .      .      .      .      .      .      .      .
need.say            x      .      .      .      .      .      .      .      .      .      .      .      .
version.draft       x      x      .      .      .      .      .      .      .      .      .      .      x
version.read        x      x      .      .      .      .      .      .      .      .      .      .      x
version.agree       x      .      .      .      .      .      .      .      .      .      .      .      .
version.paper       .      x      .      .      .      .      .      .      .      .      .      .      x
handover.note       .      x      .      .      .      .      .      .      .      .      .      .      x
influence.read      x      x      .      .      .      .      .      .      .      .      .      .      x
plan.kind           .      x      .      .      .      .      .      .      .      .      .      .      .
messages.read       x      x      .      .      .      .      .      .      .      .      .      .      x
thread.write        x      x      .      .      .      .      .      .      .      .      .      .      .
files.put           x      x      .      .      .      .      .      .      .      .      .      .      x
file.lay            .      .      .      .      .      .      .      .      .      .      .      .      .
file.read           x      .      .      .      .      .      .      .      .      .      .      .      .
file.view           .      x      .      .      .      .      .      .      .      .      .      .      .
mentors.read        x      .      .      .      .      .      .      .      .      .      .      .      .
mentor.choose       x      .      .      .      .      .      .      .      .      .      .      .      .
mentor.offer        .      x      .      .      .      .      .      .      .      .      .      .      x
mentor_agreement.write.      x      .      .      .      .      .      .      .      .      .      .      .
mentor_agreement.answerx      .      .      x      .      .      .      .      .      .      .      .      .
mentoring.read      .      .      .      x      .      .      .      .      .      .      .      .      .
mentor.leave        .      .      .      x      .      .      .      .      .      .      .      .      .
mentor_notes.read   x      x      .      .      .      .      .      .      .      .      .      .      x
mentor_note.write   .      .      .      o      .      .      .      .      .      .      .      .      .
mentor_note.reword  .      .      .      o      .      .      .      .      .      .      .      .      .
letters.post        .      x      .      .      .      .      .      .      .      .      .      .      x
supervision.read    .      .      .      .      .      .      .      .      .      .      .      .      .
supervised_plan.read.      .      .      .      .      .      .      .      .      .      .      .      .
supervised_contacts.read.      .      .      .      .      .      .      .      .      .      .      .      .
joining.answer      .      .      .      .      .      .      .      .      .      .      .      .      .
joining.stop        x      .      .      .      .      .      .      .      .      .      .      .      .
course.begin        .      x      .      .      .      .      .      .      .      .      .      .      .
reviews.read        x      x      .      .      .      .      .      .      .      .      .      .      x
review.hold         .      x      .      .      .      .      .      .      .      .      .      .      .
review.answer       x      .      .      .      .      .      .      .      .      .      .      .      .
move.answer         .      .      .      .      .      .      .      .      .      .      .      .      .
course.end          .      x      .      .      .      .      .      .      .      .      .      .      .
follow_up.note      .      .      .      .      .      x      .      .      .      .      .      .      .
follow_up.say       .      .      .      .      .      .      .      .      .      .      .      .      .
family.begin        x      .      .      .      .      .      .      .      .      .      .      .      .
family.read         .      x      .      .      .      x      .      x      .      .      .      .      .
family.invite       .      .      .      .      .      x      .      .      .      .      .      .      .
family.write        .      .      .      .      .      .      .      x      .      .      .      .      .
family.join         .      .      .      .      .      .      .      x      .      .      .      .      .
family.mark         .      .      .      .      .      .      .      x      .      .      .      .      .
part.read           .      .      .      .      .      .      .      x      .      .      .      .      .
part.write          .      .      .      .      .      .      .      x      .      .      .      .      .
part.open           .      .      .      .      .      .      .      x      .      .      .      .      .
consent.say         .      .      .      .      .      .      .      .      .      .      .      .      .
family.leave        .      .      .      .      .      .      .      x      .      .      .      .      .
family.care         .      .      .      .      .      x      .      .      .      .      .      .      .
caseload.import     .      x      x      .      .      x      .      .      .      .      .      .      x
candidates.read     .      .      .      .      .      .      .      .      .      .      .      .      .
candidate.register  .      .      .      .      .      .      .      .      .      .      .      .      .
candidate_list.take .      .      .      .      .      .      .      .      .      .      .      .      .
candidates.import   .      .      .      .      .      .      .      .      .      .      .      .      .
benefits.import     .      .      .      .      .      .      .      .      .      .      .      .      .
candidate.read      .      .      .      .      .      .      .      .      .      .      .      .      .
candidate.change    .      .      .      .      .      .      .      .      .      .      .      .      .
belief.tally        .      x      x      .      .      x      .      .      .      .      .      .      x
project.figures     .      .      .      .      .      .      .      .      x      .      .      .      .
training.hold       .      .      .      .      .      .      .      .      x      .      .      .      .
layout.edit         .      .      .      .      .      .      .      .      x      .      .      .      .
targets.set         .      .      .      .      .      .      .      .      x      .      .      .      .
plan_rules.set      .      .      .      .      .      .      .      .      x      .      .      .      .
quiet_rule.set      .      .      .      .      .      .      .      .      x      .      .      .      .
supervisions.read   .      .      .      .      .      .      .      .      x      .      .      .      .
supervision.open    .      .      .      .      .      .      .      .      .      .      .      .      .
steering.read       .      .      .      .      .      .      .      .      x      .      .      .      .
steering.set        .      .      .      .      .      .      .      .      x      .      .      .      .
chair.fill          .      .      .      .      .      .      .      .      x      .      .      .      .
caseload.move       .      .      .      .      .      .      .      .      x      .      .      .      .
team.set            .      .      .      .      .      .      .      .      x      .      .      .      .
team.import         .      .      .      .      .      .      .      .      x      .      .      .      .
programme.figures   .      .      .      .      .      .      .      .      .      .      x      x      .
legal_basis.set     .      .      .      .      .      .      .      .      .      .      .      x      .
release.publish     .      .      .      .      .      .      .      .      .      .      .      x      .
instrument.read     .      .      .      .      .      .      .      .      x      .      .      .      .
instrument.try      .      .      .      .      .      .      .      .      x      .      .      .      .
instrument.edit     .      .      .      .      .      .      .      .      x      .      .      .      .
instrument.begin    .      .      .      .      .      .      .      .      x      .      .      .      .
arrivals.read       .      .      .      .      .      .      .      .      x      .      .      .      .
arrival.receive     .      .      .      .      .      .      .      .      x      .      .      .      .
catalogue.keep      .      .      .      .      .      .      .      .      x      .      .      .      .
offer.keep          .      .      .      .      .      .      .      .      x      .      .      .      .
line.keep           .      .      .      .      .      .      .      .      x      .      .      .      .
event.keep          .      .      .      .      .      .      .      .      x      .      .      .      .
material.keep       .      .      .      .      .      .      .      .      x      .      .      .      .
mentors.keep        .      .      .      .      .      .      .      .      x      .      .      .      .
mentor.keep         .      .      .      .      .      .      .      .      x      .      .      .      .
release.read        x      x      x      x      x      x      x      x      x      x      x      x      x
information.hold    .      .      .      .      .      .      .      .      .      .      .      .      .
information.run     .      .      .      .      .      .      .      .      .      .      .      .      .
referral.make       .      .      .      .      .      .      .      .      .      .      .      .      .
notices.set         .      x      .      .      .      .      .      .      .      .      .      .      .
tables.switch       .      x      .      .      .      .      .      .      .      .      .      .      .
mentor.self         .      x      .      .      .      .      .      .      .      .      .      .      .
password.change     .      x      .      .      .      .      .      .      .      .      .      .      .
hours.set           .      x      .      .      .      .      .      .      .      .      .      .      .
"""


# That SQL and memory agree is shown on both databases by tests/access/test_gate.py; the drawing is of the acts.
@pytest.mark.once
def test_the_matrix_is_the_drawing(story: Cast) -> None:
    vera = substitute(story)
    closed = drawn(story, vera)
    for seat in Seat.objects.filter(table=story.aminas_table, ends_at=None).exclude(role="head").order_by("pk"):
        for room in Room:
            pathways.open_room(seat=seat, room=room, by=story.amina, at=MONDAY)
    Sheet.objects.filter(table=story.aminas_table).update(sharing=Sharing.SENT, shared_to=story.bos_seat)
    opened = drawn(story, vera)
    lines = [f"{'':<20}" + "".join(f"{name:<7}" for name in PEOPLE).rstrip()]
    for code, before in closed.items():
        cells = [cell(was, now) for was, now in zip(before, opened[code], strict=True)]
        lines.append(f"{code:<20}" + "".join(f"{mark:<7}" for mark in cells).rstrip())
    assert "\n".join(lines) == DRAWING.strip("\n")


@pytest.mark.once
def test_pia_may_do_what_an_intake_officer_does_and_nothing_else(story: Cast) -> None:
    things = things_of(story)
    hers = {act.code for _name, act in acts.all_acts() if allowed(story.pia, act, things)}
    theirs = {
        "candidates.read",
        "candidate.register",
        "candidates.import",
        "benefits.import",
        "candidate.read",
        "candidate.change",
    }
    theirs |= {"candidate_list.take", "information.hold", "information.run", "referral.make"}
    assert hers == theirs | {"release.read"}


def substitute(cast: Cast) -> Person:
    """A colleague who stands in for Bo today."""
    vera = people.register(
        municipality=cast.fjordby, given_name="Vera", phone="20 00 00 56", reachable="man 9–10", made_up=True
    )
    programmes.give_office(person=vera, role=OfficeRole.CASEWORKER, project=cast.project, at=MONDAY)
    today = MONDAY.date()
    pathways.stand_in(tables=[cast.aminas_table], colleague=vera, first=today, last=today, by=cast.bo, at=MONDAY)
    return vera


def drawn(cast: Cast, vera: Person) -> dict[str, list[bool]]:
    things = things_of(cast)
    everybody = [vera if name == "vera" else getattr(cast, name) for name in PEOPLE]
    return {act.code: [allowed(person, act, things) for person in everybody] for _name, act in acts.all_acts()}


def allowed(person: Person, act: Act, things: dict) -> bool:  # type: ignore[type-arg]
    viewer, thing = viewer_of(person), things[act.on]
    answer = gate.may(viewer, act, thing, at=MONDAY)
    assert answer == gate.reachable(viewer, act, at=MONDAY).filter(pk=thing.pk).exists()
    return answer


def cell(before: bool, after: bool) -> str:
    return "x" if before else "o" if after else "."
