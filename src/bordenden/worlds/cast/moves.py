"""Nadia moves from Bakkeby to Fjordby and takes her table along; Lis is to give her a caseworker. All made up."""

from datetime import datetime, timedelta

from django.utils.timezone import localdate

from bordenden.foundation.ids import new_id
from bordenden.foundation.snapshot import writing
from bordenden.moves import actions
from bordenden.moves.models import Move
from bordenden.moves.words import MoveAnswer
from bordenden.pathways import actions as pathways
from bordenden.pathways.models import Table
from bordenden.pathways.words import Decider, ExitReason, SeatRole
from bordenden.people import actions as people
from bordenden.people.models import Person
from bordenden.plans import actions as plans
from bordenden.plans.words import StatementKind
from bordenden.programmes import actions as programmes
from bordenden.programmes.words import OfficeRole
from bordenden.worlds.cast.people import Cast

BEGAN = timedelta(days=80)
MOVED = timedelta(days=4)
SAID = timedelta(days=3)


def build_moves(cast: Cast) -> None:
    """What she has written lies packed in Fjordby; the table in Bakkeby is closed."""
    nadia = people.register(
        municipality=cast.bakkeby, given_name="Nadia", family_name="Berg", phone="20 00 00 41", made_up=True
    )
    people.give_demo_login(person=nadia, username="nadia", order=22, line="Flytter og tager sit bord med")
    rikke = people.register(
        municipality=cast.bakkeby,
        given_name="Rikke",
        family_name="Dahl",
        title="Sagsbehandler",
        phone="20 00 00 42",
        reachable="hverdage 9–12",
        made_up=True,
    )
    programmes.give_office(person=rikke, role=OfficeRole.CASEWORKER, project=cast.neighbours, at=cast.at - BEGAN)
    with writing(cast.bakkeby.pk, rikke.pk):
        table = _a_course(cast, nadia, rikke, cast.at - BEGAN)
        actions.ask_those_who_move(place=cast.bakkeby, by=rikke, at=cast.at - MOVED)
        move = Move.objects.get(table=table)
        actions.answer(move=move, said=MoveAnswer.YES, by=nadia, at=cast.at - SAID)
        parcel = actions.pack(move=move, by=rikke, at=cast.at - SAID)
    with writing(cast.fjordby.pk, rikke.pk):
        actions.put_down(parcel=parcel, by=rikke, at=cast.at - SAID)
    with writing(cast.bakkeby.pk, rikke.pk):
        actions.sent(move=move, by=rikke, at=cast.at - SAID)


def _a_course(cast: Cast, nadia: Person, rikke: Person, at: datetime) -> Table:
    table = pathways.lay_table(head=nadia, by=rikke, at=at)
    pathways.seat(table=table, person=rikke, role=SeatRole.COORDINATOR, by=nadia, at=at)
    course = pathways.enrol(
        table=table, project=cast.neighbours, reference="B-1", referred_on=localdate(at), by=rikke, at=at
    )
    pathways.note_mentor_offered(table=table, on=localdate(at))
    pathways.activate(enrolment=course, on=localdate(at), by=rikke, at=at)
    plan = plans.begin(table=table, by=rikke, at=at)
    plans.say(
        plan=plan, kind=StatementKind.DREAM, words="Jeg vil gerne stå op til noget.", version=0, by=nadia, at=at
    )
    plans.set_goal(plan=plan, words="Jeg vil arbejde i et køkken.", form_key=new_id(), by=nadia, at=at)
    moved = cast.at - MOVED
    pathways.end_course(
        enrolment=course,
        on=moved.date(),
        reason=ExitReason.MOVED,
        decided_by=Decider.CITIZEN,
        moved_to=cast.fjordby,
        by=rikke,
        at=moved,
    )
    return table
