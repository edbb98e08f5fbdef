"""The Django app of this room."""

from django.apps import AppConfig


class OffersConfig(AppConfig):
    """Tables of `bordenden.offers`."""

    name = "bordenden.offers"
    label = "offers"
    default_auto_field = "django.db.models.BigAutoField"
