"""For the scene: times it was quiet at her table, a move she is asked about, and tables on their way here."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from bordenden.foundation.ids import new_id
from bordenden.moves.models import Arrival, Move
from bordenden.pathways.models import Enrolment, Exit
from bordenden.pathways.words import Decider, ExitReason
from bordenden.people.models import Municipality, Person
from bordenden.reviews.models import Review
from bordenden.reviews.words import Heard, Onwards

DAY = timedelta(days=1)
# The crowd's neighbour; whoever moves goes there, and whoever arrives comes from there.
ELSEWHERE = 902


@dataclass(frozen=True, slots=True)
class Moving:
    """The move she is asked about, and the newest arrival."""

    move: UUID
    arrival: UUID


def be_quiet_and_move(rows: int, course: Enrolment, coordinator: Person, at: datetime) -> Moving:
    """So many times it was quiet, the newest not decided; an earlier course by which she moved; so many arrivals."""
    place = {"table_id": course.table_id, "municipality_id": course.municipality_id}
    for number in range(rows):
        opened = at - (number + 1) * DAY
        open_one = {"quiet_since": opened - 90 * DAY, "opened_at": opened, "enrolment": course, **place}
        decided = {
            "heard": Heard.TOGETHER,
            "onwards": Onwards.AS_IT_IS,
            "her_words": "Jeg havde brug for ro.",
            "grounds": f"Vi går videre i dit tempo ({number}).",
            "decided_by": coordinator,
            "decided_at": opened,
        }
        Review.objects.create(**open_one, **(decided if number else {}))
    before = course.referred_on - 30 * DAY
    earlier = Enrolment.objects.create(
        **place,
        project=course.project,
        reference=f"{course.reference}-før",
        track=course.track,
        referred_on=before,
        activated_on=before,
        ended_on=before + 20 * DAY,
    )
    elsewhere, _created = Municipality.objects.get_or_create(
        pk=ELSEWHERE, defaults={"name": "Andensteds (opdigtet)", "sort_key": "andensteds", "made_up": True}
    )
    left = Exit.objects.create(
        **place,
        enrolment=earlier,
        on=before + 20 * DAY,
        reason=ExitReason.MOVED,
        decided_by=Decider.CITIZEN,
        moved_to=elsewhere,
    )
    move = Move.objects.create(**place, exit=left, destination=elsewhere, asked_at=at)
    arrivals = [_arrival(number, course.municipality_id, elsewhere, at) for number in range(rows)]
    return Moving(move.pk, Arrival.objects.bulk_create(arrivals)[-1].pk)


def _arrival(number: int, here: int, origin: Municipality, at: datetime) -> Arrival:
    return Arrival(
        municipality_id=here,
        origin=origin,
        move=new_id(),
        person=new_id(),
        name=f"Borger{number:02} Opdigtet",
        suitcase={},
        sent_at=at - number * DAY,
    )
