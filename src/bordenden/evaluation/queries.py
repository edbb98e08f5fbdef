"""Reads of releases."""

from django.db.models import QuerySet

from bordenden.evaluation.models import Release
from bordenden.programmes.models import Programme


def releases_of(*, programme: Programme, code: str) -> QuerySet[Release]:
    """The programme's releases of one kind, oldest quarter first."""
    return Release.objects.filter(programme=programme, code=code).order_by("quarter")


def newest_releases(*, programme: Programme) -> QuerySet[Release]:
    """What has been published of the programme, newest first."""
    return Release.objects.filter(programme=programme).order_by("-quarter", "-published_at", "pk")
