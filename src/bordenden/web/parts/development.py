"""Min udvikling as any door shows it: what was said last time and now, in words; then a curve a question."""

from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from bordenden.assessments.queries import Curve, Development
from bordenden.assessments.words import AnswerKind, spoken
from bordenden.web.design.charts import LineChart, Series
from bordenden.web.design.parts import Anchor


@dataclass(frozen=True, slots=True)
class Told:
    """One question in words; `met` is what follows when the number is lower than last time."""

    words: str
    met: str = ""


@dataclass(frozen=True, slots=True)
class DevelopmentPart:
    """What `parts/development.html` draws. `rounds` are the days with answers."""

    rounds: int
    older: bool
    told: tuple[Told, ...]
    charts: tuple[LineChart, ...]

    @property
    def fell(self) -> bool:
        """Whether any number is lower than last time."""
        return any(told.met for told in self.told)


def development_part(development: Development, *, name: str = "") -> DevelopmentPart:
    """The part as she reads it herself, or, with `name`, as somebody else at her table reads about her."""
    labels = tuple(_day(day) for day in development.days)
    return DevelopmentPart(
        rounds=len(development.days),
        older=development.older,
        told=tuple(_about(curve, name) if name else _to_herself(curve) for curve in development.curves),
        charts=tuple(_chart(curve, development.days, labels) for curve in development.curves),
    )


def _to_herself(curve: Curve) -> Told:
    said = _values(curve)
    if curve.latest == AnswerKind.RATED:
        if "before" not in said:
            return Told(_("Du siger %(now)s om %(topic)s.") % said)
        if curve.trajectory.latest_change == 0:
            return Told(_("Du siger %(now)s om %(topic)s. Det sagde du også sidst.") % said)
        words = _("Sidst sagde du %(before)s om %(topic)s. Nu siger du %(now)s.") % said
        return Told(words, _("Tak, fordi du siger det.") if (curve.trajectory.latest_change or 0) < 0 else "")
    if "now" not in said:
        return Told(_("Du har ikke svaret om %(topic)s.") % said)
    return Told(_("Sidst sagde du %(now)s om %(topic)s. Denne gang svarede du ikke.") % said)


def _about(curve: Curve, name: str) -> Told:
    """Why she gave no number is hers alone: skipped and declined read the same."""
    said = {**_values(curve), "name": name}
    if curve.latest == AnswerKind.RATED:
        if "before" not in said:
            return Told(_("%(name)s siger %(now)s om %(topic)s.") % said)
        if curve.trajectory.latest_change == 0:
            return Told(_("%(name)s siger %(now)s om %(topic)s, ligesom sidst.") % said)
        return Told(_("Sidst sagde %(name)s %(before)s om %(topic)s. Nu siger %(name)s %(now)s.") % said)
    if "now" not in said:
        return Told(_("%(name)s har ikke svaret om %(topic)s.") % said)
    return Told(_("Sidst sagde %(name)s %(now)s om %(topic)s. Denne gang er der ikke noget svar.") % said)


def _values(curve: Curve) -> dict[str, object]:
    """The topic as it stands inside a sentence, and the last number and the one before, where there are any."""
    topic = spoken(curve.topic)
    values: dict[str, object] = {"topic": topic[:1].lower() + topic[1:]}
    if curve.trajectory.last:
        values["now"] = curve.trajectory.last.value
    if curve.trajectory.previous:
        values["before"] = curve.trajectory.previous.value
    return values


def _chart(curve: Curve, days: tuple[date, ...], labels: tuple[str, ...]) -> LineChart:
    at = {point.at: float(point.value) for point in curve.trajectory.points}
    return LineChart(
        key=curve.code,
        title=spoken(curve.topic),
        description=_("Tal fra 0 til 10, en prik for hver gang. Tallene står i tabellen ved siden af."),
        labels=labels,
        series=(Series(_("Svar"), tuple(at.get(day) for day in days)),),
        anchors=(Anchor(0, spoken(curve.low)), Anchor(10, spoken(curve.high))),
    )


def _day(day: date) -> str:
    return date_format(day, pgettext("a short day under a curve, as Django writes dates", "j. b y"))
