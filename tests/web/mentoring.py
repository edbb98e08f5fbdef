"""What the tests of the pages about a mentor share: Mie's agreement with Amina, her notes, and the clock at Monday."""

from datetime import date, datetime
from typing import Any
from uuid import uuid4

from bordenden.foundation.clock import now
from bordenden.mentors import actions
from bordenden.mentors.actions import Terms
from bordenden.mentors.models import MentorAgreement, MentorNote
from bordenden.mentors.queries import agreements_of, six_months_from
from bordenden.pathways import actions as pathways
from bordenden.pathways.models import Seat
from bordenden.pathways.words import Room
from tests.cast import MONDAY, Cast, client_of
from tests.web.around import OTHERS

TODAY = MONDAY.date()
IS, DOES = "Mie går med til alt nyt.", "Tage bussen sammen\nRinge om søndagen"
# How much a page may weigh and ask, whatever its lists hold.
HTML, QUERIES = 40 * 1024, 12


def written(
    cast: Cast, *, seat: Seat | None = None, first: date = TODAY, hours: str = "To timer om ugen", **said: Any
) -> MentorAgreement:
    """Bo writes; `last` where it is not to be half a year."""
    held = seat or cast.mies_seat
    newest, at = agreements_of(seat=held).first(), said.get("at", MONDAY)
    terms = Terms(first, said.get("last") or six_months_from(first), hours, said.get("role", IS), DOES)
    version = newest.version if newest else 0
    return actions.write_agreement(seat=held, terms=terms, version=version, form_key=uuid4(), by=cast.bo, at=at)


def agreed(cast: Cast, **said: Any) -> MentorAgreement:
    """Both say yes."""
    made, at = written(cast, **said), said.get("at", MONDAY)
    actions.say_yes(agreement=made, by=cast.mie, at=at)
    return actions.say_yes(agreement=made, by=cast.amina, at=at)


def noted(cast: Cast, words: str = "Vi tog bussen sammen.", *, seat: Seat | None = None) -> MentorNote:
    """Mie notes it."""
    held = seat or cast.mies_seat
    return actions.write_note(seat=held, on=TODAY, words=words, form_key=uuid4(), by=held.person, at=MONDAY)


def opened(cast: Cast, *rooms: Room, at: datetime | None = None) -> None:
    """Amina opens them for Mie, now unless said otherwise: what is open closes by itself some day."""
    for room in rooms:
        pathways.open_room(seat=cast.mies_seat, room=room, by=cast.amina, at=at or now())


def refused(cast: Cast, url: str, sent: dict[str, Any], *but: str) -> None:
    """To everybody but these it is not there."""
    for name in (*OTHERS, "amina", "bo"):
        if name not in but:
            other = client_of(getattr(cast, name))
            assert (name, other.get(url).status_code, other.post(url, sent).status_code) == (name, 404, 404)
