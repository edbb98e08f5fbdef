"""The Django app of this room."""

from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    """Tables of `bordenden.exchange`."""

    name = "bordenden.exchange"
    label = "exchange"
    default_auto_field = "django.db.models.BigAutoField"
