"""Reads about materials: what citizens can read and print, and the keeper's whole list."""

from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from bordenden.offers.models import Material
from bordenden.people.models import Municipality


def to_read(*, municipality: Municipality, at: datetime) -> QuerySet[Material]:
    """What the municipality has published, in Danish order."""
    standing = Q(withdrawn_at__isnull=True) | Q(withdrawn_at__gt=at)
    return Material.objects.filter(standing, municipality=municipality, published_at__lte=at).order_by(
        "sort_key", "pk"
    )


def all_materials(*, municipality: Municipality) -> QuerySet[Material]:
    """Every text of the municipality, drafts and withdrawn ones too, in Danish order."""
    return Material.objects.filter(municipality=municipality).order_by("sort_key", "pk")


def materials_to_copy(*, municipality: Municipality) -> int:
    """How many national texts the municipality has not got."""
    own = Material.objects.filter(municipality=municipality, starter=OuterRef("starter"))
    return Material.objects.filter(~Exists(own), municipality__isnull=True).count()


def is_to_read(material: Material, *, at: datetime) -> bool:
    """Whether citizens can read it."""
    if material.published_at is None or material.published_at > at:
        return False
    return material.withdrawn_at is None or material.withdrawn_at > at
