"""The Django app of this room."""

from django.apps import AppConfig


class EvaluationConfig(AppConfig):
    """Tables of `bordenden.evaluation`."""

    name = "bordenden.evaluation"
    label = "evaluation"
    default_auto_field = "django.db.models.BigAutoField"
