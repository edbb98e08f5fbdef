"""Min udvikling as any door shows it: what she said in words first, then how it is now, then every line over time."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from bordenden.assessments.queries import Curve, Development, SharedCurve, SharedDevelopment, Topic, Wellbeing
from bordenden.assessments.words import AnswerKind, spoken
from bordenden.web.design.pictures import Fan, Spark
from bordenden.web.parts.development_drawn import against, fan_of, lines_of, wellbeing_line
from bordenden.web.parts.development_said import about, to_herself
from bordenden.web.parts.said_when import on_day

IN_SIGHT = 3
# More lines than this are folded by part of life.
FEW = 6
NO_WELLBEING = Wellbeing((), ())


@dataclass(frozen=True, slots=True)
class WellbeingPart:
    """Min trivsel: a sentence, and a line of its own. No name for high or low."""

    words: str
    line: Spark


@dataclass(frozen=True, slots=True)
class DevelopmentPart:
    """What `parts/development_words.html` and `parts/development_pictures.html` show.

    `moved`: at most three sentences in sight, the largest moves first. `rest`: the others, folded. `unsaid`: topics
    she said nothing about this time. `lines`: small lines by part of life. `fell`: what is lower than last time.
    """

    rounds: int
    older: bool = False
    moved: tuple[str, ...] = ()
    rest: tuple[str, ...] = ()
    unsaid: tuple[str, ...] = ()
    shape: Fan | None = None
    lines: tuple[tuple[str, list[Spark]], ...] = ()
    since: str = ""
    until: str = ""
    wellbeing: WellbeingPart | None = None
    fell: tuple[Topic, ...] = ()

    @property
    def few(self) -> bool:
        """Whether all lines can stand open at once."""
        return sum(len(lines) for _title, lines in self.lines) <= FEW


def hers_part(
    development: Development, wellbeing: Wellbeing = NO_WELLBEING, *, words: bool = False
) -> DevelopmentPart:
    """As she reads it herself, in numbers or in words."""
    part = wellbeing_part(wellbeing, words=words)
    if not development.days:
        return DevelopmentPart(0, wellbeing=part)
    said = [(to_herself(curve, words=words), curve) for curve in development.curves]
    sentences = [text for text, _curve in sorted(said, key=lambda one: _by_move(one[1])) if text]
    return DevelopmentPart(
        rounds=len(development.days),
        older=development.older,
        moved=tuple(sentences[:IN_SIGHT]),
        rest=tuple(sentences[IN_SIGHT:]),
        unsaid=tuple(spoken(curve.topic.name) for text, curve in said if not text),
        shape=fan_of(development.curves, development.days, words=words),
        lines=lines_of(development.curves, development.days, words=words),
        since=on_day(development.days[0]),
        until=on_day(development.days[-1]),
        wellbeing=part,
        fell=fallen(development),
    )


def fallen(development: Development) -> tuple[Topic, ...]:
    """What she says a lower number about than last time. She is thanked for it, and nothing is marked."""
    rated = (curve for curve in development.curves if curve.latest == AnswerKind.RATED)
    return tuple(curve.topic for curve in rated if _move(curve) < 0)


def shared_part(development: SharedDevelopment, wellbeing: Wellbeing = NO_WELLBEING, *, name: str) -> DevelopmentPart:
    """As somebody else at her table reads about her: numbers without a comment, and no reasons."""
    part = wellbeing_part(wellbeing, name=name)
    if not development.days:
        return DevelopmentPart(0, wellbeing=part)
    said = [about(curve, name) for curve in sorted(development.curves, key=_by_move)]
    return DevelopmentPart(
        rounds=len(development.days),
        older=development.older,
        moved=tuple(said[:IN_SIGHT]),
        rest=tuple(said[IN_SIGHT:]),
        shape=fan_of(development.curves, development.days, words=False),
        lines=lines_of(development.curves, development.days, words=False),
        since=on_day(development.days[0]),
        until=on_day(development.days[-1]),
        wellbeing=part,
    )


def wellbeing_part(wellbeing: Wellbeing, *, words: bool = False, name: str = "") -> WellbeingPart | None:
    """The sentence and the line, once there is a round."""
    if not wellbeing.days:
        return None
    return WellbeingPart(_wellbeing_words(wellbeing, words=words, name=name), wellbeing_line(wellbeing, words=words))


def wellbeing_fell(wellbeing: Wellbeing) -> bool:
    """Whether the newest number is lower than the one before it."""
    numbers = [score for score in wellbeing.scores if score is not None]
    return len(numbers) > 1 and wellbeing.scores[-1] is not None and numbers[-1] < numbers[-2]


def _wellbeing_words(wellbeing: Wellbeing, *, words: bool, name: str) -> str:
    numbers = [score for score in wellbeing.scores if score is not None]
    if wellbeing.scores[-1] is None and name:
        return _("Denne gang er der ikke noget tal. Det er helt i orden.")
    if wellbeing.scores[-1] is None:
        return _("Denne gang er der ikke noget tal. Du svarede ikke på alle fem, og det er helt i orden.")
    now, before = numbers[-1], numbers[-2] if len(numbers) > 1 else None
    said = {"now": now, "before": before, "name": name}
    if words:
        return f"{against(now, before)}."
    if before is None or before == now:
        return (_("%(name)s siger %(now)s ud af 100.") if name else _("Du siger %(now)s ud af 100.")) % said
    if name:
        return _("Sidst sagde %(name)s %(before)s ud af 100. Nu siger %(name)s %(now)s.") % said
    return _("Sidst sagde du %(before)s ud af 100. Nu siger du %(now)s.") % said


def _move(curve: Curve | SharedCurve) -> int:
    return curve.trajectory.latest_change or 0


def _by_move(curve: Curve | SharedCurve) -> tuple[bool, int, bool]:
    """What was said this time first, by how far it moved; of two equal moves the rise first. Then as asked."""
    now = curve.now if isinstance(curve, SharedCurve) else bool(curve.latest)
    return (not now, -abs(_move(curve)), _move(curve) < 0)
