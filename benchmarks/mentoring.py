"""What stands between the citizen of a scene, her mentor and her caseworker: agreements, notes, mentors before."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils.timezone import localdate

from bordenden.foundation.ids import new_id
from bordenden.mentors import actions
from bordenden.mentors.actions import Terms
from bordenden.mentors.models import MentorAgreement, MentorNote
from bordenden.mentors.queries import six_months_from
from bordenden.pathways import actions as pathways
from bordenden.pathways.models import Seat
from bordenden.pathways.words import SeatRole
from bordenden.people.models import Person


@dataclass(frozen=True, slots=True)
class MentorScene:
    """The agreement that waits for the mentor's yes, and the note that was put otherwise."""

    waits: MentorAgreement
    note: MentorNote


def mentor_her(
    rows: int, seat: Seat, head: Person, coordinator: Person, before: list[Person], begun: datetime, at: datetime
) -> MentorScene:
    """One agreement both said yes to, `rows` written anew after it, `rows` notes, and `before` were mentors once."""
    for number, person in enumerate(before):
        gone = pathways.seat(table=seat.table, person=person, role=SeatRole.MENTOR, by=head, at=begun)
        pathways.leave_seat(seat=gone, by=head, at=begun + timedelta(hours=number + 1))
    today = localdate(at)
    agreed = actions.write_agreement(
        seat=seat, terms=_terms(today, today), version=0, form_key=new_id(), by=coordinator, at=at
    )
    for person in (seat.person, head):
        agreed = actions.say_yes(agreement=agreed, by=person, at=at)
    first = today + timedelta(days=1)
    for number in range(1, rows + 1):
        terms = _terms(first, six_months_from(first), f"{number} timer om ugen")
        waits = actions.write_agreement(
            seat=seat, terms=terms, version=number, form_key=new_id(), by=coordinator, at=at
        )
    return MentorScene(waits, _note(rows, seat, at))


def _terms(first: date, last: date, hours: str = "To timer om ugen") -> Terms:
    return Terms(first, last, hours, "Mie går med, når noget er nyt.", "Tage bussen sammen\nTale om dagen bagefter")


def _note(rows: int, seat: Seat, at: datetime) -> MentorNote:
    for number in range(rows):
        words = f"Vi tog bussen sammen og talte om ugen. Nr. {number}"
        note = actions.write_note(seat=seat, on=localdate(at), words=words, form_key=new_id(), by=seat.person, at=at)
    for number in range(rows):
        words = f"Vi tog bussen og talte om ugen. Udgave {number}"
        note = actions.reword_note(note=note, words=words, version=note.version, by=seat.person, at=at)
    return note
