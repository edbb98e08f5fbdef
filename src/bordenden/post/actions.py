"""All that writes about letters: queue one, call one off, give it its way, claim it, say what became of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Protocol
from uuid import UUID

from django.db import transaction
from django.db.models import F, Q

from bordenden.foundation.ids import new_id
from bordenden.post.models import Letter
from bordenden.post.words import Kind, State, Way

# After the first try, the second … so long until the next; after the last there is no next.
PAUSES: Final = (
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=8),
    timedelta(hours=24),
)
MOST_TRIES: Final = len(PAUSES) + 1
# Nobody sends for so long: whoever claimed the letter has died with it in hand.
LOST_AFTER: Final = timedelta(hours=2)
# So many letters in one statement.
AT_ONCE: Final = 500
LOST: Final = "lost in hand"
NO_TABLE: Final = "paper without a table"


class Receiver(Protocol):
    """Whoever is to hear of it: a person."""

    @property
    def pk(self) -> UUID: ...


class About(Protocol):
    """What it is about, with its place."""

    @property
    def pk(self) -> UUID: ...
    @property
    def table_id(self) -> UUID | None: ...
    @property
    def municipality_id(self) -> int: ...


@transaction.atomic
def queue(
    *, to: Receiver, kind: Kind, about: About, event: str, at: datetime, not_before: datetime | None = None
) -> Letter:
    """Somebody is to hear of something, once: the same person and event again gives the first letter.

    `event` is a code with an id in it ("place_offered:<waiting>:1"), never words. Call it inside the action whose
    happening it tells of: the letter stands or falls with it.
    """
    letter, _created = Letter.objects.get_or_create(
        person=to.pk,
        event=event,
        defaults={
            "municipality": about.municipality_id,
            "table": about.table_id,
            "thing": about.pk,
            "kind": kind,
            "queued_at": at,
            "not_before": not_before or at,
        },
    )
    return letter


@transaction.atomic
def queue_all(*, letters: Iterable[tuple[Receiver, About, str]], kind: Kind, at: datetime) -> None:
    """The same for many at once, in a few statements: who, about what, and the event. Who has heard, has."""
    Letter.objects.bulk_create(
        [
            Letter(
                person=to.pk,
                event=event,
                municipality=about.municipality_id,
                table=about.table_id,
                thing=about.pk,
                kind=kind,
                queued_at=at,
                not_before=at,
            )
            for to, about, event in letters
        ],
        AT_ONCE,
        ignore_conflicts=True,
    )


@transaction.atomic
def call_off(*, about: About, kind: Kind, at: datetime) -> int:
    """What no longer needs saying is not said; letters already sent stay. Gives how many were called off.

    One that could not be sent is called off too: else somebody would be asked to send it on paper.
    """
    return call_off_all(about=[about], kind=kind, at=at)


@transaction.atomic
def call_off_all(*, about: Iterable[About], kind: Kind, at: datetime) -> int:
    """The same about many things at once."""
    things = [one.pk for one in about]
    waiting = Letter.objects.filter(thing__in=things, kind=kind, state__in=(State.WAITING, State.FAILED))
    return waiting.update(state=State.CANCELLED, settled_at=at)


@transaction.atomic
def sort_again(*, to: Receiver) -> int:
    """Letters to this person that wait and are in nobody's hand are to be given their way anew."""
    waiting = Letter.objects.filter(person=to.pk, state=State.WAITING, claim=None).exclude(way="")
    return waiting.update(way="")


@transaction.atomic
def sort_out(*, letter: Letter, way: Way | None, at: datetime, table: About | None = None) -> None:
    """The letter goes this way; None: she wants none. Paper needs a table from which somebody sends it."""
    waiting = Letter.objects.filter(pk=letter.pk, state=State.WAITING, way="")
    place = letter.table or (table.table_id if table else None)
    if way is None:
        waiting.update(state=State.UNWANTED, settled_at=at)
    elif way == Way.PAPER and place is None:
        waiting.update(state=State.FAILED, way=way, settled_at=at, last_fault=NO_TABLE)
    else:
        waiting.update(way=way, table=place)


@dataclass(frozen=True, slots=True)
class Claim:
    """All that one person is to hear of by mail just now, in one hand: one mail tells of it all."""

    number: UUID
    letters: tuple[Letter, ...]


@transaction.atomic
def claim(*, municipality: int, at: datetime) -> Claim | None:
    """The longest due e-mail, with whatever else is due to the same person; None when nothing is left to claim.

    One conditional UPDATE takes them: of two workers at once each letter is in one hand. Commit before sending.
    """
    due = Letter.objects.filter(
        state=State.WAITING, way=Way.EMAIL, claim=None, not_before__lte=at, municipality=municipality
    )
    while (first := due.order_by("not_before", "pk").first()) is not None:
        number = new_id()
        if due.filter(person=first.person).update(claim=number, claimed_at=at, attempts=F("attempts") + 1):
            return Claim(number, tuple(Letter.objects.filter(claim=number).order_by("queued_at", "pk")))
    return None


@transaction.atomic
def sent(*, claim: Claim, at: datetime) -> tuple[Letter, ...]:
    """The mail server has taken it. A letter called off meanwhile has been sent all the same, and is said to be."""
    held = Letter.objects.filter(claim=claim.number)
    held.update(state=State.SENT, settled_at=at, last_fault="", claim=None)
    return claim.letters


@transaction.atomic
def not_sent(*, claim: Claim, fault: str, again: bool, at: datetime) -> tuple[Letter, ...]:
    """Tried in vain: again after a pause, or given up and visible. Gives those given up."""
    given_up = []
    for letter in claim.letters:
        held = Letter.objects.filter(pk=letter.pk, claim=claim.number)
        if again and letter.attempts < MOST_TRIES:
            later = at + PAUSES[letter.attempts - 1]
            held.filter(state=State.WAITING).update(not_before=later, last_fault=fault, claim=None, claimed_at=None)
        elif held.filter(state=State.WAITING).update(state=State.FAILED, settled_at=at, last_fault=fault):
            given_up.append(letter)
        held.update(claim=None)
    return tuple(given_up)


@transaction.atomic
def give_up_lost(*, municipality: int, at: datetime) -> int:
    """Whoever sent them died in the middle: they may have gone out, so nobody sends them again unasked."""
    lost = Letter.objects.filter(claim__isnull=False, claimed_at__lte=at - LOST_AFTER, municipality=municipality)
    kept = lost.filter(state=State.WAITING).update(state=State.FAILED, settled_at=at, last_fault=LOST, claim=None)
    lost.update(claim=None)
    return kept


@transaction.atomic
def try_again(*, letter: Letter, at: datetime) -> bool:
    """Somebody has looked into it: the letter that failed waits anew, with all its tries before it."""
    anew = {"state": State.WAITING, "way": "", "settled_at": None, "attempts": 0, "last_fault": "", "not_before": at}
    return bool(Letter.objects.filter(pk=letter.pk, state=State.FAILED).update(**anew))


@transaction.atomic
def posted(*, letters: Iterable[Letter], at: datetime) -> int:
    """They are on their way on paper, in one envelope. Those ticked already stay as they are."""
    on_paper = Q(state=State.WAITING, way=Way.PAPER) | Q(state=State.FAILED)
    rows = Letter.objects.filter(on_paper, pk__in=[letter.pk for letter in letters])
    return rows.update(state=State.SENT, way=Way.PAPER, settled_at=at, last_fault="")
