"""The values of a version as people say them: days, telephone, how often, whose, where something stands."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from bordenden.contactlog.words import Channel, Place
from bordenden.plans.words import ChosenStatus, ContactRole, Horizon, StepOwner, Tempo
from bordenden.programmes.words import Department
from bordenden.web.parts.around import every_words
from bordenden.web.parts.offers import shortened
from bordenden.web.parts.said_when import on_day

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import TextChoices

    from bordenden.plans.queries import Content

LONGEST_ABOUT = 140
MOST_CODES = 1000
_language: ContextVar[str | None] = ContextVar("language of the plan that is being said", default=None)


def label(choices: type[TextChoices], code: str) -> str:
    """What a code is called; "" for none, and the code itself when this house has forgotten it."""
    return _label_in(_language.get() or get_language(), choices, code)


@contextmanager
def in_one_language() -> Iterator[None]:
    """Django is asked for the language once, and not for each code: as a decorator of what says a whole plan."""
    before = _language.set(get_language())
    try:
        yield
    finally:
        _language.reset(before)


@lru_cache(maxsize=MOST_CODES)
def _label_in(_language: str | None, choices: type[TextChoices], code: str) -> str:
    """A long plan asks two thousand times for the same few."""
    try:
        return str(choices(code).label)
    except ValueError:
        return code


def on(iso: str) -> str:
    """An ISO day as words, "" for none."""
    return on_day(date.fromisoformat(iso)) if iso else ""


def joined(said: Iterable[str], between: str = " · ") -> str:
    """What there is of these, with something between."""
    return between.join(one for one in said if one)


def goal(one: Content) -> str:
    """A goal, how far off it is, and whether it is reached."""
    far = label(Horizon, one["horizon"])
    reached = _("Nået den %(day)s") % {"day": on(one["reached_on"])} if one["reached_on"] else ""
    more = joined((far, reached))
    return f"{one['words']} ({more})" if more else str(one["words"])


def who_takes(one: Content) -> str:
    """Whose step it is, and who stands by."""
    who = label(StepOwner, one["owner"])
    beside = label(StepOwner, one["supported_by"])
    return _("%(who)s. Hjælp fra: %(beside)s") % {"who": who, "beside": beside} if beside else who


def when(one: Content) -> str:
    """When a step is done, or by when."""
    if one["done_on"]:
        return _("Gjort den %(day)s") % {"day": on(one["done_on"])}
    return _("Senest %(day)s") % {"day": on(one["due_on"])} if one["due_on"] else _("Når det passer")


def what(one: Content) -> str:
    """What she has chosen, and what it is in a few words."""
    about = shortened(one["about"], LONGEST_ABOUT)
    return f"{one['name']}: {about}" if about else str(one["name"])


def phone(one: Content) -> str:
    """A Danish number is not broken over two lines."""
    number = str(one["phone"])
    return number.replace(" ", "\u00a0") if len(number) <= len("20 00 00 00") else number


def where_and_who(one: Content) -> str:
    """Where it is, when, and whom to ask."""
    asked = joined((one["contact"], phone(one), one["hours"]), ", ")
    return joined((one["place"], one["times"], asked)) or "–"


def how_far(one: Content) -> str:
    """Her pace, and where it stands."""
    return joined((label(Tempo, one["tempo"]), label(ChosenStatus, one["status"])))


def refused(one: Content) -> str:
    """That it was refused, and why; versions from before the reason was kept say that alone."""
    why = one.get("refused_why", "")
    return _("Kommunen sagde nej, fordi: “%(why)s”") % {"why": why} if why else _("Kommunen sagde nej.")


def who(one: Content) -> str:
    """Who somebody is to her."""
    return joined((label(ContactRole, one["role"]), label(Department, one["department"]), one["where"]), ", ")


def how_often(days: int) -> str:
    """As it was chosen: "hver uge", "hver 14. dag", "hver anden måned"."""
    return every_words(days).lower()


def agreed_form(one: Content) -> str:
    """How they keep in touch: how often, how, where, and her own words on it."""
    said = joined((label(Channel, one["channel"]), label(Place, one["place"]), one["words"]))
    often = how_often(one["every_days"])
    return _("%(whom)s: %(often)s. %(how)s") % {"whom": label(StepOwner, one["with"]), "often": often, "how": said}


def things(content: Content) -> dict[str, str]:
    """What decisions can be about, by its id."""
    named: dict[str, str] = {}
    rows: list[dict[str, Any]] = [*content["goals"], *content["steps"]]
    named |= {one["id"]: one["words"] for one in rows}
    return named | {one["id"]: one["name"] for one in content["chosen"]}
