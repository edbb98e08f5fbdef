"""The Django app of this door: its templates."""

from django.apps import AppConfig


class EntryConfig(AppConfig):
    """Templates of `bordenden.web.entry`."""

    name = "bordenden.web.entry"
    label = "web_entry"
