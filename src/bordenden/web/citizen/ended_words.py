"""How her course ended, as she reads it on her own table: what happened, who decided it, and what she said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from bordenden.pathways.words import Decider, ExitReason
from bordenden.web.parts.after_exit import place_words
from bordenden.web.parts.said_when import on_day

if TYPE_CHECKING:
    from bordenden.pathways.models import Exit

HAPPENED: dict[str, Promise] = {
    ExitReason.LEFT_BY_CHOICE: gettext_lazy("Du valgte selv at stoppe. Det er helt i orden."),
    ExitReason.FLEXJOB: gettext_lazy("Du har fået et fleksjob. Tillykke med det."),
    ExitReason.MOVED: gettext_lazy("Du er flyttet til en ny kommune."),
    ExitReason.IMPRISONMENT: gettext_lazy("Dit forløb stopper for nu."),
    ExitReason.ORDINARY_EDUCATION: gettext_lazy("Du er begyndt på en uddannelse. Tillykke med det."),
    ExitReason.ORDINARY_JOB: gettext_lazy("Du er begyndt i et job. Tillykke med det."),
    ExitReason.REHABILITATION: gettext_lazy("Du er begyndt på revalidering."),
    ExitReason.DISCHARGED: gettext_lazy("Din sagsbehandler har afsluttet forløbet."),
    ExitReason.DISABILITY_PENSION: gettext_lazy("Du har fået førtidspension."),
    ExitReason.RESOURCE_PROGRAMME: gettext_lazy("Du er begyndt i et ressourceforløb."),
    ExitReason.SICK: gettext_lazy("Du er syg og har brug for ro."),
    ExitReason.PARENTAL: gettext_lazy("Du er på barsel."),
    ExitReason.PENSION_AGE: gettext_lazy("Du er gået på folkepension."),
    ExitReason.DEATH: gettext_lazy("Forløbet er slut."),
    ExitReason.PROJECT_END: gettext_lazy("Projektet er slut."),
    ExitReason.OTHER: gettext_lazy("Forløbet er slut."),
}
DECIDED: dict[str, Promise] = {
    Decider.CITIZEN: gettext_lazy("Det bestemte du selv."),
    Decider.TOGETHER: gettext_lazy("Det bestemte I sammen."),
    Decider.CASEWORKER: gettext_lazy("Det bestemte din sagsbehandler."),
}


@dataclass(frozen=True, slots=True)
class Ended:
    """Short sentences; `said` is in her own words, `grounds` is why her caseworker ended it."""

    when: str
    happened: str
    where: str
    decided: str
    said: str
    grounds: str


def ended_words(ended: Exit) -> Ended:
    """Everything that was written about it, in words to her."""
    decided = DECIDED.get(ended.decided_by)
    return Ended(
        when=on_day(ended.on),
        happened=str(HAPPENED[ended.reason]),
        where=place_words(ended.place_name, ended.wage_hours),
        decided=str(decided) if decided else "",
        said=ended.citizen_words,
        grounds=ended.grounds,
    )
