"""The Django app of this room."""

from django.apps import AppConfig


class ProgrammesConfig(AppConfig):
    """Tables of `bordenden.programmes`."""

    name = "bordenden.programmes"
    label = "programmes"
    default_auto_field = "django.db.models.BigAutoField"
