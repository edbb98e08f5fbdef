"""What is said of a curve in words: to her and about her, with the number or with the words of the scale."""

from functools import lru_cache

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from bordenden.assessments.queries import Curve, SharedCurve, Topic
from bordenden.assessments.words import AnswerKind, spoken

# The anchors of all questions at eleven numbers, in two languages.
MOST_KEPT = 4000
MIDDLE = 5
HIGHEST = 10
# From here on a number is nearer to the anchor above it than to the one below.
NEARLY_MIDDLE, NEARLY_HIGHEST = 3, 8


def in_words(topic: Topic, value: int) -> str:
    """The anchor's own words at 0, 5 and 10; in between, gently, how near the next one is."""
    near = topic.low if value < NEARLY_MIDDLE else topic.middle if value < NEARLY_HIGHEST else topic.high
    return _near(get_language(), near, value)


@lru_cache(maxsize=MOST_KEPT)
def _near(_language: str | None, anchor: str, value: int) -> str:
    """A page of curves says the same few again and again."""
    words = _("»%(words)s«") % {"words": spoken(anchor)}
    if value in (0, MIDDLE, HIGHEST):
        return words
    if value < NEARLY_MIDDLE or MIDDLE < value < NEARLY_HIGHEST:
        return _("lidt bedre end %(words)s") % {"words": words}
    return _("næsten %(words)s") % {"words": words}


def to_herself(curve: Curve, *, words: bool = False) -> str:
    """One sentence or two; "" when there is nothing she has said about it this time."""
    if curve.latest != AnswerKind.RATED:
        return ""
    said = _said(curve, words=words)
    if "before" not in said:
        text = _("Om %(topic)s siger du: %(now)s.") if words else _("Du siger %(now)s om %(topic)s.")
    elif said["before"] == said["now"]:
        text = (
            _("Om %(topic)s siger du: %(now)s. Det ligner det, du sagde sidst.")
            if words
            else _("Du siger %(now)s om %(topic)s. Det sagde du også sidst.")
        )
    else:
        text = (
            _("Om %(topic)s sagde du sidst: %(before)s. Nu siger du: %(now)s.")
            if words
            else _("Sidst sagde du %(before)s om %(topic)s. Nu siger du %(now)s.")
        )
    return text % said


def about(curve: SharedCurve, name: str) -> str:
    """What somebody else at the table reads. Why there is no number this time is hers."""
    said = {**_said(curve, words=False), "name": name}
    if not curve.now:
        return _("Sidst sagde %(name)s %(now)s om %(topic)s. Denne gang er der ikke noget svar.") % said
    if "before" not in said:
        return _("%(name)s siger %(now)s om %(topic)s.") % said
    if said["before"] == said["now"]:
        return _("%(name)s siger %(now)s om %(topic)s, ligesom sidst.") % said
    return _("Sidst sagde %(name)s %(before)s om %(topic)s. Nu siger %(name)s %(now)s.") % said


def inside(topic: Topic) -> str:
    """The topic as it stands inside a sentence."""
    name = spoken(topic.name)
    return name[:1].lower() + name[1:]


def _said(curve: Curve | SharedCurve, *, words: bool) -> dict[str, object]:
    """The topic, and what she said last and the time before, where there is any."""
    topic, said = curve.topic, {"now": curve.trajectory.last, "before": curve.trajectory.previous}
    values = {name: in_words(topic, point.value) if words else point.value for name, point in said.items() if point}
    return {"topic": inside(topic), **values}
