"""Stine edits a draft of Min vurdering, and Lis one of Fjordby's own; what is published stays as it is."""

from datetime import datetime
from typing import TypedDict

import pytest
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bordenden.assessments import actions, queries
from bordenden.assessments.actions import BrokenInstrument, ItemSaid, Wording
from bordenden.assessments.actions.reading import read
from bordenden.assessments.models import Instrument, InstrumentVersion, Item, Recording, TestRun, Withdrawal
from bordenden.assessments.words import AnswerKind, Area, Purpose
from bordenden.audit.models import Entry
from bordenden.foundation.rules import NotPossible, Stale
from bordenden.people.models import Person
from tests.assessments.files import SHIPPED, TWENTY
from tests.cast import MONDAY, Cast

SLEEP = Wording("Nattero", "Sover du om natten?", "Nej", "Nogle nætter", "Ja")
OGG = b"OggS" + b"\0" * 60


class Deed(TypedDict):
    """Who and when."""

    by: Person
    at: datetime


@pytest.fixture
def instrument(cast: Cast) -> Instrument:
    """Min vurdering with its two versions."""
    for content in (SHIPPED, TWENTY):
        actions.import_instrument(content=content, by=cast.stine, at=MONDAY)
    return Instrument.objects.get(code="min-vurdering")


@pytest.fixture
def draft(cast: Cast, instrument: Instrument) -> InstrumentVersion:
    """Version 3, begun."""
    return actions.begin_draft(instrument=instrument, by=cast.stine, at=MONDAY)


def frozen(version: InstrumentVersion) -> list[tuple[object, ...]]:
    """Everything a version says."""
    version.refresh_from_db()
    items = version.items.order_by("position", "edition").values_list()
    return [(version.number, version.intro, version.published_at, version.digest), *items]


def codes(draft: InstrumentVersion) -> list[str]:
    return list(dict.fromkeys(draft.items.order_by("position", "edition").values_list("code", flat=True)))


def test_a_draft_is_the_newest_version_under_the_next_number_and_there_is_one(
    cast: Cast, instrument: Instrument, draft: InstrumentVersion
) -> None:
    assert (draft.number, draft.published_at, draft.digest) == (3, None, "")
    assert (len(codes(draft)), draft.items.count()) == (20, 25)
    assert actions.begin_draft(instrument=instrument, by=cast.stine, at=MONDAY) == draft
    assert queries.current_version() == queries.version_numbered(instrument=instrument, number=2)


def test_written_as_a_file_and_read_again_it_is_the_same(draft: InstrumentVersion) -> None:
    text = read(actions.written(draft))
    rows = draft.items.order_by("position", "edition")
    for said, row in zip(text.items, rows, strict=True):
        for name in ("code", "position", "edition", "area", "question", "low", "shielded", "indicator"):
            assert getattr(said, name) == getattr(row, name)
    assert (text.code, text.version, text.intro) == ("min-vurdering", 3, draft.intro)


@given(
    words=st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1, max_size=60).filter(
        lambda words: words.strip() == words
    )
)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_typed_comes_through_the_file_unharmed(cast: Cast, words: str) -> None:
    with transaction.atomic():
        instrument = Instrument.objects.create(code="min-trivsel", name="Min trivsel", purpose="situation")
        version = InstrumentVersion.objects.create(instrument=instrument, number=1)
        Item.objects.create(
            version=version, code="a", position=1, topic=words, question=words, low="0", middle="5", high="10"
        )
        assert read(actions.written(version)).items[0].question == words
        transaction.set_rollback(True)


def test_a_draft_that_is_published_gets_identities_and_a_digest_of_its_file(
    cast: Cast, instrument: Instrument, draft: InstrumentVersion
) -> None:
    actions.remove_item(draft=draft, code="soevn", by=cast.stine, at=MONDAY)
    said = ItemSaid(SLEEP, area=Area.HEALTH, continues="soevn")
    code = actions.add_item(draft=draft, said=said, by=cast.stine, at=MONDAY)
    draft.refresh_from_db()
    published = actions.publish(draft=draft, edits=draft.edits, by=cast.stine, at=MONDAY)
    assert code == "nattero"
    assert published.items.get(code="nattero").identity == "soevn"
    assert queries.current_version() == published
    again = actions.import_instrument(content=actions.written(published), by=cast.stine, at=MONDAY)
    assert (again.version, again.new) == (published, False)
    assert Entry.objects.filter(act="instrument.publish", thing=published.pk).count() == 1


