"""Writes about the catalogue: begin and open it, write, change, publish and withdraw what stands in it."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from datetime import date, datetime
from typing import cast
from uuid import NAMESPACE_URL, uuid5

from django.db import transaction
from django.utils.translation import gettext as _

from bordenden.audit.actions import Actor, Placed, record, record_all
from bordenden.foundation.alphabet import sort_key
from bordenden.foundation.ids import FormKey
from bordenden.foundation.rules import NotPossible, Stale
from bordenden.offers.actions.places import become, give_places, tell_her
from bordenden.offers.models import Catalogue, Offer, StartDate, found_by
from bordenden.offers.queries.catalogue import empty_areas, label_of, lacking, starter_items
from bordenden.offers.words import IN_AREA, NEVER_EMPTY, Area, OfferKind, ProviderKind, WaitingState
from bordenden.people.models import Municipality
from bordenden.post.actions import call_off
from bordenden.post.words import Kind
from bordenden.programmes.words import Department

MOST_STARTS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferSaid:
    """An offer as its keeper writes it, field by field."""

    name: str
    area: Area
    category: str
    department: Department
    kind: OfferKind = OfferKind.ACTIVITY
    about: str = ""
    for_whom: str = ""
    provider_kind: ProviderKind = ProviderKind.MUNICIPAL
    provider: str = ""
    place: str = ""
    times: str = ""
    capacity: int | None = None
    cost: int | None = None
    legal_basis: str = ""
    end_criterion: str = ""
    contact_name: str = ""
    contact_phone: str = ""
    contact_hours: str = ""
    in_a_group: bool = False
    for_families: bool = False
    discreet: bool = False
    starts: tuple[date, ...] = ()


_TEXTS = tuple(field.name for field in fields(OfferSaid) if field.name != "starts")


@transaction.atomic
def begin_catalogue(*, municipality: Municipality, by: Actor, at: datetime) -> Catalogue:
    """The municipality's catalogue, shut and empty; begun once."""
    catalogue, new = Catalogue.objects.get_or_create(municipality=municipality, defaults={"begun_at": at})
    if new:
        record(act="catalogue.begin", by=by, thing=catalogue, at=at)
    return catalogue


@transaction.atomic
def open_catalogue(*, catalogue: Catalogue, by: Actor, at: datetime) -> Catalogue:
    """Show it to the citizens; once open, open. Raises NotPossible while an area that must be filled is empty."""
    locked = lock_catalogue(catalogue.municipality_id)
    if locked.opened_at is not None:
        return locked
    empty = [area for area in empty_areas(municipality=locked.municipality, at=at) if area in NEVER_EMPTY]
    if empty:
        areas = ", ".join(str(area.label) for area in empty)
        raise NotPossible(
            _("Kataloget kan ikke åbnes endnu. Udgiv mindst ét tilbud under: %(areas)s.") % {"areas": areas}
        )
    locked.opened_at = at
    locked.save(update_fields=["opened_at"])
    record(act="catalogue.open", by=by, thing=locked, at=at)
    return locked


@transaction.atomic
def write_offer(
    *, municipality: Municipality, said: OfferSaid, form_key: FormKey, by: Actor, at: datetime, made_up: bool = False
) -> Offer:
    """A draft in the municipality's catalogue. The same form again gives the first one."""
    _right(said)
    offer, new = Offer.objects.get_or_create(
        municipality=municipality,
        form_key=form_key,
        defaults={**_columns(said), "written_at": at, "made_up": made_up},
    )
    if new:
        _set_starts(offer, said.starts)
        record(act="offer.write", by=by, thing=cast("Placed", offer), at=at)
    return offer


