"""The Django app of this room."""

from django.apps import AppConfig


class MentorsConfig(AppConfig):
    """Tables of `bordenden.mentors`."""

    name = "bordenden.mentors"
    label = "mentors"
    default_auto_field = "django.db.models.BigAutoField"
