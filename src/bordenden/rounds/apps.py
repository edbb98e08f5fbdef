"""The Django app of this room."""

from django.apps import AppConfig


class RoundsConfig(AppConfig):
    """Tables of `bordenden.rounds`."""

    name = "bordenden.rounds"
    label = "rounds"
    default_auto_field = "django.db.models.BigAutoField"
