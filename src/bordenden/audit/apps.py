"""The Django app of this room."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """Tables of `bordenden.audit`."""

    name = "bordenden.audit"
    label = "audit"
    default_auto_field = "django.db.models.BigAutoField"
