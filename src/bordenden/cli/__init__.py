"""The `bordenden` command: Django's own words, and ours under cli/management/commands."""

import gc
import os
import sys

from django.core.management import execute_from_command_line


def main() -> None:
    """Run `bordenden WORD …`; `bordenden help` lists the words."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bordenden.config.settings")
    if sys.argv[1:2] == ["migrate"]:
        # Each step of a migration draws the models up anew: looking for rubbish among them took a third of it.
        gc.set_threshold(10_000, 20, 20)
    execute_from_command_line(["bordenden", *sys.argv[1:]])
