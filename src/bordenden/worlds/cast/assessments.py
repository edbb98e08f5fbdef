"""What the cast has said of itself: Amina's three rounds and Karim's one. All answers are made up."""

from datetime import datetime, timedelta
from typing import Final, TypeAlias

from bordenden.assessments import actions, queries
from bordenden.assessments.words import AnswerKind
from bordenden.pathways.models import Table
from bordenden.people.models import Person
from bordenden.worlds.cast.people import Cast
from bordenden.worlds.instruments import MIN_VURDERING_1, publish_newest

# Version 1 with its five questions; then version 2 with twenty, and the two other instruments.
PUBLISHED, PUBLISHED_2 = timedelta(days=200), timedelta(days=30)
SKIPPED, DECLINED = AnswerKind.SKIPPED, AnswerKind.DECLINED
FIVE = ("tro-paa-arbejde", "helbred", "kraefter", "venner", "selvtillid")

Round: TypeAlias = tuple[timedelta, tuple[int | AnswerKind, ...]]

# How long ago, and the answers to the five in that order. Amina's newest round is part of version 2.
AMINA: Final[tuple[Round, ...]] = (
    (timedelta(days=180), (2, 3, 2, 6, DECLINED)),
    (timedelta(days=91), (4, 3, SKIPPED, 7, 4)),
)
AMINA_2: Final[Round] = (timedelta(days=14), (5, 6, 4, 5, 5))
KARIM: Final[Round] = (timedelta(days=60), (6, 5, 5, 2, 4))


def build_assessments(cast: Cast) -> None:
    """Publish version 1, the rounds of its time, then all that is newest, and Amina's round on that."""
    actions.import_instrument(content=MIN_VURDERING_1.read_bytes(), by=cast.stine, at=cast.at - PUBLISHED)
    for one in AMINA:
        _round(cast.aminas_table, cast.amina, one, cast.at)
    _round(cast.karims_table, cast.karim, KARIM, cast.at)
    publish_newest(by=cast.stine, at=cast.at - PUBLISHED_2)
    _round(cast.aminas_table, cast.amina, AMINA_2, cast.at)


def _round(table: Table, person: Person, one: Round, now: datetime) -> None:
    at, answers = now - one[0], dict(zip(FIVE, one[1], strict=True))
    sheet = actions.start(table=table, by=person, at=at)
    for item in queries.asked(sheet=sheet):
        if item.code not in answers:
            continue
        said = answers[item.code]
        kind = said if isinstance(said, AnswerKind) else AnswerKind.RATED
        value = None if isinstance(said, AnswerKind) else said
        actions.answer(sheet=sheet, item=item, kind=kind, value=value, by=person, at=at)
    actions.finish(sheet=sheet, by=person, at=at)
