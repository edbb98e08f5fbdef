"""The Django app of this room."""

from django.apps import AppConfig


class MovesConfig(AppConfig):
    """Tables of `bordenden.moves`."""

    name = "bordenden.moves"
    label = "moves"
    default_auto_field = "django.db.models.BigAutoField"