def test_a_draft_with_a_fault_is_not_published_and_each_fault_names_its_question(
    cast: Cast, draft: InstrumentVersion
) -> None:
    open_to_all = actions.as_said(draft, "tillid")
    assert open_to_all is not None
    bare = ItemSaid(open_to_all.wording, area=open_to_all.area)
    actions.change_item(draft=draft, code="tillid", said=bare, edits=0, by=cast.stine, at=MONDAY)
    assert [(fault.code, fault.reason) for fault in actions.faults_of(draft)] == [
        ("tillid", "Spørgsmålet er skærmet i version 2, og det bliver det ved med at være.")
    ]
    with pytest.raises(BrokenInstrument):
        actions.publish(draft=draft, edits=1, by=cast.stine, at=MONDAY)
    draft.refresh_from_db()
    assert draft.published_at is None


def test_nothing_new_is_not_published_and_an_edit_in_between_is_told(cast: Cast, draft: InstrumentVersion) -> None:
    with pytest.raises(NotPossible, match="ikke noget nyt at udgive"):
        actions.publish(draft=draft, edits=0, by=cast.stine, at=MONDAY)
    actions.reword(draft=draft, intro="Hej.", changes="", edits=0, by=cast.stine, at=MONDAY)
    with pytest.raises(Stale, match="En anden har ændret kladden"):
        actions.publish(draft=draft, edits=0, by=cast.stine, at=MONDAY)
    assert actions.publish(draft=draft, edits=1, by=cast.stine, at=MONDAY).published_at == MONDAY


def test_two_who_edit_at_once_are_told_and_see_both_texts(cast: Cast, draft: InstrumentVersion) -> None:
    actions.change_item(draft=draft, code="soevn", said=ItemSaid(SLEEP), edits=0, by=cast.stine, at=MONDAY)
    other = ItemSaid(Wording("Søvn", "Sover du?", "Nej", "Lidt", "Ja"))
    with pytest.raises(Stale) as stale:
        actions.change_item(draft=draft, code="soevn", said=other, edits=0, by=cast.eva, at=MONDAY)
    assert stale.value.saved == "Nattero · Sover du om natten? · Nej · Nogle nætter · Ja"
    actions.change_item(draft=draft, code="soevn", said=other, edits=stale.value.version, by=cast.eva, at=MONDAY)
    assert draft.items.get(code="soevn").question == "Sover du?"


def test_questions_are_moved_and_removed_without_a_gap(cast: Cast, draft: InstrumentVersion) -> None:
    actions.move_item(draft=draft, code="tro-paa-arbejde", up=True, by=cast.stine, at=MONDAY)
    actions.move_item(draft=draft, code="tro-paa-arbejde", up=True, by=cast.stine, at=MONDAY)
    assert codes(draft)[:3] == ["tro-paa-arbejde", "retning", "muligheder"]
    actions.remove_item(draft=draft, code="retning", by=cast.stine, at=MONDAY)
    assert sorted(set(draft.items.order_by("pk").values_list("position", flat=True))) == list(range(1, 20))


