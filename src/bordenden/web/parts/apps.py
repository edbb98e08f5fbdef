"""The Django app of the shared parts: their templates."""

from django.apps import AppConfig


class PartsConfig(AppConfig):
    """Templates of `bordenden.web.parts`."""

    name = "bordenden.web.parts"
    label = "web_parts"
