"""Who might join a project is written up, put right, and taken off the list."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from bordenden.audit.actions import Actor, record
from bordenden.foundation import cpr
from bordenden.foundation.lasting import during
from bordenden.foundation.rules import SAID_AGAIN, NotPossible, Stale
from bordenden.intake.actions.joining import close_candidacy
from bordenden.intake.models import Candidate
from bordenden.intake.queries import Standing, referral_of, standings
from bordenden.intake.queries.fields import names_a_cpr
from bordenden.intake.words import LONGEST, CandidacyEnd, Column
from bordenden.pathways.models import Seat
from bordenden.pathways.words import SeatRole
from bordenden.people import actions as people
from bordenden.people.models import Person
from bordenden.programmes.models import Project


class Elsewhere(NotPossible):
    """The number is somebody else's, or known under another name, which is a secret.

    That one can guess it is a look at `tables` and at `candidates` of other projects, which the door notes.
    """

    def __init__(self, standing: Standing) -> None:
        super().__init__(_("Personen kan ikke skrives op her. Tal med din projektleder."))
        self.tables = standing.tables
        self.candidates = standing.others


@dataclass(frozen=True, slots=True)
class Told:
    """What somebody tells of a citizen who might join; `vocational_education` is None while nobody knows it."""

    given_name: str
    family_name: str
    cpr: str
    target_group: str = ""
    vocational_education: bool | None = None


@transaction.atomic
def put_up(*, project: Project, told: Told, by: Actor, at: datetime) -> Candidate:
    """She might join. The same form sent twice is one thing.

    Raises NotACpr; NotPossible when she is on the list already or a name holds the number; Elsewhere when she is
    somebody else's, or known under another name.
    """
    (made,) = put_all_up(project=project, told=[told], by=by, at=at)
    return made


@transaction.atomic
def put_all_up(*, project: Project, told: Sequence[Told], by: Actor, at: datetime) -> list[Candidate]:
    """Each as by itself; how their numbers stand to the project is asked once. Raises as `put_up`."""
    whole = [_whole(one) for one in told]
    known = standings(project=project, numbers=[one.cpr for one in whole], at=at)
    return [_put_up(project, one, known.get(one.cpr), by, at) for one in whole]


def _whole(told: Told) -> Told:
    """With ten digits and tidy names. Raises NotACpr, NotPossible."""
    digits = cpr.parse(told.cpr).digits
    given, family = (" ".join(name.split()) for name in (told.given_name, told.family_name))
    if not given:
        raise NotPossible(_("Skriv fornavnet."))
    if names_a_cpr(digits, given, family):
        raise NotPossible(_("CPR-nummeret står også i navnet. Der må det ikke stå."))
    return replace(told, given_name=given, family_name=family, cpr=digits)


def _put_up(project: Project, told: Told, standing: Standing | None, by: Actor, at: datetime) -> Candidate:
    if standing is not None and standing.candidate is not None:
        return _again(standing.candidate, f"{told.given_name} {told.family_name}".strip(), at)
    if standing is not None and (standing.elsewhere or not standing.is_called(told.given_name, told.family_name)):
        raise Elsewhere(standing)
    try:
        with transaction.atomic():
            person = (standing.person if standing else None) or people.register(
                municipality=project.municipality,
                given_name=told.given_name[: LONGEST[Column.GIVEN_NAME]],
                family_name=told.family_name[: LONGEST[Column.FAMILY_NAME]],
                cpr_number=told.cpr,
                made_up=project.made_up,
            )
            return candidacy(project=project, person=person, told=told, by=by, at=at)
    except IntegrityError as error:
        raise NotPossible(_("Noget har ændret sig imens. Prøv igen.")) from error


def _again(candidate: Candidate, name: str, at: datetime) -> Candidate:
    """Back and sent again within a short while is the same; later it is somebody who does not know."""
    if candidate.person.name == name and at - candidate.registered_at < SAID_AGAIN:
        return candidate
    raise NotPossible(_("Nummeret står allerede på jeres liste. Find borgeren ved navn."))


def candidacy(*, project: Project, person: Person, told: Told, by: Actor, at: datetime) -> Candidate:
    """A person who is known might join; the caller has seen that she may be written up."""
    heads = Seat.objects.filter(during(at), person=person, role=SeatRole.HEAD, municipality=project.municipality_id)
    candidate = Candidate.objects.create(
        municipality_id=project.municipality_id,
        project=project,
        person=person,
        known_table_id=heads.order_by("-starts_at", "pk").values_list("table_id", flat=True).first(),
        target_group=told.target_group,
        vocational_education=told.vocational_education,
        registered_at=at,
    )
    record(act="candidate.register", by=by, thing=candidate, at=at)
    return candidate


@transaction.atomic
def change(
    *,
    candidate: Candidate,
    target_group: str,
    vocational_education: bool | None,
    seen: tuple[str, bool | None],
    by: Actor,
    at: datetime,
) -> Candidate:
    """Her target group and whether she has a vocational education. Raises Stale when it is not as it was `seen`."""
    held = Candidate.objects.select_for_update().get(pk=candidate.pk)
    if held.closed_at is not None:
        raise NotPossible(_("Borgeren står ikke på listen mere."))
    now, wanted = (held.target_group, held.vocational_education), (target_group, vocational_education)
    if now == wanted:
        return held
    if now != seen:
        raise Stale(_("En anden har rettet det imens. Se det igennem igen."), held.target_group, 0)
    held.target_group, held.vocational_education = wanted
    held.save(update_fields=["target_group", "vocational_education"])
    record(act="candidate.change", by=by, thing=held, at=at)
    return held


@transaction.atomic
def take_off_list(*, candidate: Candidate, ended_as: CandidacyEnd, by: Person, at: datetime) -> Candidate:
    """It came to nothing: her pages are nobody's from now on. Twice is once.

    Raises NotPossible where she has been asked to join: then the answer is hers.
    """
    held = Candidate.objects.select_for_update(of=("self",)).get(pk=candidate.pk)
    if held.closed_at is None and referral_of(candidate=held) is not None:
        raise NotPossible(_("Borgeren er spurgt, og svaret er borgerens eget. Vent på det."))
    close_candidacy(candidate=held, ended_as=ended_as, by=by, at=at)
    return held
