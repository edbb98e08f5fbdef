"""The Django app of this door: its templates."""

from django.apps import AppConfig


class StaffConfig(AppConfig):
    """Templates of `bordenden.web.staff`."""

    name = "bordenden.web.staff"
    label = "web_staff"
