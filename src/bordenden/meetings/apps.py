"""The Django app of this room."""

from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    """Tables of `bordenden.meetings`."""

    name = "bordenden.meetings"
    label = "meetings"
    default_auto_field = "django.db.models.BigAutoField"
