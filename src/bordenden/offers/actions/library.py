"""Writes about materials, texts for citizens to read and print: written, published, withdrawn, copied."""

from datetime import datetime
from typing import cast
from uuid import NAMESPACE_URL, uuid5

from django.db import transaction
from django.utils.translation import gettext as _

from bordenden.audit.actions import Actor, Placed, record, record_all
from bordenden.foundation.alphabet import sort_key
from bordenden.foundation.ids import FormKey
from bordenden.foundation.rules import NotPossible, Stale
from bordenden.offers.actions.catalogue import lock_catalogue
from bordenden.offers.models import Catalogue, Material
from bordenden.people.models import Municipality

LONGEST_TEXT, LONGEST_PARAGRAPH = 4_000, 500


@transaction.atomic
def write_material(
    *, municipality: Municipality, title: str, text: str, area: str, form_key: FormKey, by: Actor, at: datetime
) -> Material:
    """A draft. The same form again gives the first one."""
    title, text = _right(title, text)
    material, new = Material.objects.get_or_create(
        municipality=municipality,
        form_key=form_key,
        defaults={"title": title, "sort_key": sort_key(title), "text": text, "area": area, "written_at": at},
    )
    if new:
        record(act="material.write", by=by, thing=cast("Placed", material), at=at)
    return material


@transaction.atomic
def change_material(
    *, material: Material, title: str, text: str, area: str, version: int, by: Actor, at: datetime
) -> Material:
    """It says something else. Raises Stale when somebody changed it in between."""
    title, text = _right(title, text)
    locked = Material.objects.select_for_update().get(pk=material.pk)
    if (locked.title, locked.text, locked.area) == (title, text, area):
        return locked
    if locked.version != version:
        raise Stale(
            _("En anden har ændret teksten, mens du skrev."), f"{locked.title}\n\n{locked.text}", locked.version
        )
    locked.title, locked.sort_key, locked.text, locked.area = title, sort_key(title), text, area
    locked.version += 1
    locked.save()
    record(act="material.change", by=by, thing=cast("Placed", locked), at=at)
    return locked


@transaction.atomic
def publish_material(*, material: Material, by: Actor, at: datetime) -> Material:
    """Citizens can read it. One that was taken out comes back."""
    locked = Material.objects.select_for_update().get(pk=material.pk)
    if locked.published_at is not None and locked.withdrawn_at is None:
        return locked
    locked.published_at, locked.withdrawn_at = at, None
    locked.save(update_fields=["published_at", "withdrawn_at"])
    record(act="material.publish", by=by, thing=cast("Placed", locked), at=at)
    return locked


@transaction.atomic
def withdraw_material(*, material: Material, by: Actor, at: datetime) -> Material:
    """It is no longer shown. Raises NotPossible for a draft."""
    locked = Material.objects.select_for_update().get(pk=material.pk)
    if locked.published_at is None:
        raise NotPossible(_("Teksten er en kladde. Ingen har set den endnu."))
    if locked.withdrawn_at is None:
        locked.withdrawn_at = at
        locked.save(update_fields=["withdrawn_at"])
        record(act="material.withdraw", by=by, thing=cast("Placed", locked), at=at)
    return locked


@transaction.atomic
def copy_materials(*, catalogue: Catalogue, by: Actor, at: datetime) -> int:
    """Drafts of the national texts the municipality has not got; gives how many came."""
    number = lock_catalogue(catalogue.municipality_id).municipality_id
    own = Material.objects.filter(municipality=number).order_by("pk")
    known = set(own.values_list("starter", flat=True))
    copies = [
        Material(
            municipality_id=number,
            starter=item.starter,
            title=item.title,
            sort_key=item.sort_key,
            text=item.text,
            area=item.area,
            written_at=at,
            form_key=uuid5(NAMESPACE_URL, f"bordenden:{number}:{item.starter}"),
        )
        for item in Material.objects.filter(municipality__isnull=True).order_by("sort_key", "pk")
        if item.starter not in known
    ]
    Material.objects.bulk_create(copies)
    record_all(act="material.copy", by=by, things=cast("list[Placed]", copies), at=at)
    return len(copies)


def _right(title: str, text: str) -> tuple[str, str]:
    """Line ends as one, and no paragraph so long that nobody reads it."""
    title, text = title.strip(), text.replace("\r\n", "\n").strip()
    if not title or not text:
        raise NotPossible(_("Skriv både en overskrift og en tekst."))
    if len(text) > LONGEST_TEXT:
        raise NotPossible(_("Skriv det kortere. Der er plads til %(most)d tegn.") % {"most": LONGEST_TEXT})
    if any(len(part) > LONGEST_PARAGRAPH for part in text.split("\n\n")):
        raise NotPossible(_("Del teksten i korte afsnit med en tom linje imellem."))
    return title, text
