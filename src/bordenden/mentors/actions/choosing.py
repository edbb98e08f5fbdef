"""She chooses her mentor among those with room, changes, or stops. No reason is asked for, and none is kept."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from bordenden.audit.actions import Actor, record
from bordenden.foundation.rules import NotPossible
from bordenden.mentors.actions.offering import said_yes
from bordenden.mentors.actions.parting import part
from bordenden.mentors.models import MentorParting, MentorProfile
from bordenden.mentors.queries import room_left
from bordenden.mentors.words import Parted
from bordenden.pathways import actions as pathways
from bordenden.pathways.models import Seat, Table
from bordenden.pathways.queries import sits_at_head
from bordenden.pathways.words import SeatRole
from bordenden.plans import actions as plans
from bordenden.plans.models import Decision, Plan
from bordenden.plans.words import DecisionAbout
from bordenden.post.actions import queue
from bordenden.post.words import Kind


@transaction.atomic
def choose(*, table: Table, profile: MentorProfile, by: Actor, at: datetime, words: str = "") -> Seat:
    """This is her mentor from now on; one she had before leaves in the same moment. Choosing the same twice is once.

    `words` count as a wish of hers where she has said nothing yet: a decision builds on words of hers. Nothing is
    opened for the mentor; that is the next thing she decides. Somebody who sits there as mentor already is chosen
    too, and keeps the seat. Raises NotPossible for anybody but the head, and for somebody without room, not shown,
    of another municipality, or at the table in another place.
    """
    _only_the_head(table, by, at)
    # An offer made in this very moment waits for the choice, or is the one she says yes to by it.
    Table.objects.select_for_update(no_key=True).get(pk=table.pk)
    # The last room of a mentor is one citizen's: whoever comes second waits here, and is told.
    held = MentorProfile.objects.select_for_update(of=("self",)).select_related("person").get(pk=profile.pk)
    plan = plans.begin(table=table, by=by, at=at)
    Plan.objects.select_for_update().get(pk=plan.pk)
    # Also whoever was chosen in another window a moment ago, be that moment after ours.
    sitting = list(Seat.objects.filter(table=table, role=SeatRole.MENTOR, ends_at=None).order_by("pk"))
    seated = next((seat for seat in sitting if seat.person_id == held.person_id), None)
    if seated is not None and Decision.objects.filter(plan=plan, thing=seated.pk).exists():
        return seated
    if seated is None:
        _can_be_chosen(held, table, at)
        for before in sitting:
            part(seat=before, why=Parted.CITIZEN, by=by, at=at)
    seat = seated or pathways.seat(table=table, person=held.person, role=SeatRole.MENTOR, by=by, at=at)
    plans.say_first(plan=plan, words=words, by=by, at=at)
    plans.decide(plan=plan, about=DecisionAbout.MENTOR, thing=seat, by=by, at=at)
    said_yes(table=table, by=by, at=at)
    record(act="mentor.choose", by=by, thing=seat, at=at)
    queue(to=held.person, kind=Kind.MENTOR_ANSWER, about=seat, event=f"mentor_chosen:{seat.pk}", at=at)
    return seat


@transaction.atomic
def stop_with_mentor(*, seat: Seat, by: Actor, at: datetime) -> MentorParting:
    """She wants this mentor no more. From now on the mentor sees nothing of hers."""
    _only_the_head(seat.table, by, at)
    return part(seat=seat, why=Parted.CITIZEN, by=by, at=at)


@transaction.atomic
def leave_as_mentor(*, seat: Seat, by: Actor, at: datetime) -> MentorParting:
    """The mentor cannot go on at this table. Raises NotPossible for anybody but this mentor."""
    if seat.person_id != by.pk:
        raise NotPossible(_("Det kan kun mentoren selv sige."))
    return part(seat=seat, why=Parted.MENTOR, by=by, at=at)


def _only_the_head(table: Table, by: Actor, at: datetime) -> None:
    if not sits_at_head(thing=table, person=by, at=at):
        raise NotPossible(_("Det kan kun den, der sidder for bordenden, bestemme."))


def _can_be_chosen(profile: MentorProfile, table: Table, at: datetime) -> None:
    name = {"name": profile.person.given_name}
    if profile.municipality_id != table.municipality_id or profile.shown_at is None or profile.left_at is not None:
        raise NotPossible(_("%(name)s er ikke mentor mere. Vælg en anden.") % name)
    here = Seat.objects.filter(Q(ends_at=None) | Q(ends_at__gt=at), table=table, person=profile.person)
    if here.exclude(role=SeatRole.GUEST).exists():
        raise NotPossible(_("%(name)s sidder her allerede med en anden opgave. Vælg en anden som mentor.") % name)
    if not room_left(profile=profile):
        raise NotPossible(_("Den sidste plads hos %(name)s er lige blevet taget. Vælg en anden.") % name)
