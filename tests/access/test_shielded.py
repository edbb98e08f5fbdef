"""What she answered about influence and trust changes no page of her caseworker's or of her guests'."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.db.models import Model
from django.test import Client
from django.urls import reverse
from hypothesis import Phase, example, given
from hypothesis import strategies as st

from bordenden.assessments.actions import answer, choose, finish, pick, send, start
from bordenden.assessments.models import Answer, Pick, Sheet, WorkOn
from bordenden.assessments.words import AnswerKind
from bordenden.audit.words import Purpose
from bordenden.contactlog.models import Entry
from bordenden.contactlog.words import CopyFormat
from bordenden.foundation.clock import now
from bordenden.pathways import actions as pathways
from bordenden.pathways.models import Table
from bordenden.pathways.words import Room
from bordenden.web.staff.handing_out import AGAIN
from tests.assessments.twenty import named, publish
from tests.cast import MONDAY, Cast, client_of
from tests.examples import examples
from tests.house.test_urls import PERSONAL, things_of, url_of
from tests.web.pages import said_in

SHIELDED = ("indflydelse", "tillid")
# Not there, skipped, declined, or a number.
Pages = dict[tuple[str, str], str]
ANSWERS = st.sampled_from([None, "skipped", "declined", *range(11)])


@contextmanager
def for_a_moment(sheet: Sheet) -> Iterator[None]:
    """What one example wrote about the shielded two is gone before the next (a page cannot be asked in a rollback)."""
    yield
    for model in (Answer, Pick, WorkOn):
        model._default_manager.filter(sheet=sheet, item__code__in=SHIELDED).delete()


@pytest.fixture
def sent(story: Cast, monkeypatch: pytest.MonkeyPatch) -> Sheet:
    """A round without the shielded two, sent to Bo; every room stands open for Bo and for Mie, and the clock stands."""
    version = publish(at=MONDAY, number=90)
    moment = now()
    monkeypatch.setattr("bordenden.web.threshold.opens.now", lambda: moment)
    by, at = story.amina, moment - timedelta(minutes=1)
    for seat in (story.bos_seat, story.mies_seat):
        for room in Room:
            pathways.open_room(seat=seat, room=room, by=by, at=at)
    Sheet.objects.filter(table=story.aminas_table, finished_at=None).delete()
    sheet = start(table=story.aminas_table, by=by, at=at)
    assert sheet.version == version
    items = [named(version, code) for code in ("soevn", "venner")]
    for item in items:
        answer(sheet=sheet, item=item, kind=AnswerKind.RATED, value=6, by=by, at=at)
    pick(sheet=sheet, items=items[:1], by=by, at=at)
    choose(sheet=sheet, items=items, by=by, at=at)
    finish(sheet=sheet, by=by, at=at)
    return send(sheet=sheet, to=story.bos_seat, by=by, at=at)


def shield(sheet: Sheet, code: str, value: str | int | None) -> None:
    """Written past the actions, as if any way had let it in: answered, picked and chosen to work on."""
    if value is None:
        return
    placed = {"table": sheet.table, "municipality": sheet.municipality, "sheet": sheet}
    item = named(sheet.version, code)
    kind = AnswerKind.RATED if isinstance(value, int) else AnswerKind(value)
    number = value if isinstance(value, int) else None
    Answer.objects.create(**placed, item=item, kind=kind, value=number, answered_at=MONDAY)
    Pick.objects.create(**placed, item=item, place=0)
    WorkOn.objects.create(**placed, item=item, place=0, step_words="hemmeligt", wish=10, chosen_at=MONDAY)


JOURNALS: dict[str, type[Model]] = {"journal_copy": Entry, "journal_copy_new": Table}


def read(cast: Cast, sheet: Sheet) -> Pages:
    """Every page about Amina at the staff door as Bo reads it, and at the guest door as Mie does."""
    things: dict[type[Model], Model] = {**things_of(cast), Sheet: sheet}
    bo = client_of(cast.bo)
    visitors: dict[str, tuple[str, Client]] = {"staff": ("bo", bo), "guest": ("mie", client_of(cast.mie))}
    pages = {}
    for address in PERSONAL:
        door = address.view.__module__.split(".")[2]
        if door in visitors:
            name, client = visitors[door]
            answered = client.get(url_of(address, things))
            pages[name, address.name] = f"{answered.status_code} {said_in(answered)}"
    return pages | {("bo", what): said for what, said in taken_out(cast, bo, things).items()}


def taken_out(cast: Cast, bo: Client, things: dict[type[Model], Model]) -> dict[str, str]:
    """What Bo gets by a POST: contacts copied to the journal as text and as paper, his list searched and taken along."""
    one, all_of_it = (reverse(name, args=[things[of].pk]) for name, of in JOURNALS.items())
    asked = {
        "journal as text": (one, {"format": CopyFormat.TEXT}),
        "journal as paper": (one, {"format": CopyFormat.PDF}),
        "journal of all": (all_of_it, {"format": CopyFormat.TEXT, AGAIN: "1"}),
        "search": (reverse("caseload"), {"search": cast.amina.name}),
        "list": (reverse("case_list"), {"purpose": Purpose.MEETING.value}),
    }
    answers = {name: bo.post(url, sent) for name, (url, sent) in asked.items()}
    return {name: f"{answered.status_code} {said_in(answered)}" for name, answered in answers.items()}


@pytest.fixture
def before(story: Cast, sent: Sheet, monkeypatch: pytest.MonkeyPatch) -> Pages:
    """The pages as long as nothing is said about the two; it stays the same moment."""
    moment = now()
    monkeypatch.setattr("bordenden.web.threshold.opens.now", lambda: moment)
    # What is copied to the journal is marked so: from the second time on nothing more changes.
    taken_out(story, client_of(story.bo), things_of(story))
    return read(story, sent)


@examples(2, again=1, phases=(Phase.explicit, Phase.generate))
@example(influence=0, trust=10)
@example(influence="skipped", trust=None)
@given(influence=ANSWERS, trust=ANSWERS)
def test_no_page_of_others_differs_by_a_shielded_answer(
    story: Cast, sent: Sheet, before: Pages, influence: str | int | None, trust: str | int | None
) -> None:
    with for_a_moment(sent):
        for code, value in zip(SHIELDED, (influence, trust), strict=True):
            shield(sent, code, value)
        after = read(story, sent)
    assert {page: after[page] for page in before if before[page] != after[page]} == {}
    assert before["bo", "case_sheet"].startswith("200 ")
    assert before["mie", "guest_development"].startswith("200 ")
    taken = [before["bo", name] for name in ("journal as text", "journal as paper", "journal of all", "search")]
    assert [said.startswith("200 ") and story.amina.name in said for said in taken] == [True] * 4
    said = " ".join(after.values()).lower()
    asked = tuple(f"hvordan går det med {code}" for code in SHIELDED)
    assert [word for word in (*asked, "indflydelse", "hemmeligt") if word in said] == []
