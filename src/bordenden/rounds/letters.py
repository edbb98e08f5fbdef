"""The round of the letters: each is given the way its receiver has chosen, and the mails go out."""

from datetime import datetime
from typing import Final

from bordenden.audit.actions import record_all
from bordenden.foundation.snapshot import snapshot, writing
from bordenden.pathways.queries import own_tables
from bordenden.people.models import Municipality, Notices
from bordenden.people.queries import notices_for
from bordenden.people.words import Wish
from bordenden.post import actions as post
from bordenden.post.actions import Claim
from bordenden.post.models import Letter
from bordenden.post.queries import places_due, unsorted
from bordenden.post.sending import Closed, Mailbox, NotSent, Uncertain
from bordenden.post.words import Way
from bordenden.rounds.machine import MACHINE, through_each

AT_ONCE: Final = 200
NO_ADDRESS: Final = "no address"
WAYS: Final = {Wish.EMAIL: Way.EMAIL, Wish.PAPER: Way.PAPER, Wish.NONE: None}


def send_letters(*, at: datetime) -> int:
    """Sort what is due and send what goes by mail; gives how many mails went out.

    Each mail is claimed in a transaction of its own, sent outside any, and settled in another: the mail server's
    slowness holds no lock. A mail server that does not answer ends the municipality's mails for this time.
    """
    with snapshot(None, None, national=True):
        where = places_due(at=at, lost=at - post.LOST_AFTER)
    with Mailbox() as mailbox:
        return through_each(lambda place: _of_one_place(place, mailbox, at), only=where)


def _of_one_place(place: Municipality, mailbox: Mailbox, at: datetime) -> int:
    with writing(place.pk, MACHINE.pk):
        post.give_up_lost(municipality=place.pk, at=at)
        _sort(place, at)
    mails = 0
    for _one in range(AT_ONCE):
        with writing(place.pk, MACHINE.pk):
            claim = post.claim(municipality=place.pk, at=at)
            chosen = notices_for(letters=claim.letters[:1]) if claim else {}
        if claim is None:
            break
        went, go_on = _send(place, mailbox, claim, next(iter(chosen.values()), None), at)
        mails += went
        if not go_on:
            break
    return mails


def _sort(place: Municipality, at: datetime) -> None:
    """Whoever sits at the head of a table and never chose hears on paper: a deadline is not to pass unheard."""
    letters = list(unsorted(municipality=place.pk, at=at)[:AT_ONCE])
    chosen, own = notices_for(letters=letters), own_tables(letters=letters, at=at)
    for letter in letters:
        table, notices = own.get(letter.person), chosen.get(letter.person)
        unsaid = Way.PAPER if table is not None else None
        post.sort_out(letter=letter, way=WAYS[Wish(notices.way)] if notices else unsaid, table=table, at=at)


def _send(
    place: Municipality, mailbox: Mailbox, claim: Claim, notices: Notices | None, at: datetime
) -> tuple[bool, bool]:
    """Whether it went, and whether the mail server still listens."""
    if notices is None or not notices.email:
        _not_sent(place, claim, NO_ADDRESS, at, again=False)
        return False, True
    try:
        mailbox.send(to=notices.email, number=claim.letters[0].pk)
    except Closed as closed:
        _not_sent(place, claim, closed.fault, at, again=True)
        return False, False
    except NotSent as refused:
        _not_sent(place, claim, refused.fault, at, again=refused.again)
        return False, True
    except Uncertain as silent:
        _not_sent(place, claim, silent.fault, at, again=False)
        return False, False
    with writing(place.pk, MACHINE.pk):
        _noted("letter.sent", post.sent(claim=claim, at=at), at)
    return True, True


def _not_sent(place: Municipality, claim: Claim, fault: str, at: datetime, *, again: bool) -> None:
    with writing(place.pk, MACHINE.pk):
        _noted("letter.failed", post.not_sent(claim=claim, fault=fault, again=again, at=at), at)


def _noted(act: str, letters: tuple[Letter, ...], at: datetime) -> None:
    record_all(act=act, by=MACHINE, things=letters, at=at)
