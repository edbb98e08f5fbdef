"""The worlds by name, each with what it says of itself when it stands."""

from collections.abc import Callable
from datetime import datetime

from bordenden.worlds import aalborg, cast, national
from bordenden.worlds.cast.company import build_company

Builder = Callable[[datetime, int | None], str]


def _cast(at: datetime, _scale: int | None) -> str:
    build_company(cast.build(at=at))
    return "personerne omkring Aminas bord, og resten af Lis’ projekt"


def _aalborg(_at: datetime, _scale: int | None) -> str:
    world = aalborg.build()
    return f"{len(world.courses)} deltagere og {sum(people for _r, _d, people in aalborg.EXITS)} afgange i Aalborg"


def _national(_at: datetime, scale: int | None) -> str:
    world = national.build(participants=scale or national.PARTICIPANTS)
    return (
        f"{world.participants} deltagere i {len(world.projects)} opdigtede kommuner, {world.exits} opdigtede afgange"
    )


WORLDS: dict[str, Builder] = {"cast": _cast, "aalborg": _aalborg, "national": _national}


def build(name: str, *, at: datetime, scale: int | None = None) -> str:
    """Build the world and say what it holds. KeyError for an unknown name."""
    return WORLDS[name](at, scale)
