"""Writes about what happens at a table around the catalogue: what was gone through with her, what she misses."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from bordenden.audit.actions import Actor, record, record_all
from bordenden.foundation.ids import FormKey
from bordenden.foundation.rules import SAID_AGAIN, NotPossible
from bordenden.offers.models import Need, Offer, Presentation
from bordenden.offers.queries.catalogue import published
from bordenden.offers.words import IN_AREA, Area, Category
from bordenden.pathways.models import Table
from bordenden.pathways.queries import sits_at_head

LONGEST_NEED = 500


@transaction.atomic
def show_offers(
    *, table: Table, offers: Iterable[Offer], on: date, in_a_group: bool, form_key: FormKey, by: Actor, at: datetime
) -> int:
    """These offers were gone through with her on that day; gives how many were new. The same told again adds nothing.

    Raises NotPossible for a day to come, for nothing at all, and for what her municipality has not published.
    """
    shown = {offer.pk: offer for offer in offers}
    if not shown:
        raise NotPossible(_("Sæt kryds ved mindst ét tilbud."))
    if on > localdate(at):
        raise NotPossible(_("Dagen er ikke kommet endnu. Skriv det ned, når I har set på det."))
    if published(municipality=table.municipality, at=at).filter(pk__in=list(shown)).count() != len(shown):
        raise NotPossible(_("Et af tilbuddene er ikke udgivet. Vælg blandt dem, der er."))
    known = set(
        Presentation.objects.filter(table=table, on=on, in_a_group=in_a_group)
        .order_by("pk")
        .values_list("offer_id", flat=True)
    )
    rows = [
        Presentation(
            table=table,
            municipality_id=table.municipality_id,
            offer=offer,
            on=on,
            in_a_group=in_a_group,
            by_id=by.pk,
            noted_at=at,
            form_key=form_key,
        )
        for offer in shown.values()
        if offer.pk not in known
    ]
    Presentation.objects.bulk_create(rows, ignore_conflicts=True)
    record_all(act="offer.show", by=by, things=rows, at=at)
    return len(rows)


@transaction.atomic
def say_need(
    *, table: Table, words: str, area: Area, category: Category, form_key: FormKey, by: Actor, at: datetime
) -> Need:
    """She misses something the catalogue does not have. The same form, or the same words again at once, is one need.

    Raises NotPossible for anybody but the head, for no words, and for a category of another area.
    """
    words = words.strip()
    if not words:
        raise NotPossible(_("Skriv, hvad du mangler."))
    if len(words) > LONGEST_NEED:
        raise NotPossible(_("Skriv det kortere. Der er plads til %(most)d tegn.") % {"most": LONGEST_NEED})
    if category not in IN_AREA[Area(area)]:
        raise NotPossible(_("Vælg noget, der hører til området."))
    said = Need.objects.filter(
        table=table, words=words, area=area, category=category, said_at__gt=at - SAID_AGAIN, taken_back_at=None
    ).first()
    if said is not None:
        return said
    need, new = Need.objects.get_or_create(
        table=table,
        form_key=form_key,
        defaults={
            "municipality_id": table.municipality_id,
            "words": words,
            "area": area,
            "category": category,
            "by_id": by.pk,
            "said_at": at,
        },
    )
    if not sits_at_head(thing=need, person=by, at=at):
        raise NotPossible(_("Det kan kun den, der sidder for bordenden, skrive."))
    if new:
        record(act="need.say", by=by, thing=need, at=at)
    return need


@transaction.atomic
def take_back_need(*, need: Need, by: Actor, at: datetime) -> Need:
    """She misses it no more; it is counted no longer."""
    locked = Need.objects.select_for_update().get(pk=need.pk)
    if not sits_at_head(thing=locked, person=by, at=at):
        raise NotPossible(_("Det kan kun den, der sidder for bordenden, tage tilbage."))
    if locked.taken_back_at is None:
        locked.taken_back_at = at
        locked.save(update_fields=["taken_back_at"])
        record(act="need.take_back", by=by, thing=locked, at=at)
    return locked