def test_a_recording_follows_its_words_into_a_draft_and_goes_when_they_change(
    cast: Cast, instrument: Instrument, draft: InstrumentVersion
) -> None:
    health = draft.items.get(code="helbred")
    actions.give_voice(draft=draft, item=health, content=OGG, artificial=True, by=cast.stine, at=MONDAY)
    draft.refresh_from_db()
    actions.reword(draft=draft, intro="Ny.", changes="", edits=draft.edits, by=cast.stine, at=MONDAY)
    draft.refresh_from_db()
    actions.publish(draft=draft, edits=draft.edits, by=cast.stine, at=MONDAY)
    fourth = actions.begin_draft(instrument=instrument, by=cast.stine, at=MONDAY)
    assert [bytes(one.content) for one in Recording.objects.filter(item__version=fourth)] == [OGG]
    said = actions.as_said(fourth, "helbred")
    assert said is not None
    shielded = ItemSaid(said.wording, area=said.area, shielded=True)
    actions.change_item(draft=fourth, code="helbred", said=shielded, edits=0, by=cast.stine, at=MONDAY)
    assert Recording.objects.filter(item__version=fourth).count() == 1
    actions.change_item(draft=fourth, code="helbred", said=ItemSaid(SLEEP), edits=1, by=cast.stine, at=MONDAY)
    assert Recording.objects.filter(item__version=fourth).count() == 0
    assert Recording.objects.filter(item__version=draft).count() == 1


@pytest.mark.parametrize(
    ("content", "kind"),
    [(OGG, "audio/ogg"), (b"ID3\x04rest", "audio/mpeg"), (b"\xff\xfbrest", "audio/mpeg"), (b"RIFF\0\0\0\0WAVEfmt ", "audio/wav")],
)  # fmt: skip
def test_what_a_sound_is_is_read_from_its_bytes(
    cast: Cast, draft: InstrumentVersion, content: bytes, kind: str
) -> None:
    item = draft.items.get(code="helbred")
    voice = actions.give_voice(draft=draft, item=item, content=content, artificial=False, by=cast.stine, at=MONDAY)
    assert (voice.media_type, voice.artificial) == (kind, False)


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"<script>", "ikke en lydfil"), (b"", "ikke en lydfil"), (b"RIFF\0\0\0\0AVI ", "ikke en lydfil"), (OGG + b"\0" * 300_000, "for stor")],
)  # fmt: skip
def test_what_is_no_sound_or_too_large_is_refused(
    cast: Cast, draft: InstrumentVersion, content: bytes, said: str
) -> None:
    item = draft.items.get(code="helbred")
    with pytest.raises(NotPossible, match=said):
        actions.give_voice(draft=draft, item=item, content=content, artificial=False, by=cast.stine, at=MONDAY)
    assert not Recording.objects.exists()


@pytest.mark.requirement("R177")
def test_a_test_run_keeps_what_was_said_and_nothing_that_was_answered(cast: Cast, draft: InstrumentVersion) -> None:
    run = actions.begin_run(draft=draft, by=cast.lis, at=MONDAY)
    assert actions.begin_run(draft=draft, by=cast.lis, at=MONDAY) == run
    actions.remark(run=run, code="soevn", clear=False, words="Tre ting på en gang", by=cast.lis, at=MONDAY)
    actions.remark(run=run, code="soevn", clear=True, words="", by=cast.lis, at=MONDAY)
    actions.finish_run(run=run, on_the_whole="Godt.", by=cast.lis, at=MONDAY)
    with pytest.raises(NotPossible, match="færdig med den her prøve"):
        actions.remark(run=run, code="soevn", clear=True, words="", by=cast.lis, at=MONDAY)
    [kept] = queries.runs_of(version=draft)
    assert [(one.code, one.clear, one.words) for one in kept.remarks.all()] == [("soevn", True, "")]
    assert (kept.on_the_whole, kept.finished_at) == ("Godt.", MONDAY)


