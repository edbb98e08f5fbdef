"""Builds the made-up world `cast` where the database holds nobody yet; what is there stays."""

import os

import django
from django.apps import apps
from django.core.management import call_command


def main() -> None:
    """Look for one person, and build the world when there is none."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bordenden.config.settings")
    django.setup()
    if not apps.get_model("people", "Person")._default_manager.exists():
        call_command("world", "cast")


if __name__ == "__main__":
    main()