@transaction.atomic
def change_offer(*, offer: Offer, said: OfferSaid, version: int, by: Actor, at: datetime) -> Offer:
    """The offer says something else; those in line, and those who hold a place, keep what they have.

    A capacity below those who hold a place is fine: no new place comes free until there are fewer. More room goes
    to those who are first in line.
    Raises Stale when somebody changed it since it was shown, NotPossible when it is published and would lack
    something, or would leave an area of an open catalogue empty.
    """
    _right(said)
    lock_catalogue(offer.municipality_id)
    locked = Offer.objects.select_for_update().get(pk=offer.pk)
    if as_said(locked) == said:
        return locked
    if locked.version != version:
        raise Stale(_("En anden har ændret tilbuddet, mens du skrev."), in_words(locked), locked.version)
    before = Area(locked.area)
    for name, value in _columns(said).items():
        setattr(locked, name, value)
    if locked.published_at is not None and locked.withdrawn_at is None:
        _complete(locked)
        if before != said.area:
            _not_the_last(locked, before, at)
    locked.version += 1
    locked.save()
    _set_starts(locked, said.starts)
    give_places(offer=locked, at=at)
    record(act="offer.change", by=by, thing=cast("Placed", locked), at=at)
    return locked


@transaction.atomic
def publish(*, offer: Offer, by: Actor, at: datetime) -> Offer:
    """The offer can be found, from now on and as soon as the catalogue is open. One that was withdrawn comes back.

    Raises NotPossible while something a citizen must know is missing.
    """
    locked = Offer.objects.select_for_update().get(pk=offer.pk)
    if locked.published_at is not None and locked.withdrawn_at is None:
        return locked
    _complete(locked)
    locked.published_at, locked.withdrawn_at = at, None
    locked.save(update_fields=["published_at", "withdrawn_at"])
    give_places(offer=locked, at=at)
    record(act="offer.publish", by=by, thing=cast("Placed", locked), at=at)
    return locked


@transaction.atomic
def withdraw(*, offer: Offer, by: Actor, at: datetime) -> int:
    """The offer can be found no more. Whoever waits, or has been offered a place, is told; gives how many.

    Whoever has said yes to a place keeps it. Raises NotPossible for a draft, and for the last offer of an area
    that must not be empty in an open catalogue.
    """
    lock_catalogue(offer.municipality_id)
    locked = Offer.objects.select_for_update().get(pk=offer.pk)
    if locked.published_at is None:
        raise NotPossible(_("Tilbuddet er en kladde. Det er ikke udgivet endnu."))
    if locked.withdrawn_at is not None:
        return 0
    _not_the_last(locked, Area(locked.area), at)
    locked.withdrawn_at = at
    locked.save(update_fields=["withdrawn_at"])
    record(act="offer.withdraw", by=by, thing=cast("Placed", locked), at=at)
    told = list(locked.line.filter(state__in=[WaitingState.WAITING, WaitingState.OFFERED]).order_by("since", "pk"))
    for waiting in told:
        become(waiting=waiting, state=WaitingState.WITHDRAWN, by=by, at=at)
        call_off(about=waiting, kind=Kind.PLACE_OFFERED, at=at)
        tell_her(waiting=waiting, kind=Kind.OFFER_WITHDRAWN, at=at)
    return len(told)


@transaction.atomic
def copy_starters(*, catalogue: Catalogue, codes: Iterable[str] | None, by: Actor, at: datetime) -> int:
    """Drafts of the national items (all, or those named) that the catalogue has not got; gives how many came."""
    locked = lock_catalogue(catalogue.municipality_id)
    wanted = None if codes is None else set(codes)
    known = set(
        Offer.objects.filter(municipality=locked.municipality_id).order_by("pk").values_list("starter", flat=True)
    )
    copies = [
        _copy_of(item, locked.municipality_id, at)
        for item in starter_items()
        if item.starter not in known and (wanted is None or item.starter in wanted)
    ]
    Offer.objects.bulk_create(copies)
    record_all(act="offer.copy", by=by, things=cast("list[Placed]", copies), at=at)
    return len(copies)


