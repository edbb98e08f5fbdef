"""The cast: the made-up people of every test and of the demo, in the middle of their story."""

from collections.abc import Callable
from datetime import datetime

from bordenden.worlds.cast.around import build_around
from bordenden.worlds.cast.assessments import build_assessments
from bordenden.worlds.cast.browse import build_browse
from bordenden.worlds.cast.candidates import build_candidates
from bordenden.worlds.cast.catalogue import build_catalogue
from bordenden.worlds.cast.chosen import build_chosen
from bordenden.worlds.cast.contacts import build_contacts
from bordenden.worlds.cast.development import build_development
from bordenden.worlds.cast.exchange import build_exchange
from bordenden.worlds.cast.families import build_families
from bordenden.worlds.cast.help import build_help
from bordenden.worlds.cast.instruments import build_instruments
from bordenden.worlds.cast.mentors import build_mentors
from bordenden.worlds.cast.moves import build_moves
from bordenden.worlds.cast.notices import build_notices
from bordenden.worlds.cast.out import build_out
from bordenden.worlds.cast.people import Cast, seat_everybody
from bordenden.worlds.cast.plans import build_plans
from bordenden.worlds.cast.referral import build_referral
from bordenden.worlds.cast.reviews import build_reviews
from bordenden.worlds.cast.steering import build_steering
from bordenden.worlds.cast.substitutes import build_substitutes
from bordenden.worlds.cast.supervision import build_supervision
from bordenden.worlds.cast.talks import build_talks
from bordenden.worlds.cast.versions import build_versions

PARTS: tuple[Callable[[Cast], None], ...] = (
    build_assessments,
    build_development,
    build_instruments,
    build_plans,
    build_catalogue,
    build_chosen,
    build_browse,
    build_families,
    build_contacts,
    build_help,
    build_talks,
    build_substitutes,
    build_around,
    build_mentors,
    build_versions,
    build_notices,
    build_exchange,
    build_supervision,
    build_steering,
    build_candidates,
    build_referral,
    build_out,
    build_reviews,
    build_moves,
)
__all__ = ["PARTS", "Cast", "build"]


def build(*, at: datetime) -> Cast:
    """The whole world `cast` as it stands at `at`: the people, then each part of their story."""
    cast = seat_everybody(at=at)
    for part in PARTS:
        part(cast)
    return cast