@pytest.mark.requirement("R177")
def test_two_versions_are_compared_new_gone_reworded_and_mapped(
    cast: Cast, instrument: Instrument, draft: InstrumentVersion
) -> None:
    at: Deed = {"by": cast.stine, "at": MONDAY}
    for code in ("soevn", "bolig"):
        actions.remove_item(draft=draft, code=code, **at)
    actions.add_item(draft=draft, said=ItemSaid(SLEEP, continues="soevn"), **at)
    actions.add_item(draft=draft, said=ItemSaid(Wording("Hjem", "Har du et hjem?", "N", "M", "J")), **at)
    said = actions.as_said(draft, "helbred")
    assert said is not None
    worded = Wording("Helbred", "Hvordan har kroppen det?", said.wording.low, said.wording.middle, said.wording.high)
    draft.refresh_from_db()
    actions.change_item(draft=draft, code="helbred", said=ItemSaid(worded, area=said.area), edits=draft.edits, **at)
    before = queries.newest_published(instrument=instrument)
    in_draft = queries.compare(old=before, new=draft).changes
    draft.refresh_from_db()
    actions.publish(draft=draft, edits=draft.edits, **at)
    published = queries.compare(old=before, new=draft).changes
    told = {(one.kind.value, one.code, one.mapped_from) for one in published if one.kind != queries.Kind.SET}
    assert told == {
        ("reworded", "helbred", ""),
        ("mapped", "nattero", "soevn"),
        ("new", "hjem", ""),
        ("gone", "bolig", ""),
    }
    assert [(one.kind, one.code) for one in in_draft] == [(one.kind, one.code) for one in published]
    [change] = [one for one in published if one.code == "helbred"]
    assert change.pairs == (("question", "Hvordan er dit helbred for tiden?", "Hvordan har kroppen det?"),)


@pytest.mark.requirement("R67")
def test_fjordbys_own_questions_come_after_the_common_ones_in_fjordby_alone(
    cast: Cast, instrument: Instrument
) -> None:
    local = actions.begin_local(project=cast.project, by=cast.lis, at=MONDAY)
    assert actions.begin_local(project=cast.project, by=cast.lis, at=MONDAY) == local
    draft = queries.draft_of(instrument=local)
    assert draft is not None
    code = actions.add_item(draft=draft, said=ItemSaid(SLEEP, area=Area.LOCAL), by=cast.lis, at=MONDAY)
    assert code == "901-nattero"
    actions.publish(draft=draft, edits=1, by=cast.lis, at=MONDAY)
    sheet = actions.start(table=cast.aminas_table, by=cast.amina, at=MONDAY)
    asked = queries.asked(sheet=sheet)
    assert [item.code for item in asked][-2:] == ["tillid", "901-nattero"]
    assert (len(asked), sheet.local_version) == (21, draft)
    assert queries.version_for(purpose=Purpose.SITUATION, municipality=cast.neighbours.municipality) is None
    assert Entry.objects.filter(act="instrument.publish", thing=draft.pk, municipality=901).count() == 1


def test_a_withdrawn_question_is_not_asked_in_open_sheets_either_and_answers_stay(
    cast: Cast, instrument: Instrument
) -> None:
    sheet = actions.start(table=cast.aminas_table, by=cast.amina, at=MONDAY)
    first, second, *_rest = queries.asked(sheet=sheet)
    kept = actions.answer(sheet=sheet, item=first, kind=AnswerKind.RATED, value=4, by=cast.amina, at=MONDAY)
    for item in (first, first, second):
        actions.withdraw(item=item, why="Kan misforstås", by=cast.stine, at=MONDAY)
    assert [item.code for item in queries.asked(sheet=sheet)][:2] == ["muligheder", "soegning"]
    with pytest.raises(NotPossible, match="Det spørgsmål stiller vi ikke mere"):
        actions.answer(sheet=sheet, item=second, kind=AnswerKind.RATED, value=4, by=cast.amina, at=MONDAY)
    kept.refresh_from_db()
    assert (kept.value, Withdrawal.objects.count()) == (4, 2)
    assert Entry.objects.filter(act="instrument.withdraw").count() == 2


def test_a_question_of_a_draft_is_removed_and_not_withdrawn(cast: Cast, draft: InstrumentVersion) -> None:
    with pytest.raises(NotPossible, match="ikke udgivet endnu"):
        actions.withdraw(item=draft.items.get(code="helbred"), why="", by=cast.stine, at=MONDAY)


