"""The Django app of this room."""

from django.apps import AppConfig


class ContactLogConfig(AppConfig):
    """Tables of `bordenden.contactlog`."""

    name = "bordenden.contactlog"
    label = "contactlog"
    default_auto_field = "django.db.models.BigAutoField"
