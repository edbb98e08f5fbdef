"""The Django app of this door: its templates."""

from django.apps import AppConfig


class InsightConfig(AppConfig):
    """Templates of `bordenden.web.insight`."""

    name = "bordenden.web.insight"
    label = "web_insight"
