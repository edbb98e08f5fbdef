"""Her mentor as words: a card of somebody to choose, the agreement, somebody who left. Each is said to her."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bordenden.mentors.words import OfferAnswer, Parted
from bordenden.pathways.queries import at_the_head
from bordenden.plans.words import StepOwner
from bordenden.web.design.parts import Fact
from bordenden.web.parts.mentoring import tasks_of
from bordenden.web.parts.offers import room_words, shortened
from bordenden.web.parts.said_when import day, on_day

if TYPE_CHECKING:
    from bordenden.mentors.models import MentorAgreement, MentorOffering, MentorParting
    from bordenden.mentors.queries import Choice
    from bordenden.pathways.models import Seat, Table

# Why somebody left, said kindly; nobody gave a reason and none is guessed at.
LEFT: dict[Parted, Promise] = {
    Parted.CITIZEN: gettext_lazy("I er stoppet."),
    Parted.MENTOR: gettext_lazy("%(name)s kan ikke være mentor her mere. Det er ikke din skyld."),
    Parted.LEFT: gettext_lazy("%(name)s er stoppet som mentor. Det er ikke din skyld."),
    Parted.COURSE: gettext_lazy("Dit forløb er slut. Så slutter det også med %(name)s."),
}


@dataclass(frozen=True, slots=True)
class MentorCard:
    """Somebody to choose: who, where from, which languages, how much room; `hers`: sits there already."""

    pk: UUID
    name: str
    given: str
    comes_from: str
    about: str
    background: str
    languages: str
    room: str
    has_room: bool
    hers: bool


@dataclass(frozen=True, slots=True)
class AgreementPart:
    """An agreement. `stands` says how far it is; `asks`: her answer is wanted; `may`: she can still give one."""

    pk: UUID
    mentor: str
    period: str
    words: str
    tasks: tuple[str, ...]
    facts: tuple[Fact, ...]
    stands: str
    asks: bool
    may: bool
    wished: str
    wished_by: str


@dataclass(frozen=True, slots=True)
class OfferedPart:
    """The offer: who asks and when, her answer so far, and the answers she can give instead."""

    asked: str
    said: str
    choices: tuple[tuple[str, str], ...]
    open: bool
    yes: bool


@dataclass(frozen=True, slots=True)
class LeftPart:
    """Somebody who left: the name, and what there is to say of it."""

    name: str
    words: str
    seat: UUID


def two_at_the_head(table: Table, at: datetime) -> bool:
    """Whether what one decides counts for another beside them too. One query."""
    return len(at_the_head(table=table, at=at)) > 1


def mentor_card(choice: Choice, seat: Seat | None, *, whole: bool = False) -> MentorCard:
    """`whole`: all that is said of the mentor, not the first line alone."""
    profile = choice.profile
    return MentorCard(
        profile.pk,
        profile.person.name,
        profile.person.given_name,
        str(profile.get_comes_from_display()),
        profile.about if whole else shortened(profile.about),
        profile.background,
        capfirst(", ".join(str(one.label).lower() for one in profile.spoken)),
        room_words(choice.room),
        choice.room > 0,
        seat is not None and seat.person_id == profile.person_id,
    )


def offered_part(offering: MentorOffering, *, two: bool) -> OfferedPart:
    """The newest offer, and what may be answered."""
    who = offering.offered_by.given_name if offering.offered_by else _("Kommunen")
    said = OfferAnswer(offering.answer) if offering.answer else None
    return OfferedPart(
        _("%(name)s spurgte den %(day)s.") % {"name": who, "day": day(offering.offered_at)},
        _answered(offering, said, two=two) if said else "",
        tuple((one.value, str(one.label)) for one in OfferAnswer if one != said),
        said is None,
        said == OfferAnswer.YES,
    )


def _answered(offering: MentorOffering, said: OfferAnswer, *, two: bool) -> str:
    told = {"answer": said.label, "day": day(offering.answered_at or offering.offered_at)}
    return _("Jeres svar den %(day)s: %(answer)s") % told if two else _("Dit svar den %(day)s: %(answer)s") % told


def agreement_part(agreement: MentorAgreement, *, mentor: Seat, two: bool, at: datetime) -> AgreementPart:
    """One agreement with `mentor`, whose seat may have ended."""
    name = mentor.person.given_name
    over = mentor.ends_at is not None and mentor.ends_at <= at
    may = not over and agreement.dropped_at is None and not agreement.agreed
    waits = agreement.head_said_yes_at is None and not agreement.changes_wanted
    return AgreementPart(
        agreement.pk,
        name,
        period_words(agreement),
        agreement.role.words,
        tasks_of(agreement),
        _facts(agreement, name, two=two),
        _gone(agreement, name, over=over) or _agreed(agreement, at) or _waits(agreement, name, two=two),
        may and waits,
        may and agreement.head_said_yes_at is None,
        agreement.changes_wanted,
        _wished_by(agreement, name, two=two),
    )


def period_words(agreement: MentorAgreement) -> str:
    """ "6. februar 2026 til 5. august 2026"."""
    return _("%(first)s til %(last)s") % {"first": on_day(agreement.first_on), "last": on_day(agreement.last_on)}


def _facts(agreement: MentorAgreement, name: str, *, two: bool) -> tuple[Fact, ...]:
    return (
        Fact(_("Fra og til"), period_words(agreement)),
        Fact(_("Tid sammen"), agreement.hours),
        Fact(_("Skrevet af"), f"{agreement.written_by.name}, {day(agreement.written_at)}"),
        Fact(_("Jeres ja") if two else _("Dit ja"), _yes(agreement.head_said_yes_at)),
        Fact(_("Ja fra %(name)s") % {"name": name}, _yes(agreement.mentor_said_yes_at)),
    )


def _yes(at: datetime | None) -> str:
    return day(at) if at else _("Ikke endnu")


def _gone(agreement: MentorAgreement, name: str, *, over: bool) -> str:
    if over:
        return _("%(name)s er ikke mentor her mere. Aftalen gælder ikke længere.") % {"name": name}
    return _("Der er skrevet en nyere aftale.") if agreement.dropped_at is not None else ""


def _agreed(agreement: MentorAgreement, at: datetime) -> str:
    if not agreement.agreed:
        return ""
    today, writer = localdate(at), agreement.written_by.given_name
    if agreement.last_on < today:
        return _("Aftalen er slut. Vil I blive ved? Så bed %(writer)s om en ny.") % {"writer": writer}
    if agreement.first_on > today:
        return _("Alle har sagt ja. Den begynder den %(day)s.") % {"day": on_day(agreement.first_on)}
    return _("Alle har sagt ja. Aftalen gælder.")


def _waits(agreement: MentorAgreement, name: str, *, two: bool) -> str:
    """Whose answer is missing."""
    if agreement.changes_wanted:
        return _("%(writer)s skriver den om. Så læser I den igen.") % {"writer": agreement.written_by.given_name}
    if agreement.head_said_yes_at is not None:
        return _("Nu mangler kun et ja fra %(name)s.") % {"name": name}
    if agreement.mentor_said_yes_at is not None:
        told = _("%(name)s har sagt ja. Nu mangler jeres.") if two else _("%(name)s har sagt ja. Nu mangler dit.")
        return told % {"name": name}
    told = (
        _("Den gælder, når både I og %(name)s siger ja.")
        if two
        else _("Den gælder, når både du og %(name)s siger ja.")
    )
    return told % {"name": name}


def _wished_by(agreement: MentorAgreement, name: str, *, two: bool) -> str:
    if not agreement.changes_wanted:
        return ""
    if agreement.changes_wanted_by != StepOwner.CITIZEN:
        return _("%(name)s vil have det anderledes:") % {"name": name}
    return _("I vil have det anderledes:") if two else _("Du vil have det anderledes:")


def left_part(parting: MentorParting) -> LeftPart:
    """Somebody who is not there any more."""
    name = parting.seat.person.given_name
    words = str(LEFT[Parted(parting.why)]) % {"name": name}
    return LeftPart(name, words, parting.seat_id)
