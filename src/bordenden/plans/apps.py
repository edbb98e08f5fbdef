"""The Django app of this room."""

from django.apps import AppConfig


class PlansConfig(AppConfig):
    """Tables of `bordenden.plans`."""

    name = "bordenden.plans"
    label = "plans"
    default_auto_field = "django.db.models.BigAutoField"
