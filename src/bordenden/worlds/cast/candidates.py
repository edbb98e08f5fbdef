"""Pia's list: four who might join, and what three of them have lived on. All made up, their CPR numbers too."""

from datetime import date, timedelta

from django.utils.timezone import localdate

from bordenden.foundation.snapshot import writing
from bordenden.intake import actions
from bordenden.intake.actions import Told
from bordenden.intake.words import FileKind
from bordenden.worlds.cast.people import Cast

# Name, number, vocational education; then benefit, how many days ago it began, and how many ago it ended.
_LISTED = (
    (Told("Yrsa", "Bak", "1406801234", vocational_education=True), (("kontanthjælp", 1300, None),)),
    (
        Told("Emil", "Rask", "0309851235", vocational_education=False),
        (("kontanthjælp", 1500, 500), ("kontanthjælp", 420, None)),
    ),
    (Told("Nadja", "Berg", "2205991234"), (("ressourceforløbsydelse", 90, None),)),
    (Told("Tom", "Vester", "1112721234"), ()),
)


def build_candidates(cast: Cast) -> None:
    """Pia writes them up and brings in a file of benefits, as she would."""
    at, today = cast.at - timedelta(days=4), localdate(cast.at)
    lines = []
    for told, benefits in _LISTED:
        actions.put_up(project=cast.project, told=told, by=cast.pia, at=at)
        lines += [f"{told.cpr};{name};{_ago(today, first)};{_ago(today, last)}" for name, first, last in benefits]
    content = "\n".join(["CPR;Ydelse;Fra;Til", *lines]).encode()
    with writing(cast.fjordby.pk, cast.pia.pk):
        # A file is behind the wall of whoever laid it up.
        file = actions.lay_up(project=cast.project, content=content, kind=FileKind.BENEFITS, by=cast.pia, at=at)
        actions.bring_benefits_in(file=file, only_good=False, by=cast.pia, at=at)


def _ago(today: date, days: int | None) -> str:
    return (today - timedelta(days=days)).isoformat() if days is not None else ""
