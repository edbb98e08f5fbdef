"""The Django app of this room."""

from django.apps import AppConfig


class FamiliesConfig(AppConfig):
    """Tables of `bordenden.families`."""

    name = "bordenden.families"
    label = "families"
    default_auto_field = "django.db.models.BigAutoField"
