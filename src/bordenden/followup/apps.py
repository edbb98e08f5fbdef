"""The Django app of this room."""

from django.apps import AppConfig


class FollowupConfig(AppConfig):
    """Tables of `bordenden.followup`."""

    name = "bordenden.followup"
    label = "followup"
    default_auto_field = "django.db.models.BigAutoField"
