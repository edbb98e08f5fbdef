"""Bo notes what was said: her view first, nothing typed twice, nothing written over; what both say afterwards."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from bordenden.audit.models import Entry as AuditEntry
from bordenden.contactlog.models import Entry
from bordenden.contactlog.queries import standing_of
from bordenden.foundation.rules import AlreadySent, NotPossible, Stale
from bordenden.meetings import actions, queries
from bordenden.meetings.actions import Agreed
from bordenden.meetings.models import Agreement, Conversation, Helpfulness, Note, SelfCheck
from bordenden.meetings.words import Check, Contribution, Extent, Helped, Side, Where
from bordenden.pathways import actions as pathways
from bordenden.pathways.words import LeavingReason
from tests.cast import MONDAY, Cast
from tests.meetings.stories import DAY, HOUR, WEDNESDAY, hold, plan


@pytest.mark.requirement("R2")
def test_the_note_keeps_what_he_gave_and_his_frames(cast: Cast) -> None:
    made = hold(
        cast,
        plan(cast),
        gave={Contribution.MIRROR: "At hun lyser op.", Contribution.FACILITATE: ""},
        can="Ringe til stedet.",
        cannot="Love løn.",
        because="Det siger loven.",
    )
    stands = queries.standing_note(conversation=made.conversation)
    assert stands is not None
    assert (stands.mirror, stands.mirror_how) == (True, "At hun lyser op.")
    assert (stands.knowledge, stands.facilitate, stands.facilitate_how) == (False, True, "")
    assert (stands.can, stands.cannot, stands.because) == ("Ringe til stedet.", "Love løn.", "Det siger loven.")


@pytest.mark.parametrize(
    ("where", "by", "logged"),
    [
        (Where.JOBCENTRE, "bo", ("meeting", "out", "jobcentre", "staff")),
        (Where.PHONE, "amina", ("phone", "in", "remote", "citizen")),
        (Where.HOME, "bo", ("visit", "out", "home", "staff")),
    ],
)
def test_the_contact_is_noted_in_the_same_breath(cast: Cast, where: Where, by: str, logged: tuple[str, ...]) -> None:
    made = hold(cast, plan(cast, place=where, by=getattr(cast, by)))
    entry = Entry.objects.get()
    assert (entry.channel, entry.direction, entry.place, entry.initiator) == logged
    assert (entry.citizen_view, entry.summary, entry.minutes) == (
        "Jeg vil se stedet først.",
        "Talte om børnehaven.",
        45,
    )
    assert (made.entry, entry.happened_at, entry.written_by) == (entry, WEDNESDAY, cast.bo)
    assert Conversation.objects.get().held_at == WEDNESDAY
    assert queries.note_of(entry=entry) == made


def test_a_contact_that_was_no_conversation_has_no_note(story: Cast) -> None:
    plain = Entry.objects.filter(table=story.karims_table).order_by("pk").first()
    assert plain is not None
    assert queries.note_of(entry=plain) is None


def test_neither_stands_without_the_other(cast: Cast) -> None:
    conversation = plan(cast)
    with pytest.raises(NotPossible):
        hold(cast, conversation, held_at=WEDNESDAY + DAY)
    assert (Note.objects.count(), Entry.objects.count()) == (0, 0)
    assert Conversation.objects.get().held_at is None


def test_a_conversation_is_not_noted_before_its_day_nor_when_cancelled(cast: Cast) -> None:
    conversation = plan(cast)
    with pytest.raises(NotPossible):
        hold(cast, conversation, at=MONDAY)
    actions.cancel(conversation=conversation, by=cast.bo, at=MONDAY)
    with pytest.raises(NotPossible):
        hold(cast, conversation)
    assert Note.objects.count() == 0


def test_a_conversation_of_this_morning_may_be_held_before_its_hour(cast: Cast) -> None:
    early = WEDNESDAY - HOUR
    assert hold(cast, plan(cast), at=early).entry.happened_at == early


def test_a_correction_is_added_here_and_in_the_log_and_the_first_words_stay(cast: Cast) -> None:
    first = hold(cast, plan(cast))
    later = WEDNESDAY + DAY
    second = hold(cast, first.conversation, version=1, summary="Talte om vuggestuen.", can="Ringe.", at=later)
    chain = queries.notes_of(conversation=first.conversation)
    assert [(row.version, row.summary, row.can) for row in chain] == [
        (1, "Talte om børnehaven.", ""),
        (2, "Talte om vuggestuen.", "Ringe."),
    ]
    assert standing_of(entry=first.entry).summary == "Talte om vuggestuen."
    assert queries.note_of(entry=first.entry) == second
    assert queries.note_of(entry=standing_of(entry=first.entry)) == second


def test_a_correction_of_the_frames_alone_leaves_the_log_as_it_is(cast: Cast) -> None:
    first = hold(cast, plan(cast))
    hold(cast, first.conversation, version=1, can="Ringe.", at=WEDNESDAY + DAY)
    assert Entry.objects.count() == 1


def test_two_who_note_at_once_are_told(cast: Cast) -> None:
    first = hold(cast, plan(cast))
    with pytest.raises(Stale) as refused:
        hold(cast, first.conversation, summary="Noget andet.")
    assert (refused.value.saved, refused.value.version) == ("Talte om børnehaven.", 1)
    assert (Note.objects.count(), Entry.objects.count()) == (1, 1)


def test_the_same_form_twice_is_one_note_and_other_words_are_refused(cast: Cast) -> None:
    conversation, key = plan(cast), uuid4()
    first = hold(cast, conversation, form_key=key)
    assert hold(cast, conversation, form_key=key) == first
    with pytest.raises(AlreadySent):
        hold(cast, conversation, form_key=key, summary="Noget andet.")
    assert (Note.objects.count(), Entry.objects.count()) == (1, 1)


def test_an_agreement_is_hers_unless_it_is_said_otherwise_and_its_owner_marks_it(cast: Cast) -> None:
    agreed = [Agreed("Besøge stedet"), Agreed(" "), Agreed("Ringe", Side.COORDINATOR, date(2026, 3, 9))]
    hold(cast, plan(cast), agreed=agreed)
    hers, his = Agreement.objects.order_by("position")
    assert (hers.words, hers.owner, hers.by_on) == ("Besøge stedet", Side.CITIZEN, None)
    assert (his.words, his.owner, his.by_on) == ("Ringe", Side.COORDINATOR, date(2026, 3, 9))
    for agreement, owner, other in ((hers, cast.amina, cast.bo), (his, cast.bo, cast.amina)):
        with pytest.raises(NotPossible):
            actions.mark_agreement(agreement=agreement, done=True, by=other, at=WEDNESDAY + DAY)
        assert actions.mark_agreement(agreement=agreement, done=True, by=owner, at=WEDNESDAY + DAY).done_at
    assert queries.open_agreements(table=cast.aminas_table) == []
    actions.mark_agreement(agreement=hers, done=False, by=cast.amina, at=WEDNESDAY + DAY)
    assert queries.open_agreements(table=cast.aminas_table) == [hers]


def test_the_audit_keeps_who_noted_and_no_words(cast: Cast) -> None:
    made = hold(cast, plan(cast), can="Ringe til stedet.")
    line = AuditEntry.objects.get(act="conversation.note")
    assert (line.actor, line.thing) == (cast.bo.pk, made.pk)
    assert not any("stedet" in str(value) for value in line.content())


# Whether it helped


def helped(cast: Cast, conversation: Conversation, name: str, answer: Helped) -> Helpfulness:
    at = conversation.starts_at + HOUR
    return actions.say_helped(conversation=conversation, helped=answer, by=getattr(cast, name), at=at)


@pytest.mark.requirement("R29")
@pytest.mark.requirement("R72")
def test_both_sides_say_whether_it_helped_and_whether_they_used_the_assessment(cast: Cast) -> None:
    conversation = plan(cast)
    for name, answer, used in (("amina", Helped.NO, True), ("bo", Helped.YES, False)):
        actions.say_helped(
            conversation=conversation,
            helped=answer,
            used_assessment=used,
            by=getattr(cast, name),
            at=WEDNESDAY + HOUR,
        )
    rows = Helpfulness.objects.order_by("side").values_list("side", "helped", "used_assessment")
    assert list(rows) == [("citizen", "no", True), ("coordinator", "yes", False)]


def test_each_is_handed_the_own_answer_alone(cast: Cast) -> None:
    conversation = plan(cast)
    hers, his = helped(cast, conversation, "amina", Helped.NO), helped(cast, conversation, "bo", Helped.YES)
    assert queries.own_answer(conversation=conversation, person=cast.amina) == hers
    assert queries.own_answer(conversation=conversation, person=cast.bo) == his
    assert queries.own_answer(conversation=conversation, person=cast.ole) is None


def test_an_answer_may_be_changed_until_the_next_conversation_begins(cast: Cast) -> None:
    first, second = plan(cast), plan(cast, WEDNESDAY + 7 * DAY)
    helped(cast, first, "amina", Helped.NO)
    helped(cast, first, "amina", Helped.YES)
    assert Helpfulness.objects.get().helped == Helped.YES
    for too in (WEDNESDAY - HOUR, second.starts_at):
        with pytest.raises(NotPossible):
            actions.say_helped(conversation=first, helped=Helped.NO, by=cast.amina, at=too)
    assert Helpfulness.objects.get().helped == Helped.YES


def test_a_new_caseworker_does_not_answer_for_the_one_who_held_it(cast: Cast) -> None:
    conversation = plan(cast)
    hold(cast, conversation)
    pathways.change_coordinator(
        table=cast.aminas_table, to=cast.ole, because=LeavingReason.ORGANISATION, by=cast.lis, at=WEDNESDAY + 2 * HOUR
    )
    late = WEDNESDAY + 3 * HOUR
    with pytest.raises(NotPossible):
        actions.say_helped(conversation=conversation, helped=Helped.YES, by=cast.ole, at=late)
    with pytest.raises(NotPossible):
        actions.answer_self_check(conversation=conversation, answers={}, by=cast.ole, at=late)
    assert (Helpfulness.objects.count(), SelfCheck.objects.count()) == (0, 0)


# His own look back


@pytest.mark.requirement("R105")
def test_the_caseworker_looks_back_at_himself_and_only_he_reads_it(cast: Cast) -> None:
    conversation = plan(cast)
    with pytest.raises(NotPossible):
        actions.answer_self_check(conversation=conversation, answers={}, by=cast.bo, at=WEDNESDAY + HOUR)
    hold(cast, conversation)
    said = {Check.WITH: Extent.YES, Check.COACHING: Extent.PARTLY}
    for answers in (said, said | {Check.PACE: Extent.NO}):
        actions.answer_self_check(conversation=conversation, answers=answers, by=cast.bo, at=WEDNESDAY + 2 * HOUR)
    own = queries.own_check(conversation=conversation, person=cast.bo)
    assert own is not None
    assert [getattr(own, check.value) for check in Check] == ["yes", "partly", "", "", "no"]
    assert queries.own_check(conversation=conversation, person=cast.amina) is None
    assert SelfCheck.objects.count() == 1


def test_no_word_of_hers_can_stand_in_the_self_check() -> None:
    assert (SelfCheck.privacy.sensitive, SelfCheck.privacy.identifying) == ((), ())
    assert {field.max_length for field in SelfCheck._meta.concrete_fields if field.name in Check.values} == {6}


def test_the_newest_conversation_is_asked_about_until_one_has_answered(cast: Cast) -> None:
    table, late = cast.aminas_table, WEDNESDAY + timedelta(hours=2)
    conversation = plan(cast)
    assert queries.to_be_judged(table=table, person=cast.amina, at=MONDAY) is None
    assert queries.to_be_judged(table=table, person=cast.amina, at=late) == conversation
    helped(cast, conversation, "amina", Helped.YES)
    assert queries.to_be_judged(table=table, person=cast.amina, at=late) is None
    assert queries.to_be_judged(table=table, person=cast.bo, at=late) == conversation
