"""The Django app of this room."""

from django.apps import AppConfig


class IntakeConfig(AppConfig):
    """Tables of `bordenden.intake`."""

    name = "bordenden.intake"
    label = "intake"
    default_auto_field = "django.db.models.BigAutoField"
