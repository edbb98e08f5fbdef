"""Writes about events: a draft, a change, published, called off."""

from dataclasses import dataclass, fields
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from bordenden.audit.actions import Actor, record
from bordenden.foundation.ids import FormKey
from bordenden.foundation.rules import NotPossible, Stale
from bordenden.offers.models import Event
from bordenden.offers.words import Area
from bordenden.people.models import Municipality


@dataclass(frozen=True, slots=True, kw_only=True)
class EventSaid:
    """An event as its keeper writes it."""

    name: str
    area: Area
    place: str
    starts_at: datetime
    ends_at: datetime
    about: str = ""
    for_whom: str = ""
    contact: str = ""


_FIELDS = tuple(field.name for field in fields(EventSaid))


@transaction.atomic
def write_event(
    *, municipality: Municipality, said: EventSaid, form_key: FormKey, by: Actor, at: datetime, made_up: bool = False
) -> Event:
    """A draft. The same form again gives the first one."""
    _right(said)
    columns = {name: getattr(said, name) for name in _FIELDS}
    event, new = Event.objects.get_or_create(
        municipality=municipality, form_key=form_key, defaults={**columns, "written_at": at, "made_up": made_up}
    )
    if new:
        record(act="event.write", by=by, thing=event, at=at)
    return event


@transaction.atomic
def change_event(*, event: Event, said: EventSaid, version: int, by: Actor, at: datetime) -> Event:
    """It says something else. Raises Stale when somebody changed it in between, NotPossible once called off."""
    _right(said)
    locked = Event.objects.select_for_update().get(pk=event.pk)
    if locked.cancelled_at is not None:
        raise NotPossible(_("Det er aflyst. Skriv et nyt i stedet."))
    if all(getattr(locked, name) == getattr(said, name) for name in _FIELDS):
        return locked
    if locked.version != version:
        raise Stale(_("En anden har ændret det, mens du skrev."), _in_words(locked), locked.version)
    for name in _FIELDS:
        setattr(locked, name, getattr(said, name))
    locked.version += 1
    locked.save()
    record(act="event.change", by=by, thing=locked, at=at)
    return locked


@transaction.atomic
def publish_event(*, event: Event, by: Actor, at: datetime) -> Event:
    """It can be found until it is over. Raises NotPossible for one that is over or says too little."""
    locked = Event.objects.select_for_update().get(pk=event.pk)
    if locked.published_at is not None:
        return locked
    if locked.ends_at <= at:
        raise NotPossible(_("Tiden er gået. Ret dag og tid først."))
    if not locked.about or not locked.for_whom:
        raise NotPossible(_("Skriv også, hvad det er, og hvem det er for. Så kan det udgives."))
    locked.published_at = at
    locked.save(update_fields=["published_at"])
    record(act="event.publish", by=by, thing=locked, at=at)
    return locked


@transaction.atomic
def cancel_event(*, event: Event, by: Actor, at: datetime) -> Event:
    """Called off: it stays in the list until its day, and says so. Raises NotPossible for a draft and when over."""
    locked = Event.objects.select_for_update().get(pk=event.pk)
    if locked.cancelled_at is not None:
        return locked
    if locked.published_at is None:
        raise NotPossible(_("Det er en kladde. Ingen har set det endnu."))
    if locked.ends_at <= at:
        raise NotPossible(_("Det er allerede holdt."))
    locked.cancelled_at = at
    locked.save(update_fields=["cancelled_at"])
    record(act="event.cancel", by=by, thing=locked, at=at)
    return locked


def _right(said: EventSaid) -> None:
    if not said.name.strip() or not said.place.strip():
        raise NotPossible(_("Skriv, hvad det hedder, og hvor det er."))
    if said.ends_at <= said.starts_at:
        raise NotPossible(_("Det skal slutte, efter at det er begyndt."))


def _in_words(event: Event) -> str:
    when = f"{localtime(event.starts_at):%d.%m.%Y %H.%M}–{localtime(event.ends_at):%H.%M}"
    return "\n".join(words for words in (event.name, when, event.place, event.for_whom, event.about) if words)
