"""What is said between the two of a scene: conversations, agenda, agreements, help, the caseworker's own view."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bordenden.assessments import actions as assessments
from bordenden.assessments.models import Sheet, WorkOn
from bordenden.assessments.queries import asked, own_view_items
from bordenden.assessments.words import AnswerKind
from bordenden.contactlog import actions as contactlog
from bordenden.contactlog.models import HelpRequest
from bordenden.contactlog.words import HelpKind
from bordenden.drafts import actions as drafts
from bordenden.drafts.slots import Slot
from bordenden.foundation.ids import new_id
from bordenden.meetings import actions as meetings
from bordenden.meetings.actions import Agreed
from bordenden.meetings.models import AgendaItem, Agreement, Conversation
from bordenden.meetings.words import Check, Contribution, Extent, Helped, Side, Where
from bordenden.pathways.models import Seat, Table
from bordenden.people.models import Person

SAID = "Vi talte om børnehaven, om søvn, og om hvad der kommer nu."
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Talks:
    """The conversations of one table, each kind with `rows`: to come, waiting for a note, and held."""

    coming: Conversation
    unnoted: Conversation
    held: Conversation
    hers: AgendaItem
    his: AgendaItem
    agreement: Agreement
    promise: Agreement


@dataclass(frozen=True, slots=True)
class Penned:
    """Two more tables of the same caseworker, who holds the pen: one sheet under way, one she is to confirm."""

    table: Table
    writing: Sheet
    head: Person
    written: Sheet


def talk(rows: int, table: Table, head: Person, coordinator: Person, begun: datetime, at: datetime) -> Talks:
    """Years of talking: every list of a conversation page is as long as it can get."""
    for number in range(rows):
        held = _hold(table, head, coordinator, begun + number * ONE_DAY)
    his = meetings.put_on_agenda(table=table, words="Det vil han tale om", by=coordinator, at=at)
    unnoted = [_arrange(table, coordinator, at - (number + 2) * ONE_DAY, begun) for number in range(rows)]
    coming = [_arrange(table, coordinator, at + (number + 1) * ONE_DAY, begun) for number in range(rows)]
    for number in range(rows):
        words = f"Det vil jeg tale om, {number}"
        hers = meetings.put_on_agenda(table=table, words=words, by=head, at=at)
        meetings.draw_boundary(conversation=coming[0], words=words, form_key=new_id(), by=head, at=at)
    kept = Agreement.objects.filter(note__conversation=held).order_by("position")
    done = Agreement.objects.filter(table=table, owner=Side.COORDINATOR).exclude(pk=kept[1].pk)
    for agreement in done.order_by("pk"):
        meetings.mark_agreement(agreement=agreement, done=True, by=coordinator, at=at)
    return Talks(coming[0], unnoted[0], held, hers, his, kept[0], kept[1])


def _arrange(table: Table, by: Person, starts_at: datetime, at: datetime) -> Conversation:
    return meetings.arrange(
        table=table, starts_at=starts_at, place=Where.JOBCENTRE, form_key=new_id(), by=by, at=min(at, starts_at)
    )


def _hold(table: Table, head: Person, coordinator: Person, at: datetime) -> Conversation:
    """One with an item talked about, a note, a correction, an agreement on each side, and both judging it."""
    conversation = _arrange(table, coordinator, at, at)
    item = meetings.put_on_agenda(table=table, words="Søvn", by=head, at=at)
    for version in range(2):
        meetings.note(
            conversation=conversation,
            version=version,
            form_key=new_id(),
            talked_about=[item] if version == 0 else [],
            agreed=[Agreed("Gå en tur"), Agreed("Ringe til børnehaven", Side.COORDINATOR)] if version == 0 else [],
            citizen_view=SAID,
            summary=SAID,
            gave=dict.fromkeys(Contribution, SAID),
            can=SAID,
            cannot=SAID,
            because=SAID,
            by=coordinator,
            at=at,
        )
    return conversation


def judge(talks: Talks, head: Person, coordinator: Person, at: datetime) -> None:
    """Both say of the newest that has begun whether it helped; he looks back at the one he held."""
    for person in (head, coordinator):
        meetings.say_helped(conversation=talks.unnoted, helped=Helped.YES, used_assessment=True, by=person, at=at)
    answers = dict.fromkeys(Check, Extent.YES)
    meetings.answer_self_check(conversation=talks.held, answers=answers, by=coordinator, at=at)


def ask_for_help(rows: int, table: Table, head: Person, coordinator: Person, at: datetime) -> HelpRequest:
    """So many answered, so many not."""
    for number in range(rows):
        words = f"Hvornår får jeg svar, {number}?"
        request = _ask(table, head, words, at - number * ONE_DAY)
        contactlog.answer_help(request=request, answer="I morgen.", by=coordinator, at=at)
    for number in range(rows):
        request = _ask(table, head, f"Hvem skriver jeg til, {number}?", at - number * ONE_DAY)
    return request


def _ask(table: Table, head: Person, words: str, at: datetime) -> HelpRequest:
    kind = HelpKind.OTHER
    return contactlog.ask_for_help(table=table, kind=kind, words=words, form_key=new_id(), by=head, at=at)


def see_it_his_way(rows: int, table: Table, coordinator: Person, begun: datetime) -> None:
    """The caseworker's own form, filled in so often."""
    items = own_view_items()
    for number in range(rows):
        said = {item: (number + item.position) % 11 for item in items}
        at = begun + number * ONE_DAY
        assessments.say_own_view(table=table, said=said, form_key=new_id(), by=coordinator, at=at)


def begin_drafts(rows: int, table: Table, coordinator: Person, at: datetime) -> None:
    """So many texts he has not finished, one of them a new contact at this table."""
    for number in range(rows):
        slot = Slot("contact.correct" if number else "contact.new", new_id(), table.pk)
        drafts.keep(by=coordinator, slot=slot, fields={"summary": SAID}, opened_at=at, at=at)


def choose(sheet: Sheet, head: Person, at: datetime) -> WorkOn:
    """Three things of the round she is in the middle of; only what she has given a number can be chosen."""
    items = [item for item in asked(sheet=sheet) if not item.shielded][:3]
    for item in items:
        assessments.answer(sheet=sheet, item=item, kind=AnswerKind.RATED, value=4, by=head, at=at)
    return assessments.choose(sheet=sheet, items=items, by=head, at=at)[0]


def hold_the_pen(first: tuple[Table, Seat, Person], second: tuple[Table, Seat, Person], at: datetime) -> Penned:
    """At one table he is writing what she says; at the other it is written and waits for her yes."""
    writing = _write(*first, at)
    written = _write(*second, at)
    assessments.finish(sheet=written, by=second[2], pen=second[1].person, at=at)
    return Penned(first[0], writing, second[2], written)


def _write(table: Table, seat: Seat, head: Person, at: datetime) -> Sheet:
    sheet = assessments.start_together(table=table, seat=seat, by=head, at=at)
    for item in asked(sheet=sheet):
        if not item.shielded:
            assessments.answer(
                sheet=sheet, item=item, kind=AnswerKind.RATED, value=5, by=head, pen=seat.person, at=at
            )
    return sheet
