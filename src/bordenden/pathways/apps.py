"""The Django app of this room."""

from django.apps import AppConfig


class PathwaysConfig(AppConfig):
    """Tables of `bordenden.pathways`."""

    name = "bordenden.pathways"
    label = "pathways"
    default_auto_field = "django.db.models.BigAutoField"
