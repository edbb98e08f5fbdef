"""The Django app of this door: its templates."""

from django.apps import AppConfig


class GuestConfig(AppConfig):
    """Templates of `bordenden.web.guest`."""

    name = "bordenden.web.guest"
    label = "web_guest"
