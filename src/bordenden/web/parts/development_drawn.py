"""The pictures of her development: the fan of how it is now, and a small line for each question."""

from collections.abc import Sequence
from datetime import date

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from bordenden.assessments.queries import Curve, SharedCurve, Topic, Wellbeing
from bordenden.assessments.words import Area, spoken
from bordenden.web.design.pictures import Fan, Ray, RayGroup, Spark
from bordenden.web.parts.development_said import in_words

AnyCurve = Curve | SharedCurve
HUNDRED = 100


def short_day(day: date) -> str:
    """ "3. sept. 25", as Danish shortens it."""
    return date_format(day, pgettext("a short day under a curve, as Django writes dates", "j. N y"))


def fan_of(curves: Sequence[AnyCurve], days: Sequence[date], *, words: bool) -> Fan:
    """The newest number about each question, by the part of life it belongs to; older ones say from when."""
    groups = [
        RayGroup(str(area.label), tuple(_ray(curve, days[-1], words=words) for curve in found))
        for area, found in _by_area(curves)
    ]
    description = _(
        "En stråle for hvert emne. Jo længere stråle, jo højere svar. Svarene står i tabellen ved siden af."
    )
    return Fan(_("Sådan er det nu"), description, _("Emne"), _("Svar"), tuple(groups))


def lines_of(curves: Sequence[AnyCurve], days: Sequence[date], *, words: bool) -> tuple[tuple[str, list[Spark]], ...]:
    """The lines of each part of life under its name. A curve without any number is no line."""
    labels = tuple(short_day(day) for day in days)
    return tuple(
        (str(area.label), [_spark(curve, days, labels, words=words) for curve in found if curve.trajectory.n])
        for area, found in _by_area(curves)
        if any(curve.trajectory.n for curve in found)
    )


def wellbeing_line(wellbeing: Wellbeing, *, words: bool) -> Spark:
    """The number of a hundred over time; in words mode the line alone."""
    scores = wellbeing.scores
    return Spark(
        title=_("Min trivsel"),
        description=_("%(topic)s over tid") % {"topic": _("Min trivsel")},
        labels=tuple(short_day(day) for day in wellbeing.days),
        values=tuple(None if score is None else float(score) for score in scores),
        words=tuple(_score_words(wellbeing, at, words=words) for at in range(len(scores))),
        low="" if words else "0",
        high="" if words else number_format(HUNDRED),
        most=HUNDRED,
    )


def _score_words(wellbeing: Wellbeing, at: int, *, words: bool) -> str:
    score = wellbeing.scores[at]
    if score is None:
        return _("Ikke noget tal")
    if not words:
        return number_format(score)
    before = next((one for one in reversed(wellbeing.scores[:at]) if one is not None), None)
    return against(score, before)


def against(score: int, before: int | None) -> str:
    """A number of a hundred in words: only how it stands to the time before, never how good it is."""
    if before is None:
        return _("Første gang")
    if score == before:
        return _("Som gangen før")
    return _("Højere end gangen før") if score > before else _("Lavere end gangen før")


def _by_area(curves: Sequence[AnyCurve]) -> list[tuple[Area, list[AnyCurve]]]:
    groups = ((area, [curve for curve in curves if curve.topic.area == area]) for area in Area)
    return [(area, found) for area, found in groups if found]


def _ray(curve: AnyCurve, newest: date, *, words: bool) -> Ray:
    last = curve.trajectory.last
    name = spoken(curve.topic.name)
    if last is None:
        return Ray(name, None, _("Intet svar"))
    when = "" if last.at == newest else short_day(last.at)
    return Ray(name, float(last.value), _answer(curve.topic, last.value, words=words), when)


def _spark(curve: AnyCurve, days: Sequence[date], labels: tuple[str, ...], *, words: bool) -> Spark:
    at = {point.at: point.value for point in curve.trajectory.points}
    topic = curve.topic
    low, high = spoken(topic.low), spoken(topic.high)
    # A line has a few answers many times: each is put into words once.
    said = {value: _answer(topic, value, words=words) for value in {None, *at.values()}}
    return Spark(
        title=spoken(topic.name),
        description=_("%(topic)s over tid") % {"topic": spoken(topic.name)},
        labels=labels,
        values=tuple(float(at[day]) if day in at else None for day in days),
        words=tuple(said[at.get(day)] for day in days),
        low=low if words else f"0: {low}",
        high=high if words else f"10: {high}",
        by_answer=words,
    )


def _answer(topic: Topic, value: int | None, *, words: bool) -> str:
    if value is None:
        return _("Intet svar")
    return in_words(topic, value) if words else str(value)
