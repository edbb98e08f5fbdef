"""What is one side's own changes no page of the others: kept rounds, answers, looks back at oneself, unfinished words."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db.models import Model

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
from tests.web.pages import words_in

OTHERS = ("bo", "mie", "ole", "lis", "stine", "eva")
SHIELDED = ("indflydelse", "tillid")
LATER = timedelta(minutes=1)


@pytest.fixture
def seated(story: Cast) -> Cast:
    """Bo is away and Ole stands in for him; every room that can be opened is open."""
    at = now() - LATER
    pathways.stand_in(
        tables=[story.aminas_table], colleague=story.ole, first=at.date(), last=at.date() + timedelta(days=3),
        by=story.bo, at=at,
    )  # fmt: skip
    for seat in (story.bos_seat, story.mies_seat):
        for room in Room:
            pathways.open_room(seat=seat, room=room, by=story.amina, at=at)
    return story


def pages(cast: Cast, *names: str, doors: tuple[str, ...], besides: set[str] | None = None) -> dict[str, str]:
    """Every page of these doors about Amina (or her project), as each of them meets it."""
    things = things_of(cast)
    found = {}
    for name in names:
        client = client_of(getattr(cast, name))
        for address in GUARDED:
            if address.view.__module__.split(".")[2] in doors and address.name not in (besides or set()):
                answer = client.get(url_of(address, things))
                found[f"{name} {address.name}"] = f"{answer.status_code} {words_in(answer.content.decode())}"
    return found


def changed(read: Callable[[], dict[str, str]], does: Callable[[], object]) -> dict[str, tuple[str, str]]:
    """What a page said before and after."""
    before = read()
    does()
    after = read()
    assert sum(page.startswith("200 ") for page in before.values()) > 5
    return {page: (before[page], after[page]) for page in before if before[page] != after[page]}


def others(cast: Cast) -> Callable[[], dict[str, str]]:
    return lambda: pages(cast, *OTHERS, doors=("staff", "guest", "insight"))


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


@pytest.mark.parametrize("purpose", [Purpose.SITUATION, Purpose.WELLBEING])
def test_a_round_she_keeps_changes_no_page_of_anybody_else(seated: Cast, purpose: Purpose) -> None:
    things: dict[type[Model], Model] = things_of(seated)
    assert Sheet in things
    assert changed(others(seated), lambda: a_round(seated, purpose)) == {}


def test_the_shielded_two_change_no_page_of_substitute_leader_agency_or_evaluator(seated: Cast) -> None:
    version = publish(at=MONDAY, number=90)
    by, at = seated.amina, now() - LATER
    Sheet.objects.filter(table=seated.aminas_table, finished_at=None).delete()
    sheet = assessments.start(table=seated.aminas_table, by=by, at=at)
    assessments.answer(sheet=sheet, item=named(version, "soevn"), kind=AnswerKind.RATED, value=6, by=by, at=at)
    assessments.finish(sheet=sheet, by=by, at=at)
    assessments.send(sheet=sheet, to=seated.bos_seat, by=by, at=at)

    def shielded() -> None:
        placed = {"table": sheet.table, "municipality": sheet.municipality, "sheet": sheet}
        for code in SHIELDED:
            item = named(version, code)
            Answer.objects.create(**placed, item=item, kind=AnswerKind.RATED, value=0, answered_at=at)
            Pick.objects.create(**placed, item=item, place=0)
            WorkOn.objects.create(**placed, item=item, place=0, step_words="hemmeligt", chosen_at=at)

    assert changed(others(seated), shielded) == {}


def held(cast: Cast) -> Conversation:
    return Conversation.objects.filter(table=cast.aminas_table, held_at__isnull=False).order_by("-starts_at")[0]


def test_her_answer_whether_it_helped_changes_no_page_of_anybody_else(seated: Cast) -> None:
    talk = held(seated)
    at = talk.starts_at + timedelta(hours=3)
    talk.helpfulness.all().delete()
    assert (
        changed(others(seated), lambda: say_helped(conversation=talk, helped=Helped.NO, by=seated.amina, at=at)) == {}
    )


def test_what_bo_says_of_himself_changes_no_page_of_hers_or_of_anybody_else(seated: Cast) -> None:
    talk = held(seated)
    at = talk.starts_at + timedelta(hours=3)
    talk.helpfulness.all().delete()
    talk.self_checks.all().delete()

    def read() -> dict[str, str]:
        hers = pages(seated, "amina", doors=("citizen",), besides={"looks"})
        return {**hers, **pages(seated, "mie", "ole", "lis", doors=("staff", "guest", "insight"))}

    def says() -> None:
        say_helped(conversation=talk, helped=Helped.NO, by=seated.bo, at=at)
        answer_self_check(conversation=talk, answers=dict.fromkeys(Check, Extent.NO), by=seated.bo, at=at)

    assert changed(read, says) == {}


def test_unfinished_words_change_no_page_of_the_other_side(seated: Cast) -> None:
    table = seated.aminas_table.pk

    def draft(who: str, form: str) -> None:
        by = getattr(seated, who)
        keep(by=by, slot=fresh(form, table=table), fields={"words": "hemmeligt"}, opened_at=now(), at=now())

    assert changed(others(seated), lambda: draft("amina", "help.spoerg")) == {}

    def read() -> dict[str, str]:
        hers = pages(seated, "amina", doors=("citizen",), besides={"looks"})
        return {**hers, **pages(seated, "mie", "ole", doors=("staff", "guest"))}

    assert changed(read, lambda: draft("bo", "contact.new")) == {}
