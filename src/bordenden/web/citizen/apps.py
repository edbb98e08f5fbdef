"""The Django app of this door: its templates."""

from django.apps import AppConfig


class CitizenConfig(AppConfig):
    """Templates of `bordenden.web.citizen`."""

    name = "bordenden.web.citizen"
    label = "web_citizen"
