"""The Django app of this room."""

from django.apps import AppConfig


class PostConfig(AppConfig):
    """Tables of `bordenden.post`."""

    name = "bordenden.post"
    label = "post"
    default_auto_field = "django.db.models.BigAutoField"
