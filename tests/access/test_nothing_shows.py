"""What is one side's own changes no page of the others: kept rounds, answers, looks back at oneself, unfinished words."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db.models import Model
from django.utils.timezone import localdate

from bordenden.assessments import actions as assessments
from bordenden.assessments.models import Answer, Pick, Sheet, WorkOn
from bordenden.assessments.words import AnswerKind, Purpose
from bordenden.drafts.actions import keep
from bordenden.drafts.slots import fresh
from bordenden.foundation.clock import now
from bordenden.meetings.actions import answer_self_check, say_helped
from bordenden.meetings.models import Conversation
from bordenden.meetings.words import Check, Extent, Helped
from bordenden.pathways import actions as pathways
from bordenden.pathways.words import Room
from tests.assessments.twenty import named, publish
from tests.cast import MONDAY, Cast, client_of
from tests.house.test_urls import GUARDED, things_of, url_of
from tests.web.pages import said_in

# Who looks through which doors: caseworker, substitute, mentor, project leader, agency, evaluator.
OTHERS = {"bo": "staff", "ole": "staff", "mie": "guest", "lis": "insight", "stine": "insight", "eva": "insight"}
Things = dict[type[Model], Model]
Changes = dict[str, tuple[str, str]]
SHIELDED = ("indflydelse", "tillid")
LATER = timedelta(minutes=1)


@pytest.fixture
def seated(story: Cast) -> Cast:
    """Bo is away and Ole stands in for him; every room that can be opened is open."""
    at = now() - LATER
    pathways.stand_in(
        tables=[story.aminas_table], colleague=story.ole, first=localdate(at), last=localdate(at) + timedelta(days=3),
        by=story.bo, at=at,
    )  # fmt: skip
    for seat in (story.bos_seat, story.mies_seat):
        for room in Room:
            pathways.open_room(seat=seat, room=room, by=story.amina, at=at)
    return story


def pages(cast: Cast, things: Things, doors: dict[str, str]) -> dict[str, str]:
    """Every page about these very things behind the door of each, as each of them meets it."""
    found = {}
    for name, door in doors.items():
        client = client_of(getattr(cast, name))
        for address in GUARDED:
            # That she is looked at is hers to see, so her list of looks grows by being compared.
            if address.view.__module__.split(".")[2] == door and address.name != "looks":
                for talk in cast_talks(cast) if address.act and address.act.on is Conversation else [None]:
                    answer = client.get(url_of(address, {**things, Conversation: talk} if talk else things))
                    found[f"{name} {address.name} {talk.pk if talk else ''}".strip()] = (
                        f"{answer.status_code} {said_in(answer)}"
                    )
    return found


def cast_talks(cast: Cast) -> tuple[Conversation, Conversation]:
    """The one they have had, and the one they will have."""
    return held(cast), Conversation.objects.get(table=cast.aminas_table, held_at=None)


def changed(read: Callable[[], dict[str, str]], *things_done: Callable[[], object]) -> Changes:
    """What a page said before all of these things were done, and after."""
    before = read()
    assert sum(page.startswith("200 ") for page in before.values()) > 5
    for does in things_done:
        does()
    after = read()
    return {page: (before[page], after[page]) for page in before if before[page] != after[page]}


def as_seen(cast: Cast, **doors: str) -> Callable[[], dict[str, str]]:
    """The things are chosen once: what comes to be afterwards has no page here."""
    things = things_of(cast)
    return lambda: pages(cast, things, doors or OTHERS)


def a_round(cast: Cast, purpose: Purpose) -> Sheet:
    """She finishes a round and keeps it."""
    by, at = cast.amina, now()
    Sheet.objects.filter(table=cast.aminas_table, purpose=purpose, finished_at=None, pen=None).delete()
    sheet = assessments.start(table=cast.aminas_table, by=by, at=at, purpose=purpose)
    item = sheet.version.items.filter(shielded=False).order_by("position")[0]
    assessments.answer(sheet=sheet, item=item, kind=AnswerKind.RATED, value=1, by=by, at=at)
    if purpose == Purpose.SITUATION:
        assessments.pick(sheet=sheet, items=[item], by=by, at=at)
        assessments.choose(sheet=sheet, items=[item], by=by, at=at)
    assessments.finish(sheet=sheet, by=by, at=at)
    return assessments.not_now(sheet=sheet, by=by, at=at)


def draft(cast: Cast, who: str, form: str) -> None:
    slot = fresh(form, table=cast.aminas_table.pk)
    keep(by=getattr(cast, who), slot=slot, fields={"words": "hemmeligt"}, opened_at=now(), at=now())


@pytest.mark.once
def test_what_is_hers_alone_changes_no_page_of_anybody_else(seated: Cast) -> None:
    """Rounds she keeps, whether a talk helped, her unfinished words, and what she said of influence and trust."""
    sheet = a_round_sent(seated)
    talk = held(seated)
    at = talk.starts_at + timedelta(hours=3)
    talk.helpfulness.all().delete()
    shown = changed(
        as_seen(seated),
        lambda: a_round(seated, Purpose.SITUATION),
        lambda: a_round(seated, Purpose.WELLBEING),
        lambda: say_helped(conversation=talk, helped=Helped.NO, by=seated.amina, at=at),
        lambda: draft(seated, "amina", "help.spoerg"),
        lambda: shielded_in(sheet),
    )
    assert shown == {}


def a_round_sent(cast: Cast) -> Sheet:
    """Bo has a round of hers in which the shielded two stand unanswered."""
    version = publish(at=MONDAY, number=90)
    by, at = cast.amina, now() - LATER
    Sheet.objects.filter(table=cast.aminas_table, finished_at=None).delete()
    sheet = assessments.start(table=cast.aminas_table, by=by, at=at)
    assessments.answer(sheet=sheet, item=named(version, "soevn"), kind=AnswerKind.RATED, value=6, by=by, at=at)
    assessments.finish(sheet=sheet, by=by, at=at)
    return assessments.send(sheet=sheet, to=cast.bos_seat, by=by, at=at)


def shielded_in(sheet: Sheet) -> None:
    """The two are answered, picked and chosen to work on, as if any way had let it in."""
    placed = {"table": sheet.table, "municipality": sheet.municipality, "sheet": sheet}
    for code in SHIELDED:
        item = named(sheet.version, code)
        Answer.objects.create(**placed, item=item, kind=AnswerKind.RATED, value=0, answered_at=sheet.started_at)
        Pick.objects.create(**placed, item=item, place=0)
        WorkOn.objects.create(**placed, item=item, place=0, step_words="hemmeligt", chosen_at=sheet.started_at)


def held(cast: Cast) -> Conversation:
    return Conversation.objects.filter(table=cast.aminas_table, held_at__isnull=False).order_by("-starts_at")[0]


@pytest.mark.once
def test_what_bo_says_of_himself_and_his_unfinished_words_change_no_page_of_hers_or_of_anybody_else(
    seated: Cast,
) -> None:
    talk = held(seated)
    at = talk.starts_at + timedelta(hours=3)
    talk.helpfulness.all().delete()
    talk.self_checks.all().delete()

    def says() -> None:
        say_helped(conversation=talk, helped=Helped.NO, by=seated.bo, at=at)
        answer_self_check(conversation=talk, answers=dict.fromkeys(Check, Extent.NO), by=seated.bo, at=at)

    read = as_seen(seated, amina="citizen", ole="staff", lis="insight")
    assert changed(read, says, lambda: draft(seated, "bo", "contact.new")) == {}


@pytest.mark.once
def test_what_she_sends_does_change_what_bo_reads(seated: Cast) -> None:
    """The same comparison, of what is meant to show: it can tell."""
    kept = a_round(seated, Purpose.SITUATION)
    sent = changed(
        as_seen(seated, bo="staff"),
        lambda: assessments.send(sheet=kept, to=seated.bos_seat, by=seated.amina, at=now()),
    )
    assert {"bo case_sheets", "bo case_development"} <= set(sent)