def as_said(offer: Offer) -> OfferSaid:
    """The offer as it stands, in the shape it is written in."""
    starts = StartDate.objects.filter(offer=offer).order_by("on").values_list("on", flat=True)
    return OfferSaid(
        **{
            **{name: getattr(offer, name) for name in _TEXTS},
            "area": Area(offer.area),
            "department": Department(offer.department),
            "kind": OfferKind(offer.kind),
            "provider_kind": ProviderKind(offer.provider_kind),
            "starts": tuple(starts),
        }
    )


def in_words(offer: Offer) -> str:
    """The offer as it stands, to be read beside what somebody else wrote: each field that says something."""
    said = asdict(as_said(offer))
    said["starts"] = ", ".join(f"{day:%d.%m.%Y}" for day in said["starts"])
    yes = {True: _("ja"), False: ""}
    lines = ((label_of(name), yes[value] if isinstance(value, bool) else value) for name, value in said.items())
    return "\n".join(f"{label}: {value}" for label, value in lines if value not in ("", None))


def lock_catalogue(municipality: int | None) -> Catalogue:
    """Whatever decides if an area is empty goes one at a time."""
    found = Catalogue.objects.select_for_update().filter(municipality=municipality).first()
    if found is None:
        raise NotPossible(_("Kommunen har ikke et katalog endnu."))
    return found


def _columns(said: OfferSaid) -> dict[str, object]:
    columns: dict[str, object] = {name: getattr(said, name) for name in _TEXTS}
    return {**columns, "sort_key": sort_key(said.name), **found_by(said)}


def _right(said: OfferSaid) -> None:
    if not said.name.strip():
        raise NotPossible(_("Giv tilbuddet et navn."))
    if said.category not in IN_AREA[Area(said.area)]:
        raise NotPossible(_("Vælg noget, der hører til området."))
    if said.capacity is not None and said.capacity < 1:
        raise NotPossible(_("Skriv mindst 1 plads. Lad feltet stå tomt, hvis der er plads til alle."))
    if len(said.starts) > MOST_STARTS:
        raise NotPossible(_("Der er plads til %(most)d datoer.") % {"most": MOST_STARTS})


def _complete(offer: Offer) -> None:
    missing = lacking(offer)
    if missing:
        raise NotPossible(_("Skriv også: %(fields)s. Så kan tilbuddet udgives.") % {"fields": ", ".join(missing)})


def _not_the_last(offer: Offer, area: Area, at: datetime) -> None:
    """In an open catalogue no area that must not be empty loses its last offer."""
    if area not in NEVER_EMPTY:
        return
    if not Catalogue.objects.filter(municipality=offer.municipality_id, opened_at__lte=at).exists():
        return
    others = Offer.objects.filter(
        municipality=offer.municipality_id, area=area, published_at__lte=at, withdrawn_at__isnull=True
    ).exclude(pk=offer.pk)
    if not others.exists():
        words = {"area": area.label}
        raise NotPossible(_("Det er det sidste tilbud under %(area)s. Udgiv et andet først.") % words)


def _set_starts(offer: Offer, starts: Iterable[date]) -> None:
    wanted = set(starts)
    StartDate.objects.filter(offer=offer).exclude(on__in=wanted).delete()
    known = set(StartDate.objects.filter(offer=offer).order_by("on").values_list("on", flat=True))
    StartDate.objects.bulk_create(StartDate(offer=offer, on=day) for day in sorted(wanted - known))


def _copy_of(item: Offer, municipality: int, at: datetime) -> Offer:
    """The key is made of the two: whoever copies at the same moment makes the same row."""
    columns = {name: getattr(item, name) for name in _TEXTS}
    key = uuid5(NAMESPACE_URL, f"bordenden:{municipality}:{item.starter}")
    return Offer(
        **columns,
        **found_by(item),
        sort_key=item.sort_key,
        starter=item.starter,
        municipality_id=municipality,
        written_at=at,
        form_key=key,
    )
