"""What the cast has said of itself: Amina's three rounds and Karim's one. All answers are made up."""

from datetime import datetime, timedelta
from importlib.resources import files

from bordenden.assessments import actions
from bordenden.assessments.models import Item
from bordenden.assessments.words import AnswerKind
from bordenden.pathways.models import Table
from bordenden.people.models import Person
from bordenden.worlds.cast.people import Cast

MIN_VURDERING = files("bordenden.assessments") / "instruments" / "min-vurdering.toml"
PUBLISHED = timedelta(days=200)
SKIPPED, DECLINED = AnswerKind.SKIPPED, AnswerKind.DECLINED

# How long ago, and the answers in the order of the questions: job or study, health, strength, friends, confidence.
AMINA = (
    (timedelta(days=180), (2, 3, 2, 6, DECLINED)),
    (timedelta(days=91), (4, 3, SKIPPED, 7, 4)),
    (timedelta(days=14), (5, 6, 4, 5, 5)),
)
KARIM = ((timedelta(days=60), (6, 5, 5, 2, 4)),)


def build_assessments(cast: Cast) -> None:
    """Publish the instrument, then everybody's finished rounds."""
    published = actions.import_instrument(content=MIN_VURDERING.read_bytes(), by=cast.stine, at=cast.at - PUBLISHED)
    items = list(published.version.items.order_by("position"))
    for table, person, rounds in (
        (cast.aminas_table, cast.amina, AMINA),
        (cast.karims_table, cast.karim, KARIM),
    ):
        for ago, answers in rounds:
            _round(table, person, dict(zip(items, answers, strict=True)), cast.at - ago)


def _round(table: Table, person: Person, answers: dict[Item, int | AnswerKind], at: datetime) -> None:
    sheet = actions.start(table=table, by=person, at=at)
    for item, said in answers.items():
        kind = said if isinstance(said, AnswerKind) else AnswerKind.RATED
        value = None if isinstance(said, AnswerKind) else said
        actions.answer(sheet=sheet, item=item, kind=kind, value=value, by=person, at=at)
    actions.finish(sheet=sheet, by=person, at=at)
