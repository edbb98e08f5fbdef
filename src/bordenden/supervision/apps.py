"""The Django app of this room."""

from django.apps import AppConfig


class SupervisionConfig(AppConfig):
    """Tables of `bordenden.supervision`."""

    name = "bordenden.supervision"
    label = "supervision"
    default_auto_field = "django.db.models.BigAutoField"
