"""The Django app of this room."""

from django.apps import AppConfig


class AssessmentsConfig(AppConfig):
    """Tables of `bordenden.assessments`."""

    name = "bordenden.assessments"
    label = "assessments"
    default_auto_field = "django.db.models.BigAutoField"