def test_a_draft_that_is_given_up_takes_its_test_runs_along_and_nothing_else(
    cast: Cast, instrument: Instrument, draft: InstrumentVersion
) -> None:
    published = [frozen(one) for one in instrument.versions.filter(published_at__isnull=False).order_by("number")]
    run = actions.begin_run(draft=draft, by=cast.lis, at=MONDAY)
    actions.remark(run=run, code="soevn", clear=False, words="", by=cast.lis, at=MONDAY)
    actions.discard(draft=draft, by=cast.stine, at=MONDAY)
    assert (queries.draft_of(instrument=instrument), TestRun.objects.count()) == (None, 0)
    assert [frozen(one) for one in instrument.versions.order_by("number")] == published


def test_a_file_is_not_published_past_a_draft(cast: Cast, draft: InstrumentVersion) -> None:
    with pytest.raises(BrokenInstrument, match="Skemaet har en kladde"):
        actions.import_instrument(content=TWENTY.replace(b"version = 2", b"version = 3"), by=cast.stine, at=MONDAY)


DEEDS = st.lists(
    st.tuples(st.sampled_from(["add", "change", "remove", "move", "voice", "words", "run"]), st.integers(0, 30)),
    max_size=8,
)


@given(deeds=DEEDS)
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_done_to_a_draft_no_published_version_changes(
    cast: Cast, instrument: Instrument, draft: InstrumentVersion, deeds: list[tuple[str, int]]
) -> None:
    with transaction.atomic():
        published = list(instrument.versions.filter(published_at__isnull=False).order_by("number"))
        before = [frozen(one) for one in published]
        for deed, number in deeds:
            _do(cast, draft, deed, number)
        draft.refresh_from_db()
        after_draft = frozen(draft)
        if queries.compare(old=published[-1], new=draft).changes and not actions.faults_of(draft):
            actions.publish(draft=draft, edits=draft.edits, by=cast.stine, at=MONDAY)
            after_draft = frozen(draft)
            for deed, number in deeds:
                with pytest.raises(NotPossible):
                    _do(cast, draft, deed, number)
        assert [frozen(one) for one in published] == before
        assert frozen(draft) == after_draft
        transaction.set_rollback(True)


def _do(cast: Cast, draft: InstrumentVersion, deed: str, number: int) -> None:
    at: Deed = {"by": cast.stine, "at": MONDAY}
    held = codes(draft)
    code = held[number % len(held)]
    item = draft.items.filter(code=code).order_by("edition")[0]
    said = ItemSaid(Wording(f"Emne {number}", f"Spørgsmål {number}?", "0", "5", "10"), shielded=True)
    edits = InstrumentVersion.objects.get(pk=draft.pk).edits
    if deed == "add":
        actions.add_item(draft=draft, said=said, **at)
    elif deed == "change":
        actions.change_item(draft=draft, code=code, said=said, edits=edits, **at)
    elif deed == "remove":
        actions.remove_item(draft=draft, code=code, **at)
    elif deed == "move":
        actions.move_item(draft=draft, code=code, up=number % 2 == 0, **at)
    elif deed == "voice":
        actions.give_voice(draft=draft, item=item, content=OGG, artificial=False, **at)
    elif deed == "words":
        actions.reword(draft=draft, intro=f"Hej {number}", changes="", edits=edits, **at)
    else:
        actions.begin_run(draft=draft, **at)


def test_the_database_refuses_every_change_of_a_published_recording(
    cast: Cast, instrument: Instrument, draft: InstrumentVersion
) -> None:
    health = draft.items.get(code="helbred")
    voice = actions.give_voice(draft=draft, item=health, content=OGG, artificial=True, by=cast.stine, at=MONDAY)
    actions.reword(draft=draft, intro="Ny.", changes="", edits=1, by=cast.stine, at=MONDAY)
    actions.publish(draft=draft, edits=2, by=cast.stine, at=MONDAY)
    rows = Recording.objects.filter(pk=voice.pk)
    other = draft.items.get(code="soevn")
    for change in (
        lambda: rows.update(artificial=False),
        lambda: rows.update(item=other),
        lambda: rows._raw_delete("default"),
        lambda: Recording.objects.create(item=other, content=OGG, media_type="audio/ogg"),
    ):
        with pytest.raises(IntegrityError, match="a published version is never changed"), transaction.atomic():
            change()
    assert Recording.objects.count() == 1
