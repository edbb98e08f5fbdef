"""The Django app of this room."""

from django.apps import AppConfig


class DraftsConfig(AppConfig):
    """Tables of `bordenden.drafts`."""

    name = "bordenden.drafts"
    label = "drafts"
    default_auto_field = "django.db.models.BigAutoField"
